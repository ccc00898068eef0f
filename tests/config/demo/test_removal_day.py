"""The demo's removal list: exactly seven of the five hundred lines are people of the demo's cases."""

import csv
import io
from pathlib import Path

from pentameter.config.demo import removal_day
from pentameter.config.demo.cases import CASES, LISTED
from pentameter.config.demo.reference import MARK, REFERENCE_DAY, REFERENCE_SEED
from pentameter.config.screening import Files, screen_files

HEADINGS = ["id", "given_name", "surname", "dob", "sex", "nationality", "doc_no"]


def _protected(path: Path) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADINGS)
        for case in CASES:
            writer.writerow([case.id, case.given, case.surname, case.born, case.sex, case.nationality, case.document])
    return path


def test_the_matching_finds_the_seven_and_nobody_else(tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_bytes(removal_day.csv_bytes(REFERENCE_SEED, REFERENCE_DAY))
    answers = tmp_path / "answers.csv"
    outcome = screen_files(Files(_protected(tmp_path / "people.csv"), listed, answers), REFERENCE_DAY)
    rows = list(csv.DictReader(answers.read_text(encoding="utf-8").splitlines()))
    held = [row["people_ids"] for row in rows if row["answer"] == "held"]
    assert (outcome.lines, outcome.held) == (500, 7)
    assert sorted(held) == sorted(case.id for case in LISTED)


def test_no_line_is_written_as_in_the_case() -> None:
    text = removal_day.csv_bytes(REFERENCE_SEED, REFERENCE_DAY).decode()
    lines = {(row["given_name"], row["surname"], row["dob"]) for row in csv.DictReader(io.StringIO(text))}
    assert not lines.intersection((case.given, case.surname, case.born) for case in CASES)
    assert len(lines) == removal_day.LINES


def test_every_line_says_what_it_is_and_the_same_arguments_give_the_same_bytes() -> None:
    once = removal_day.csv_bytes(7, REFERENCE_DAY)
    assert once == removal_day.csv_bytes(7, REFERENCE_DAY)
    assert once != removal_day.csv_bytes(8, REFERENCE_DAY)
    assert {row["note"] for row in csv.DictReader(io.StringIO(once.decode()))} == {MARK}
