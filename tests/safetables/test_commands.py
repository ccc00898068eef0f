"""The command line of safetables: real files, exit codes, and sentences that name the row and the field."""

import json
from pathlib import Path

import pytest

from safetables import cli, read_published, read_table

TABLE = "area,sex,count\nDurham,F,3\nDurham,M,12\nKent,F,25\nKent,M,31\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


def test_protect_writes_a_table_that_attack_finds_safe(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["protect", "t.csv", "--threshold", "10", "--out", "s.csv"]) == 0
    assert "4 of 9 cells are hidden" in capsys.readouterr().out
    assert cli.main(["attack", "s.csv", "--truth", "t.csv"]) == 0
    assert "Nothing is given away." in capsys.readouterr().out
    assert int(read_published("s.csv").hidden.sum()) == 4


def test_a_table_that_gives_a_cell_away_exits_with_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "s.csv").write_text(TABLE.replace(",3\n", ",x\n") + "Durham,Total,15\n", encoding="utf-8")
    assert cli.main(["attack", "s.csv"]) == 1
    assert "area Durham, sex F: it is 3" in capsys.readouterr().out
    assert cli.main(["attack", "s.csv", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(one["codes"], one["low"]) for one in found["given_away"]] == [({"area": "Durham", "sex": "F"}, 3)]


def test_a_later_day_is_protected_after_the_earlier_ones(folder: Path) -> None:
    (folder / "later.csv").write_text(TABLE.replace("31", "34"), encoding="utf-8")
    after = ["--days", "--earlier", "s.csv", "--earlier-truth", "t.csv"]
    both = ["attack", "s.csv", "s2.csv", "--days", "--truth", "t.csv", "--truth", "later.csv"]
    assert cli.main(["protect", "t.csv", "--out", "s.csv"]) == 0
    assert cli.main(["protect", "later.csv", "--out", "s2.csv"]) == 0
    assert cli.main(both) == 1
    assert cli.main(["protect", "later.csv", "--out", "s2.csv", *after]) == 0
    assert cli.main(both) == 0


def test_the_same_day_needs_no_other_truth(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The margin was printed whole before: what the table hides has to be hidden from who has it."""
    (folder / "margin.csv").write_text("area,count\nDurham,15\nKent,56\n", encoding="utf-8")
    assert cli.main(["protect", "t.csv", "--out", "s.csv", "--earlier", "margin.csv"]) == 0
    assert "over this table and 1 published before" in " ".join(capsys.readouterr().out.split())
    assert cli.main(["attack", "margin.csv", "s.csv"]) == 0


def test_a_fall_is_made_safe_or_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "later.csv").write_text(TABLE.replace("31", "28"), encoding="utf-8")
    after = ["--days", "--earlier", "s.csv", "--earlier-truth", "t.csv"]
    assert cli.main(["protect", "t.csv", "--out", "s.csv"]) == 0
    assert cli.main(["protect", "later.csv", *after]) == 2
    assert "the total, change from day 01 to day 02 comes to -3: say that counts may fall." in capsys.readouterr().err
    assert cli.main(["protect", "later.csv", *after, "--may-fall", "--out", "s2.csv"]) == 0
    words = ["attack", "s.csv", "s2.csv", "--days", "--may-fall", "--truth", "t.csv", "--truth", "later.csv"]
    assert cli.main(words) == 0


@pytest.mark.parametrize("rule", [["--p-percent", "10"], ["--dominance", "1,85"]])
def test_sums_are_protected_from_who_dominates_them(
    rule: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sums = "area,sum,largest_1,largest_2\nTotal,1110,90,60\nDurham,100,90,6\nKent,310,60,50\nFife,700,60,50\n"
    (folder / "sums.csv").write_text(sums, encoding="utf-8")
    assert cli.main(["protect", "sums.csv", "--out", "s.csv", *rule]) == 0
    assert read_published("s.csv").hidden.tolist() == [False, True, True, False]
    assert cli.main(["attack", "s.csv", "--truth", "sums.csv", *rule]) == 0
    assert cli.main(["protect", "sums.csv"]) == 2
    assert "needs a rule of dominance or p %" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--method", "rounding", "--base", "5"], "rounded to a multiple of 5"),
        (["--method", "rounding", "--base", "5", "--seed", "3"], "by chance"),
        (["--method", "bands"], "Counts are given in bands: 1 to 9, 10 to 19, 20 to 49, 50 or more"),
    ],
)
def test_other_methods(words: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["protect", "t.csv", "--json", *words])
    found = json.loads(capsys.readouterr().out)
    assert (code == 0 and said in found["statement"]) or (code == 3 and found["cells"])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("area,count\nDurham,three\n", "t.csv, row 2, count: 'three' is not a number."),
        ("area,count\nDurham,-3\n", "row 2, count: '-3' is negative."),
        ("area,count\nDurham,2.5\n", "row 2, count: '2.5' is not whole."),
        ("area,count\nDurham,\n", "row 2, count: it is blank; write 0 for nobody."),
        ("area,count\n,3\n", "row 2, area: the code is blank."),
        ("area,count\nDurham,3\nDurham,4\n", "row 3: the cell Durham stands in row 2 too."),
        ("area,count\nDurham,3,4\n", "row 2: 3 values where the header has 2 names."),
        ("area,count\nDurham,3\nTotal,4\n", "Totals do not add up: the total is given as 4, its parts add up to 3."),
        ("area,sex,count\nDurham,F,3\nKent,M,4\n", "no count for area Durham, sex M, and 1 more"),
        ("area;count\nDurham;3\n", "separated by semicolons: commas are wanted"),
        ("area,number\nDurham,3\n", "has no column 'count'"),
        ("", "is empty"),
        ("count\n3\n", "no column is a dimension"),
        ("area,Area,count\na,b,3\n", "two columns are named 'Area'"),
    ],
)
def test_bad_input_is_named(text: str, sentence: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    assert cli.main(["protect", "t.csv", "--out", "s.csv"]) == 2
    assert sentence in capsys.readouterr().err
    assert not (folder / "s.csv").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["protect", "nothing.csv"], "there is no such file"),
        (["protect", "."], "is a folder"),
        (["protect", "t.csv", "--out", "t.csv"], "is the table itself"),
        (["protect", "t.csv", "--threshold", "1"], "from 2"),
        (["protect", "t.csv", "--protection", "some"], "neither 'threshold' nor 30%"),
        (["protect", "t.csv", "--hierarchy", "t.csv"], "dimension, code and parent are wanted"),
        (["attack", "t.csv", "--truth", "t.csv", "--truth", "t.csv"], "2 true tables were given for 1"),
        (["protect", "t.csv", "--colour"], "There is no option --colour"),
        (["protect", "t.csv", "--dominance", "1"], "is not like 1,80"),
        (["protect", "t.csv", "--dominance", "1,most"], "a number of percent is wanted; most was given"),
        (["protect", "t.csv", "--p-percent", "120"], "p lies between 0 and 100 percent"),
        (["protect", "t.csv", "--earlier", "t.csv", "--days"], "give their true tables, --earlier-truth"),
        (["protect", "t.csv", "--earlier", "t.csv", "--earlier-truth", "t.csv", "t.csv"], "2 true tables were given"),
    ],
)
def test_what_cannot_be_done_is_said(
    words: list[str], sentence: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(words) == 2
    assert sentence in capsys.readouterr().err
    assert (folder / "t.csv").read_text(encoding="utf-8") == TABLE


@pytest.mark.parametrize(
    ("mark", "low", "high"),
    [("x", 1, None), ("<10", 1, 9), ("10-19", 10, 19), ("20 to 49", 20, 49), ("50+", 50, None), ("1,200", 1200, 1200)],
)
def test_marks_of_others_are_read(mark: str, low: float, high: float | None, folder: Path) -> None:
    (folder / "s.csv").write_text(f'area,count\nDurham,"{mark}"\n', encoding="utf-8")
    shown = read_published("s.csv")
    assert shown.low[1] == low
    assert shown.high[1] == (float("inf") if high is None else high)


def test_binary_and_other_encodings_are_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "t.csv").write_bytes(b"area,count\nD\xfcrham,3\n")
    assert cli.main(["protect", "t.csv"]) == 2
    assert "no text in UTF-8" in capsys.readouterr().err


def test_missing_cells_count_nobody_if_that_is_said(folder: Path) -> None:
    (folder / "t.csv").write_text("area,sex,count\nDurham,F,30\nKent,M,40\n", encoding="utf-8")
    assert cli.main(["protect", "t.csv", "--missing-is-nobody"]) == 0
    assert read_table("t.csv", missing=0.0).value(("Durham", "M")) == 0
