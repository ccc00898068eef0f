"""The committed examples, and what the real readers make of them."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pentameter.config.demo import telephones
from pentameter.config.demo.files import write_files
from pentameter.config.demo.reference import MARK, REFERENCE_DAY, REFERENCE_REPORTS, REFERENCE_SEED
from pentameter.intelligence.intake import interpret, readers
from pentameter.intelligence.intake.drafts import FileKind, Problem, ReportDraft, ReturnDraft
from pentameter.intelligence.vocabulary import MentionKind

EXAMPLES = Path(__file__).parents[3] / "examples"
EXPECTED: dict[str, dict[str, Any]] = json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))["files"]
DESCRIPTION: dict[str, Any] = json.loads((EXAMPLES / "demo.json").read_text(encoding="utf-8"))
Read = tuple[int, ReportDraft | ReturnDraft | tuple[Problem, ...]]


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _read(path: str, agency: str) -> Iterator[Read]:
    with readers.open_file(EXAMPLES / path, name=Path(path).name) as source:
        reading = interpret.report if source.kind is FileKind.REPORTS else interpret.weekly_return
        for row in source.rows():
            yield row.number, reading(row, agency=agency, today=REFERENCE_DAY)


@pytest.fixture(scope="module")
def everything() -> dict[str, list[Read]]:
    """What the intake reads in each file, in the order in which they are taken in."""
    return {path: list(_read(path, expected["agency"])) for path, expected in EXPECTED.items()}


def _identity(agency: str, draft: ReportDraft | ReturnDraft) -> tuple[str, object]:
    return agency, draft.own_reference if isinstance(draft, ReportDraft) else draft.week


def test_the_examples_are_what_the_command_writes(tmp_path: Path) -> None:
    write_files(tmp_path, reports=REFERENCE_REPORTS, seed=REFERENCE_SEED, today=REFERENCE_DAY)
    assert _contents(tmp_path) == _contents(EXAMPLES)


def test_writing_twice_gives_the_same_bytes_and_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    for name in ("one", "two"):
        write_files(
            tmp_path / name, reports=120, seed=9, today=date(2027, 3, 3), progress=lambda *far: told.append(far)
        )
    assert _contents(tmp_path / "one") == _contents(tmp_path / "two")
    assert told[-1][0] == told[-1][1]


def test_the_intake_finds_what_the_generator_put_in(everything: dict[str, list[Read]]) -> None:
    taken: dict[tuple[str, object], object] = {}
    for path, expected in EXPECTED.items():
        found: Counter[str] = Counter()
        wrong = []
        for number, read in everything[path]:
            if isinstance(read, tuple):
                found["quarantined"] += 1
                wrong += [(number, problem.field, problem.code) for problem in read]
                continue
            identity = _identity(expected["agency"], read)
            fate = "duplicate" if taken.get(identity) == read else "accepted"
            assert fate == "duplicate" or identity not in taken
            taken[identity] = read
            found[fate] += 1
        fates = ("accepted", "quarantined", "duplicate")
        assert {fate: found[fate] for fate in fates} == {fate: expected[fate] for fate in fates}, path
        assert expected["rows"] == found.total()
        rows = [row for row in expected["wrong"] if row["fate"] == "quarantined"]
        assert wrong == [(row["row"], row["field"], row["code"]) for row in rows], path


def test_every_telephone_number_is_kept_free_for_drama(everything: dict[str, list[Read]]) -> None:
    numbers = [
        mention.values["number"]
        for reads in everything.values()
        for _, read in reads
        if isinstance(read, ReportDraft)
        for mention in read.mentions
        if mention.kind is MentionKind.PHONE
    ]
    assert len(numbers) > 1000
    assert [number for number in numbers if not telephones.is_drama(number)] == []


def test_reports_lie_in_the_wave_that_they_are_for(everything: dict[str, list[Read]]) -> None:
    waves = {wave["number"]: wave for wave in DESCRIPTION["waves"]}
    for path, expected in EXPECTED.items():
        wave = waves[expected["wave"]]
        last = wave["ends_on"] or DESCRIPTION["as_of"]
        for _, read in everything[path]:
            if isinstance(read, ReportDraft):
                assert wave["starts_on"] <= read.reported_on.isoformat() <= last


def test_about_two_thousand_reports_from_twelve_agencies_and_more(everything: dict[str, list[Read]]) -> None:
    good = Counter(
        expected["agency"] for expected in EXPECTED.values() if expected["kind"] == "reports" and expected["accepted"]
    )
    assert len(good) >= 12
    listed = {one["path"] for one in DESCRIPTION["files"]}
    accepted = sum(one["accepted"] for path, one in EXPECTED.items() if one["kind"] == "reports" and path in listed)
    assert accepted == REFERENCE_REPORTS


def test_every_file_says_what_it_is_and_the_folder_is_small() -> None:
    contents = _contents(EXAMPLES)
    assert sum(map(len, contents.values())) < 3_000_000
    marks = (MARK.encode(), MARK.encode("utf-16-le"))
    unmarked = [name for name, content in contents.items() if not any(mark in content for mark in marks)]
    assert [name for name in unmarked if not name.endswith((".xlsx", "truth.csv"))] == []


def test_truth_speaks_of_references_that_were_sent() -> None:
    lines = (EXAMPLES / "truth.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "agency,report_ref,column,entity"
    assert len(lines) > 2000
