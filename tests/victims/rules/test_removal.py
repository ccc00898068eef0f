"""The gate of removals: refused while protection runs, is unknown, or a decision is outstanding."""

from datetime import date

import pytest

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.removal import may_remove
from tests.victims.rules.stories import case

BOOK = rule_book()


@pytest.mark.parametrize(
    ("told", "on", "reason"),
    [
        ("", "2024-03-01", "Unknown, and therefore still protected from removal. Nothing is recorded"),
        ("removal checked 2024-03-01", "2024-03-02", "Nothing that is recorded says that protection began"),
        ("referred 2024-03-01", "2024-03-02", "awaiting the reasonable grounds decision"),
        ("RG+ 2024-03-01", "2024-03-30", "its days run to 30 March 2024"),
        ("RG+ 2024-03-01; CG- 2024-03-02", "2024-03-30", "the period runs to 30 March 2024"),
        ("RG+ 2024-03-01; CG- 2024-03-02", "2024-03-31", "The refusal of 2 March 2024 may be asked to be reconsidered"),
        ("RG+ 2024-03-01; CG+ 2024-03-02", "2024-05-31", "Leave to remain is to be decided"),
        ("RG- 2024-03-01; leave asked 2024-03-02", "2024-05-31", "awaiting the decision on leave to remain"),
    ],
)
def test_it_is_refused_with_the_reason(told, on, reason):
    verdict = may_remove(case("england_wales", told), BOOK, today=date.fromisoformat(on))
    assert not verdict.allowed
    assert reason in verdict.reason


def test_it_says_nothing_of_support():
    told = case("england_wales", "RG+ 2024-01-10; CG- 2024-03-06; support extended 2024-03-10 to 2025-01-01")
    assert may_remove(told, BOOK, today=date(2024, 4, 20)).allowed
    waiting = may_remove(told, BOOK, today=date(2024, 3, 20))
    assert "upport" not in waiting.reason
