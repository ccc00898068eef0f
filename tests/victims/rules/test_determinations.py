"""Early end: a recorded determination with ground, evidence, decider and review date, and nothing less."""

from dataclasses import replace
from datetime import date

import pytest

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.determinations import ends_after, ends_early_on, missing
from pentameter.victims.rules.events import Case, Event, EventKind, Outcome
from pentameter.victims.rules.history import history

RULES = {rule.id: rule for rule in rule_book().rules}
WHOLE = Event(
    EventKind.DISQUALIFIED,
    date(2024, 3, 10),
    ground="public_order",
    evidence="Judgment of a court.",
    decider="competent authority",
    review_on=date(2024, 9, 1),
)


def past(*events):
    return history(Case("england_wales", frozenset(events)), date(2025, 1, 1))


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        ({}, ()),
        ({"ground": " "}, ("ground",)),
        ({"evidence": ""}, ("evidence",)),
        ({"decider": ""}, ("decider",)),
        ({"review_on": None}, ("review date after its own day",)),
        ({"review_on": date(2024, 3, 10)}, ("review date after its own day",)),
        ({"ground": "", "evidence": "", "decider": ""}, ("ground", "evidence", "decider")),
    ],
)
def test_what_is_incomplete_ends_nothing(change, lacks):
    determination = replace(WHOLE, **change)
    assert missing(determination) == lacks
    ends = ends_early_on(RULES["UK-NABA61"], date(2024, 3, 1), past(determination))
    assert ends == (None if lacks else date(2024, 3, 10))


@pytest.mark.parametrize("rule", sorted(RULES))
def test_only_the_rules_that_know_the_ground_end_early(rule):
    ends = ends_early_on(RULES[rule], date(2024, 3, 1), past(WHOLE))
    knows = {"COE-ART13", "UK-2009", "UK-2022-12", "UK-NABA61", "EW-SUPPORT"}
    assert (ends is not None) is (rule in knows)


def test_it_ends_nothing_that_began_later():
    assert ends_early_on(RULES["UK-NABA61"], date(2024, 3, 11), past(WHOLE)) is None
    assert ends_after((RULES["UK-NABA61"],), date(2024, 3, 10), past(WHOLE)) is None


def test_on_the_day_of_a_second_beginning_it_ends_only_the_first():
    first = Event(EventKind.REASONABLE_GROUNDS, date(2024, 1, 10), outcome=Outcome.POSITIVE)
    found = past(WHOLE, first)
    assert ends_early_on(RULES["UK-NABA61"], date(2024, 1, 10), found) == date(2024, 3, 10)
    assert ends_early_on(RULES["UK-NABA61"], date(2024, 3, 10), found) is None


@pytest.mark.parametrize(
    ("outcome", "ends"), [(Outcome.UPHELD, date(2024, 3, 10)), (Outcome.REVOKED, None), (None, None)]
)
def test_a_review_upholds_or_revokes_it(outcome, ends):
    review = Event(EventKind.DETERMINATION_REVIEWED, date(2024, 5, 1), outcome=outcome)
    assert ends_early_on(RULES["UK-NABA61"], date(2024, 3, 1), past(WHOLE, review)) == ends
