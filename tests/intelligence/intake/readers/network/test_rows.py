from collections.abc import Iterator

import pytest

from pentameter.intelligence.intake.readers.network.entries import End, Entry, Seen, fault
from pentameter.intelligence.intake.readers.network.rows import reference, rows
from pentameter.intelligence.intake.relations import Relation
from pentameter.intelligence.vocabulary import MentionKind

THINGS = (
    Entry(1, "p", "A person", "", seen=(Seen(MentionKind.PERSON, {"name": "Mira Testova"}),)),
    Entry(2, "q", "A person", "", seen=(Seen(MentionKind.PERSON, {"name": "Viktor Example"}),)),
    Entry(3, "h", "Premises", "", seen=(Seen(MentionKind.PREMISES, {"address": "12 Example Street"}),)),
)


def link(source: str, relation: Relation | None, target: str) -> Entry:
    return Entry(4, "l", "A link", "", ends=(End("source", source), End("target", target)), relation=relation)


def last(*entries: Entry) -> dict[str, str]:
    def read() -> Iterator[Entry]:
        return iter((*THINGS, *entries))

    *_, row = rows(read, file="n.csv")
    assert row.foreign
    return dict(row.cells)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (link("p", Relation.LIVES_AT, "h"), "person1 lives_at premises"),
        (link("p", Relation.CONTROLS, "q"), "person1 controls person2"),
        (link("h", Relation.LIVES_AT, "p"), None),
        (link("p", Relation.NAMED_TOGETHER, "q"), None),
        (link("p", None, "q"), None),
    ],
)
def test_a_link_says_what_the_template_has_a_word_for(entry: Entry, said: str | None) -> None:
    assert last(entry).get("links") == said


def test_an_end_that_comes_later_in_the_file_is_found() -> None:
    entries = (link("p", Relation.CONTROLS, "q"), *THINGS)
    first, *_ = rows(lambda: iter(entries), file="n.csv")
    assert first.cells["person2_name"] == "Viktor Example"


def test_what_is_wrong_names_row_and_field() -> None:
    assert fault(7, "id", "required", "it is empty.").sentence == "Row 7, id: it is empty."


def test_references_are_the_records_own_ids() -> None:
    assert reference("NK-7") == "ext:NK-7"
    assert reference("x" * 77) != reference("x" * 78)
    assert len(reference("x" * 5000)) <= 80
