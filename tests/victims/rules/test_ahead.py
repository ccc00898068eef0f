"""What could end within 14, 7 and 2 days, and the gate that refuses until then."""

from datetime import date

import pytest

from pentameter.victims.rules.ahead import endings
from pentameter.victims.rules.book import rule_book
from tests.victims.rules.stories import case

BOOK = rule_book()


def removal(told, on, place="england_wales"):
    return [one for one in endings(case(place, told), BOOK, today=date.fromisoformat(on)) if one.clock == "removal"]


@pytest.mark.parametrize(
    ("on", "notices"),
    [
        ("2024-03-15", []),
        ("2024-03-16", [(14, 14, False)]),
        ("2024-03-22", [(8, 14, False)]),
        ("2024-03-23", [(7, 7, False)]),
        ("2024-03-27", [(3, 7, False)]),
        ("2024-03-28", [(2, 2, False)]),
        ("2024-03-29", [(1, 2, False)]),
        ("2024-03-30", [(0, 2, True)]),
        ("2024-08-30", [(0, 2, True)]),
    ],
)
def test_notice_is_given_before_the_days_are_over_and_for_as_long_as_a_decision_could_end_it(on, notices):
    found = removal("RG+ 2024-03-01", on)
    assert [(one.days_left, one.notice, one.any_day) for one in found] == notices


def test_it_says_what_could_end_and_by_what():
    (found,) = removal("RG+ 2024-03-01; CG- 2024-03-05", "2024-03-28")
    assert found.sentence.startswith(
        "Protection from removal could end with 30 March 2024 at the earliest, by the end of 30 March 2024; or "
    )
    assert found.last


def test_it_says_where_something_else_goes_on_protecting():
    found = removal("RG+ 2024-03-01; CG- 2024-03-05; leave granted 2024-03-10 to 2025-03-09", "2024-03-28")
    assert [(one.on, one.last) for one in found] == [(date(2024, 3, 30), False)]


def test_what_is_unknown_or_has_no_end_set_gives_no_notice():
    assert endings(case("atlantis", "RG+ 2024-03-01"), BOOK, today=date(2024, 3, 29)) == ()
    assert removal("referred 2025-02-01; RG+ 2025-06-01; permission 2025-06-02", "2025-08-30", "ireland") == []
