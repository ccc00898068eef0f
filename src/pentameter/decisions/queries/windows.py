"""Whose days to ask for a reconsideration are open: they hold a person though her clocks may have ended.

The clocks count the days from the decision, a matter from its serving. The later of both counts.
"""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from pentameter.decisions.models import Matter
from pentameter.decisions.rules.deadlines import may_still_ask
from pentameter.decisions.rules.states import GROUNDS, Kind, Result, State
from pentameter.kernel import clock
from pentameter.victims.api import today_of

_ANY_ZONE = timedelta(days=1)


def open_windows() -> frozenset[UUID]:
    """The cases in which a window is open. One SQL query."""
    return frozenset(row.case_id for row in _negative() if sentence_of(row))


def windows_of(cases: Collection[UUID]) -> dict[UUID, str]:
    """What of these cases is open, in words; a case of which nothing is open is not in it. One SQL query."""
    found: dict[UUID, str] = {}
    for row in _negative().filter(case_id__in=cases).order_by("opened_at", "id"):
        if said := sentence_of(row):
            found[row.case_id] = f"{found.get(row.case_id, '')} {said}".strip()
    return found


def sentence_of(row: Matter) -> str:
    """That the window of a matter, loaded with its case, is open today where the law is; empty where it is not."""
    kind, state, result = Kind(row.kind), State(row.state), Result(row.result) if row.result else None
    return may_still_ask(kind, state, result, served_on=row.served_on, today=today_of(row.case))


def _negative() -> QuerySet[Matter]:
    """What may have a window that is open: one day more than any zone's, and the rule has the last word."""
    states, kinds = (State.DECIDED.value, State.SERVED.value), [one.value for one in GROUNDS]
    found = Matter.objects.filter(kind__in=kinds, state__in=states, result=Result.NEGATIVE.value)
    open_ = Q(window_until=None) | Q(window_until__gte=clock.today() - _ANY_ZONE)
    return found.filter(open_).select_related("case")
