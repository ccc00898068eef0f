import io

import pytest

from pentameter.intelligence.intake.readers.csv_records import Lines, records, separator


@pytest.mark.parametrize(
    ("first", "sign"),
    [
        ("a,b,c\n", ","),
        ("a;b;c\n", ";"),
        ("a\tb\n", "\t"),
        ("a|b\n", "|"),
        ('"a,b,c";d\n', ";"),
        ("sep=|\na,b\n", "|"),
        ("SEP=;\n", ";"),
        ("\n\na;b\n", ";"),
        ("", ","),
    ],
)
def test_the_separator_is_the_one_the_headings_have_most_of(first: str, sign: str) -> None:
    assert separator(io.StringIO(first)) == sign


def test_lines_can_be_put_back() -> None:
    lines = Lines(io.StringIO("a\nb\nc\n"))
    assert [next(lines), next(lines)] == ["a\n", "b\n"]
    lines.put_back(["a\n", "b\n"])
    lines.taken.clear()
    assert list(lines) == ["a\n", "b\n", "c\n"]


def test_records_are_numbered_as_a_spreadsheet_numbers_them() -> None:
    text = io.StringIO('h1,h2\n"two\nlines",x\n\na,"b\nc,d\n')
    made = [
        (record.number, list(record.cells), [code for code, _ in record.faults])
        for record in records(text, ",", "UTF-8")
    ]
    assert made == [
        (1, ["h1", "h2"], []),
        (2, ["two\nlines", "x"], []),
        (3, [], []),
        (4, ["a", "b\n"], ["quote"]),
        (5, ["c", "d"], []),
    ]
