"""File against file: as many answers as lines, whatever the files look like."""

import csv
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from pentameter.config.demo import removal_lists
from pentameter.config.screening import Files, read, screen_files
from pentameter.config.screening.answers import HEADINGS
from pentameter.kernel.verdict import Refused
from tests.installed import environment

TODAY = date(2026, 11, 23)
PEOPLE = "id,given_name,surname,dob,sex,nationality,doc_no\nP1,Georgiana,Munteanu,1990-03-25,f,RO,DM1234567\n"
HEAD = "id,name,dob,sex,nationality,doc_no\n"


def answers(folder: Path, listed: str | bytes, people: str = PEOPLE) -> list[tuple[str, str, str]]:
    """What the screening answers to a list."""
    (folder / "people.csv").write_text(people, encoding="utf-8")
    (folder / "list.csv").write_bytes(listed if isinstance(listed, bytes) else listed.encode())
    files = Files(folder / "people.csv", folder / "list.csv", folder / "answers.csv", folder / "reasons.csv")
    screen_files(files, TODAY)
    with files.answers.open(encoding="utf-8", newline="") as stream:
        heading, *rows = csv.reader(stream)
    assert tuple(heading) == HEADINGS
    return [tuple(row) for row in rows]


def test_held_and_none(tmp_path: Path) -> None:
    listed = HEAD + "L1,MUNTEANU Georgiana,25/03/1990,F,Romanian,\nL2,Kelly Hargreave,1970-05-06,F,GB,\n"
    assert answers(tmp_path, listed) == [("L1", "held", "P1"), ("L2", "none", "")]
    with (tmp_path / "reasons.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert "the same date of birth" in rows[0]["reasons"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, separator: str) -> None:
    listed = (HEAD + "L1,Geörgiana Munteanu,1990-03-25,F,RO,\n").replace(",", separator)
    assert answers(tmp_path, listed.encode(encoding)) == [("L1", "held", "P1")]


@pytest.mark.parametrize(
    "line",
    [
        ",,,,,",
        "L1,,1970-05-06,F,GB,",
        "L1,Kelly",
        "L1,Hargreave, Kelly,1970-05-06,F,GB,,",
        'L1,"Kelly Hargreave,1970-05-06,F,GB,',
        "L1,K\ufffdlly Hargreave,1970-05-06,F,GB,",
    ],
    ids=["nothing", "no name", "cut short", "an unquoted comma", "an open quotation mark", "a letter lost"],
)
def test_a_line_that_cannot_be_read_is_possibly_held_and_takes_no_other_with_it(tmp_path: Path, line: str) -> None:
    found = answers(tmp_path, f"{HEAD}{line}\nL2,Kelly Hargreave,1970-05-06,F,GB,\n")
    assert [answer for _, answer, _ in found] == ["held", "none"]


def test_what_cannot_be_read_is_named_with_row_and_field(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(HEAD + "L1,Kelly Hargreave,thirty,F,Atlantis,\n", encoding="utf-8")
    line = next(iter(read(tmp_path / "list.csv", TODAY)))
    assert line.doubts == (
        "Row 2, dob: “thirty” cannot be read, and was left out of the matching.",
        "Row 2, nationality: “Atlantis” cannot be read, and was left out of the matching.",
    )


def test_ids_are_given_back_as_they_are_and_made_where_there_are_none(tmp_path: Path) -> None:
    listed = HEAD + "L1,Kelly Hargreave,1970-05-06,F,GB,\nL1,Kelly Hargreave,1970-05-06,F,GB,\n,Ann Lowe,1970,F,GB,\n"
    assert [identifier for identifier, _, _ in answers(tmp_path, listed)] == ["L1", "L1", "row 4"]


@pytest.mark.parametrize("listed", ["", "colour,size\nred,3\n"])
def test_what_is_no_list_is_refused_and_leaves_no_answers(tmp_path: Path, listed: str) -> None:
    with pytest.raises(Refused):
        answers(tmp_path, listed)
    assert not (tmp_path / "answers.csv").exists()


def test_a_list_of_the_demo_is_answered_whole_and_finds_its_people(tmp_path: Path) -> None:
    people, lines = removal_lists.make(31, removal_lists.Size(people=400, protected=100, others=100))
    for name, rows in (
        ("people", list(removal_lists.rows(people))),
        ("list", [removal_lists.columns(line.id, line.told) for line in lines]),
    ):
        with (tmp_path / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    found = answers(tmp_path, (tmp_path / "list.csv").read_bytes(), (tmp_path / "people.csv").read_text("utf-8"))
    assert [identifier for identifier, _, _ in found] == [line.id for line in lines]
    held = {identifier for identifier, answer, _ in found if answer == "held"}
    assert sum(line.id in held for line in lines if line.person) >= 98
    assert sum(line.id in held for line in lines if not line.person) <= 4


def test_the_command_answers_and_says_what_it_did(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "list.csv").write_text(HEAD + "L1,Georgiana Munteanu,1990-03-25,F,RO,\n", encoding="utf-8")
    words = ["screen", "--people", "people.csv", "--list", "list.csv", "--out", "answers.csv", "--json"]
    command = [sys.executable, "-m", "pentameter.config.cli", *words]
    done = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["held"] == 1
    assert (tmp_path / "answers.csv").read_text(encoding="utf-8").splitlines()[1] == "L1,held,P1"
