"""How many are protected: what was not worked out today counts as protected, and never as ended."""

from datetime import timedelta

import pytest

from pentameter.kernel import clock
from pentameter.victims.models import Case, Standing
from pentameter.victims.queries.protected import protection_counts
from pentameter.victims.rules.cases import CaseState
from victims.ground import many

pytestmark = pytest.mark.django_db


def test_what_is_late_or_unknown_is_protected(django_assert_num_queries) -> None:
    today = clock.today()
    cases = [one.case_id for one in many(6)]
    removal = Standing.objects.filter(clock="removal")
    removal.filter(case=cases[0]).update(state="ended", on=today)
    removal.filter(case=cases[1]).update(state="ended", on=today - timedelta(days=1))
    removal.filter(case=cases[2]).update(state="unknown", on=today)
    removal.filter(case=cases[3]).update(state="running", on=today, earliest_end=today + timedelta(days=2))
    removal.filter(case=cases[4]).update(state="awaiting_decision", on=today, earliest_end=today + timedelta(days=9))
    Case.objects.filter(pk=cases[5]).update(
        state=CaseState.ERASED.value, identity=None, practical=None, whereabouts=None
    )
    with django_assert_num_queries(2):
        found = protection_counts(today).removal
    assert (found.people, found.protected, found.ended) == (5, 4, 1)
    assert (found.running, found.awaiting, found.unsure) == (1, 1, 2)
    assert found.ending == ((14, 2), (7, 1), (2, 1))


def test_without_a_case_there_is_nothing_to_count() -> None:
    found = protection_counts(clock.today())
    assert (found.removal.people, found.removal.protected, found.support.unsure) == (0, 0, 0)
