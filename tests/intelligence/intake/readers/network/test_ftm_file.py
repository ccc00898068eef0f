import json
from pathlib import Path

import pytest

from pentameter.intelligence.intake.drafts import FileRefused, ReportDraft
from pentameter.intelligence.intake.limits import LONGEST_LINE
from pentameter.intelligence.intake.readers.network import rows as network_rows
from tests.intelligence.intake.readers.network.reading import drafts, entity, lines, rows, said

GOOD = entity("p", "Person", name="Zoë Testova")


@pytest.mark.parametrize("name", ["a.json", "a.ftm.json", "a.jsonl", "a.ndjson", "a.ftm", "a.ijson"])
def test_it_is_known_by_what_it_holds(name: str, tmp_path: Path) -> None:
    (made,) = drafts(b"\xef\xbb\xbf\n" + lines(GOOD) + b"\n\n", tmp_path, name)
    assert isinstance(made, ReportDraft)
    assert made.mentions[0].values == {"name": "Zoë Testova"}


def test_rows_are_numbered_as_lines_are(tmp_path: Path) -> None:
    assert [row.number for row in rows(lines(GOOD, "", GOOD), tmp_path)] == [1, 3]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('{"id": "x", "schema": "Person", "prop', "it is not whole JSON"),
        ("[" * 100_000, "nested far too deep"),
        ('{"id": "x", "schema": "Person", "properties": ' + '{"a":' * 50 + "1" + "}" * 51, "nested more than 12 deep"),
        ('{"id": "x", "properties": ' + '{"a":' * 50_000 + "1" + "}" * 50_001, "nested far too deep"),
        ('"stray"', "it is not a record"),
        ("null", "it is not a record"),
        ("{} , {}", "it holds more than one record"),
        ('{"id": "x", "id": "y", "schema": "Person", "properties": {}}', "is there twice"),
        ('{"id": "x", "schema": "Person", "properties": {"name": ["\\ud83d"]}}', "half a character"),
        ('{"id": "x", "schema": "Person", "properties": {"height": [NaN]}}', "NaN is not a number"),
        ('{"id": 7, "schema": ["Person"], "properties": "none"}', "is no kind of thing"),
    ],
)
def test_a_hostile_line_goes_to_quarantine_and_the_others_are_read(line: str, sentence: str, tmp_path: Path) -> None:
    before, made, after = drafts(lines(GOOD, line, {**GOOD, "id": "q"}), tmp_path)
    assert isinstance(before, ReportDraft)
    assert isinstance(after, ReportDraft)
    assert sentence in said(made)
    assert "Row 2" in said(made)


def test_broken_utf_8_is_its_lines_fault(tmp_path: Path) -> None:
    content = lines(GOOD) + b'\n{"id": "x", "schema": "Person", "properties": {"name": ["Zo\xeb"]}}'
    _, made = drafts(content, tmp_path)
    assert "Row 2, record: it is not written in UTF-8" in said(made)


def test_a_line_that_is_longer_than_any_record_refuses_the_file(tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refused:
        rows(lines(GOOD) + b"\n" + b"x" * (LONGEST_LINE + 5), tmp_path)
    assert refused.value.code == "line_too_long"
    assert "Line 2 of other.ftm.json" in refused.value.sentence


def test_a_first_line_without_an_end_is_not_taken_for_a_table(tmp_path: Path) -> None:
    first = json.dumps(GOOD)[:-2].encode() + b', "notes": ["' + b"x" * (3 * LONGEST_LINE)
    with pytest.raises(FileRefused) as refused:
        rows(first, tmp_path)
    assert refused.value.code == "line_too_long"


def test_more_things_than_can_be_held_refuse_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_rows, "MOST_THINGS", 2)
    with pytest.raises(FileRefused) as refused:
        rows(lines(*({**GOOD, "id": str(at)} for at in range(3))), tmp_path)
    assert "more than 2 people and things. Send it in parts." in refused.value.sentence


def test_ids_that_are_long_or_cannot_be_shown_become_digests(tmp_path: Path) -> None:
    long, hidden, plain = rows(lines({**GOOD, "id": "x" * 900}, {**GOOD, "id": "a\u202eb"}, GOOD), tmp_path)
    assert long.cells["report_ref"].startswith("ext:sha256:")
    assert hidden.cells["report_ref"].startswith("ext:sha256:")
    assert plain.cells["report_ref"] == "ext:p"
