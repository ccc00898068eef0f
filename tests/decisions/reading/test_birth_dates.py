"""Dates of birth as lists have them."""

from datetime import date

import pytest

from pentameter.decisions.matching import Birth
from pentameter.decisions.reading.birth_dates import NotADate, born

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1990-03-25", Birth(1990, 3, 25)),
        ("25/03/1990", Birth(1990, 3, 25)),
        ("25.3.1990", Birth(1990, 3, 25)),
        ("25 March 1990", Birth(1990, 3, 25)),
        ("19900325", Birth(1990, 3, 25)),
        ("32957", Birth(1990, 3, 25)),
        ("25/03/90", Birth(1990, 3, 25)),
        ("1990-03-25 00:00:00", Birth(1990, 3, 25)),
        ("1990-25-03", Birth(1990, 3, 25)),
        ("31/02/1989", Birth(1989, 2, 31)),
        ("1990", Birth(1990)),
        ("1990-00-00", Birth(1990)),
        ("00/03/1990", Birth(1990, 3)),
        ("03/1990", Birth(1990, 3)),
        ("about 1990", Birth(1990)),
        ("25/03/2533", Birth(1990, 3, 25)),
        ("٢٥/٠٣/١٩٩٠", Birth(1990, 3, 25)),
        ("", None),
        ("unknown", None),
        ("00/00/0000", None),
    ],
)
def test_what_a_cell_says(text: str, expected: Birth | None) -> None:
    assert born(text, TODAY) == expected


@pytest.mark.parametrize("text", ["thirty", "2031-01-02", "1066-10-14", "1990 or 1991"])
def test_what_cannot_be_a_date_of_birth_is_said(text: str) -> None:
    with pytest.raises(NotADate):
        born(text, TODAY)
