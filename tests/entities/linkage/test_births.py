"""Dates of birth as they are compared."""

import pytest

from pentameter.entities.linkage.births import NO_DAY, UNKNOWN, Birth, birth


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1990-03-25", Birth(1990, 325)),
        ("25/03/1990", Birth(1990, 325)),
        ("5.3.1990", Birth(1990, 305)),
        ("1990-03-25T00:00:00", Birth(1990, 325)),
        ("1990-01-01", Birth(1990, NO_DAY)),
        ("1990-03", Birth(1990, NO_DAY)),
        ("1990", Birth(1990, NO_DAY)),
        ("", UNKNOWN),
        ("1990-02-31", Birth(1990, 231)),
        ("1990-13-01", None),
        ("3025-01-02", None),
        ("about 30", None),
    ],
)
def test_dates_are_read(text: str, expected: Birth | None) -> None:
    assert birth(text) == expected


def test_day_and_month_exchanged() -> None:
    assert Birth(1990, 305).swapped == 503
