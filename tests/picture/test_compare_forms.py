"""What is to be compared, as an address says it: what makes no sense is left out, and said."""

from datetime import date

import pytest

from pentameter.picture.compare_forms import Kind, read_wanted
from pentameter.picture.rules.comparing import Span


def test_what_is_asked_for() -> None:
    wanted = read_wanted({"kind": "forces", "a": " durham", "b": "kent", "theme": "forced_labour"})
    assert (wanted.kind, wanted.first, wanted.second) == (Kind.FORCES, "durham", "kent")
    assert wanted.asked.theme == "forced_labour"
    assert wanted.problems == ()


def test_a_period_is_of_whole_weeks() -> None:
    wanted = read_wanted({"kind": "periods", "a_from": "2007-10-03", "a_to": "2007-10-14", "b_from": "2007-10-15"})
    assert wanted.periods == (Span(date(2007, 10, 1), date(2007, 10, 8)), None)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"kind": "<b>planets"}, "“<b>planets” cannot be compared. Two waves are shown."),
        ({"a_from": "31/02/2007", "a_to": "2007-10-01"}, "“31/02/2007” is not a date. Write it as 2007-10-01."),
        ({"b_from": "2007-10-09", "b_to": "2007-10-01"}, "A period that ends before it begins was left out."),
        ({"theme": "piracy"}, "There is no theme called “piracy”."),
    ],
    ids=["kind", "date", "order", "theme"],
)
def test_what_makes_no_sense_is_told_in_a_sentence(given: dict[str, str], told: str) -> None:
    assert any(one.startswith(told) for one in read_wanted(given).problems)
