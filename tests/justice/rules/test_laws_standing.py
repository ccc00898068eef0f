"""How a law stands on a day, and for how long it was in force."""

from datetime import date

import pytest

from pentameter.justice.rules.laws import law
from pentameter.justice.rules.laws_standing import Standing, forces, lasted, standing
from pentameter.kernel.actor import Jurisdiction

EW, SC = Jurisdiction.ENGLAND_WALES, Jurisdiction.SCOTLAND
NI, IE = Jurisdiction.NORTHERN_IRELAND, Jurisdiction.IRELAND


def told(code: str, on: str) -> list[str]:
    return [one.words for one in forces(law(code).spans, date.fromisoformat(on))]


@pytest.mark.parametrize(
    ("code", "place", "on", "expected"),
    [
        ("AITC04-4", EW, "2004-11-30", Standing.NOT_YET),
        ("AITC04-4", EW, "2004-12-01", Standing.IN_FORCE),
        ("AITC04-4", EW, "2015-07-30", Standing.IN_FORCE),
        ("AITC04-4", EW, "2015-07-31", Standing.NO_LONGER),
        ("AITC04-4", SC, "2015-07-31", Standing.IN_FORCE),
        ("FALSEIMP", EW, "1066-10-14", Standing.IN_FORCE),
        ("IA71-25", EW, "2002-11-06", Standing.NOT_YET),
        ("IA71-25", EW, "2002-11-07", Standing.IN_FORCE),
        ("IE-08-5A", IE, "2023-12-31", Standing.NOT_YET),
        ("IE-08-5A", IE, "2024-01-01", Standing.UNKNOWN),
    ],
)
def test_how_it_stands(code: str, place: Jurisdiction, on: str, expected: Standing) -> None:
    assert standing(law(code).spans[place], date.fromisoformat(on)) is expected


@pytest.mark.parametrize(
    ("code", "on", "expected"),
    [
        ("MSA15-1", "2015-07-30", []),
        (
            "AITC04-4",
            "2007-10-03",
            ["England and Wales; Scotland; Northern Ireland: since 1 December 2004"],
        ),
        (
            "AITC04-4",
            "2015-08-01",
            [
                "England and Wales: from 1 December 2004 to 30 July 2015",
                "Scotland: since 1 December 2004",
                "Northern Ireland: from 1 December 2004 to 13 January 2015 (to confirm)",
            ],
        ),
        ("SOA03-57", "2007-10-03", ["England and Wales; Northern Ireland: since 1 May 2004 (to confirm)"]),
        (
            "FALSEIMP",
            "2007-10-03",
            ["England and Wales; Northern Ireland: common law, in force already; since when is to confirm"],
        ),
        (
            "IA71-25",
            "2007-10-03",
            [
                "England and Wales; Scotland; Northern Ireland: since when is not known; in force already on"
                " 7 November 2002 (to confirm)"
            ],
        ),
        ("IE-08-5A", "2026-01-01", ["Ireland: since when is not known"]),
    ],
)
def test_where_and_when_in_words(code: str, on: str, expected: list[str]) -> None:
    assert told(code, on) == expected


@pytest.mark.parametrize(
    ("start", "until", "expected"),
    [
        ("2004-12-01", "2004-12-01", "less than a month"),
        ("2004-12-01", "2005-01-01", "one month"),
        ("2004-12-01", "2005-10-31", "ten months"),
        ("2004-12-01", "2005-11-01", "nearly a year"),
        ("2004-12-01", "2005-12-01", "one year"),
        ("2004-12-01", "2006-01-01", "over one year"),
        ("2004-12-01", "2007-08-31", "over two years"),
        ("2004-12-01", "2007-10-03", "nearly three years"),
        ("2004-12-01", "2007-12-01", "three years"),
        ("2004-12-01", "2015-07-30", "over ten years"),
        ("2004-12-01", "2017-12-01", "13 years"),
        ("2008-02-29", "2009-02-28", "nearly a year"),
    ],
)
def test_how_long(start: str, until: str, expected: str) -> None:
    assert lasted(date.fromisoformat(start), date.fromisoformat(until)) == expected
