"""What is carried away and brought in again mentions the same people and things, by the same identifiers."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.entities.interchange import packing
from pentameter.entities.interchange.formats import FORMS
from pentameter.entities.interchange.leaving import Format, Leaving
from pentameter.intelligence.intake import interpret, readers
from pentameter.intelligence.intake.drafts import Problem, RawRow, ReportDraft
from pentameter.intelligence.intake.foreign import STRICTEST, under
from pentameter.intelligence.intake.relations import Relation
from tests.entities.interchange import ground
from tests.entities.interchange.strange import PATIENT
from tests.intelligence.intake.rows import TODAY

BACK = (Format.FTM, Format.CSV)
Outcome = ReportDraft | tuple[Problem, ...]


def outcomes(rows: Iterable[RawRow]) -> list[Outcome]:
    """What becomes of the rows of a file that a Durham supervisor brings in."""
    graded = [under(row, STRICTEST) for row in rows]
    return [row.faults or interpret.report(row, agency="durham", today=TODAY) for row in graded]


def brought_in(path: Path, name: str) -> list[Outcome]:
    with readers.open_file(path, name=name) as source:
        return outcomes(source.rows())


def back(leaving: Leaving, folder: Path) -> list[ReportDraft]:
    """The reports that an exported archive becomes."""
    path = folder / "network.zip"
    path.write_bytes(b"".join(packing.package(leaving).pieces()))
    found = brought_in(path, "network.zip")
    assert all(isinstance(one, ReportDraft) for one in found), found
    return [one for one in found if isinstance(one, ReportDraft)]


@pytest.mark.parametrize("form", BACK)
def test_everything_comes_back(form: Format, tmp_path: Path) -> None:
    drafts = back(ground.leaving(form=form), tmp_path)
    assert len(drafts) == len(ground.NODES) + len(ground.EDGES)
    things = {draft.own_reference: draft.mentions for draft in drafts if len(draft.mentions) == 1}
    assert len(things) == len(ground.NODES)
    for node in ground.NODES:
        (mention,) = things[f"ext:{node.id}"]
        assert mention.kind == node.kind
        assert mention.values == {name: values[0] for name, values in node.facts.items()}


@pytest.mark.parametrize("form", BACK)
def test_links_come_back_between_the_same_things(form: Format, tmp_path: Path) -> None:
    drafts = {draft.own_reference: draft for draft in back(ground.leaving(form=form), tmp_path)}
    for edge in ground.EDGES:
        draft = drafts[f"ext:{edge.id}"]
        ends = [drafts[f"ext:{end}"].mentions[0] for end in (edge.source, edge.target)]
        assert sorted(map(repr, draft.mentions)) == sorted(map(repr, ends))
        said = [(draft.mentions[one.source], one.relation, draft.mentions[one.target]) for one in draft.links]
        whole = [(ends[0], edge.relation, ends[1])]
        assert said == ([] if edge.relation is Relation.NAMED_TOGETHER else whole)
        assert (draft.event_from, draft.event_to) == (edge.from_on, edge.to_on)


@pytest.mark.parametrize("form", BACK)
def test_conditions_bind_again_and_nothing_is_invented(form: Format, tmp_path: Path) -> None:
    for draft in back(ground.leaving(form=form), tmp_path):
        grade = draft.grade
        assert (grade.scheme, grade.source, grade.information, grade.handling) == ("3x5x2", "2", "D", "C")
        assert "Speak to the sender before acting on it." in grade.conditions
        assert (draft.area, draft.theme, draft.dated) == ("", "unknown", False)


@pytest.mark.parametrize("form", BACK)
def test_each_file_is_read_by_itself_too(form: Format, tmp_path: Path) -> None:
    leaving = ground.leaving(form=form)
    name, write = FORMS[form].files[0]
    path = tmp_path / name
    path.write_text("".join(write(leaving)), encoding="utf-8")
    found = brought_in(path, name)
    assert len(found) == len(ground.NODES) + (len(ground.EDGES) if form is Format.FTM else 0)
    assert all(isinstance(one, ReportDraft) for one in found)


NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=40)


@PATIENT
@pytest.mark.parametrize("form", BACK)
@given(name=NAMES, document=st.from_regex(r"[A-Z]{2}[0-9]{6}", fullmatch=True))
def test_any_name_comes_back_or_its_row_says_why_not(
    form: Format, name: str, document: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    leaving = ground.leaving([ground.node(1, "person", name=name, document=document)], [], form=form)
    path = tmp_path_factory.mktemp("network") / "network.zip"
    path.write_bytes(b"".join(packing.package(leaving).pieces()))
    (found,) = brought_in(path, "network.zip")
    if isinstance(found, ReportDraft):
        assert [one.identifier for one in found.mentions] == [document]
    else:
        assert {one.code for one in found} <= {"formula", "unreadable", "too_long"}
