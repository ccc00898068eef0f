import json
from pathlib import Path

import pytest

from pentameter.intelligence.intake import interpret, readers
from pentameter.intelligence.intake.drafts import FileRefused, RawRow
from pentameter.intelligence.intake.readers import json_file
from tests.intelligence.intake.rows import TODAY


def read(content: bytes, tmp_path: Path) -> list[RawRow]:
    path = tmp_path / "received"
    path.write_bytes(content)
    with readers.open_file(path, name="week.json") as source:
        return list(source.rows())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    (row,) = read(json.dumps([{"prs_FirstName": "Zoë"}], ensure_ascii=False).encode(encoding), tmp_path)
    assert row.cells["person1_name"] == "Zoë"


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"[]", "no_rows", "week.json holds no records"),
        (b'{"form": "nrm", "version": 1, "referrals": []}', "no_rows", "holds no records"),
        (b"{}", "json_form", "neither a referral form"),
        (b'{"form": "nrm", "version": 1}', "json_form", "neither a referral form"),
        (b'[{"colour": "red"}]', "json_form", "neither a referral form"),
        (b'{"form": "nrm", "version": 2, "referrals": [{}]}', "json_version", "another version of the form than 1"),
        (b'{"form": "nrm", "version": 1, "secret": "x", "referrals": [{}]}', "json_form", "says secret"),
        (b'{"form": "nrm", "version": 1, "agency": ["x"], "referrals": [{}]}', "json_form", "agency is not a word"),
        (b'[{"prs_FirstName": "Zo\xeb"}]', "encoding", "not written in UTF-8: see line 1"),
        (b'[{"prs_FirstName": "Mira"', "json", "may have been cut off"),
    ],
)
def test_files_that_are_refused_as_a_whole(content: bytes, code: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refused:
        read(content, tmp_path)
    assert refused.value.code == code
    assert said in refused.value.sentence


def test_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_file, "LARGEST_JSON", 10)
    with pytest.raises(FileRefused) as refused:
        read(b'[{"prs_FirstName": "Mira"}]', tmp_path)
    assert refused.value.code == "too_large"


def test_what_is_no_record_is_kept_as_it_was(tmp_path: Path) -> None:
    rows = read(b'[{"prs_FirstName": "Mira"}, "stray", [[[1]]], null]', tmp_path)
    assert [row.number for row in rows] == [1, 2, 3, 4]
    assert [row.cells.get("record") for row in rows] == [None, '"stray"', "[[[1]]]", "null"]
    for row in rows[1:]:
        made = interpret.report(row, agency="durham", today=TODAY)
        assert isinstance(made, tuple)
        assert [problem.code for problem in made] == ["record"]


def test_two_spellings_of_one_field_lose_nothing_silently(tmp_path: Path) -> None:
    (row,) = read(b'[{"prs_FirstName": "Mira", "prs_First_Name": "Mara"}]', tmp_path)
    assert [fault.code for fault in row.faults] == ["record"]


def test_a_key_that_nobody_knows_is_named(tmp_path: Path) -> None:
    (row,) = read(b'[{"prs_FirstName": "Mira", "shoe size": 38}]', tmp_path)
    made = interpret.report(row, agency="durham", today=TODAY)
    assert isinstance(made, tuple)
    assert ("shoe size", "unknown_field") in {(problem.field, problem.code) for problem in made}
