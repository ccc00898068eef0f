"""Grades, facts and reach in words."""

from decimal import Decimal

import pytest

from pentameter.intelligence import words


def test_a_grade_in_its_own_scheme() -> None:
    told = words.grade("3x5x2", "2", "B", "P")
    assert (told.source, told.short) == ("2: untested", "2B P")
    assert words.grade("5x5x5", "B", "2", "1").source == "B: mostly reliable"


def test_a_grade_of_a_scheme_that_nobody_knows() -> None:
    told = words.grade("9x9x9", "2", "B", "P")
    assert {told.source, told.information, told.handling} == {
        "2: not known here",
        "B: not known here",
        "P: not known here",
    }


@pytest.mark.parametrize(
    ("kind", "name", "value", "shown"),
    [
        ("person", "dob", "1989-02-28", "28 February 1989"),
        ("person", "dob", "1989", "1989"),
        ("person", "nationality", "RO", "Romania"),
        ("person", "nationality", "??", "??"),
        ("person", "sex", "not_known", "not known"),
        ("phone", "number", "+447700900417", "+44 7700 900417"),
        ("phone", "number", "no number", "no number"),
        ("premises", "address", "12 Example_Street", "12 Example_Street"),
    ],
)
def test_a_fact(kind: str, name: str, value: str, shown: str) -> None:
    assert words.fact(kind, name, value) == shown


@pytest.mark.parametrize(("amount", "shown"), [("60.00", "60 GBP"), ("1200.50", "1,200.50 GBP")])
def test_a_price(amount: str, shown: str) -> None:
    assert words.price(Decimal(amount), "GBP") == shown


@pytest.mark.parametrize(
    ("scheme", "code", "named", "told"),
    [
        ("3x5x2", "C", ["Cleveland"], ["Durham, which sent it", "Cleveland, named by the sender"]),
        ("5x5x5", "4", ["Cleveland"], ["Durham, which sent it"]),
        ("9x9x9", "P", ["Cleveland"], ["Durham, which sent it"]),
        (
            "5x5x5",
            "1",
            [],
            [
                "Durham, which sent it",
                "Police forces, other law enforcement, the national centre and labour inspectorates "
                "in the sender's state",
            ],
        ),
    ],
)
def test_who_may_see(scheme: str, code: str, named: list[str], told: list[str]) -> None:
    assert words.who_may_see(scheme, code, "Durham", named) == told
