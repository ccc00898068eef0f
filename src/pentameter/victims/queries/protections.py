"""What happened in cases, as the rules of protection want it, and what protects now."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from pentameter.kernel import clock
from pentameter.kernel.safe import Safe
from pentameter.victims.models import Case as CaseRow
from pentameter.victims.models import CaseEvent
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.events import Case, Clock, Event, EventKind, Facts, Outcome
from pentameter.victims.rules.protection import Protection, protection


def today_of(row: CaseRow) -> date:
    """The day in the legal time zone of the case."""
    return clock.today(ZoneInfo(row.zone))


def protection_of(case: OpenCase, *, today: date | None = None) -> Protection:
    """What protects the person. One SQL query."""
    return protection(case_value(case), rule_book(), today=today or today_of(case.row))


def case_value(case: OpenCase) -> Case:
    """The case as the rules see it, without what was struck out. One SQL query."""
    return value_of(case.row, CaseEvent.objects.filter(case=case.row, struck_at=None), case.safe)


def value_of(row: CaseRow, events: Iterable[CaseEvent], safe: Safe | None) -> Case:
    """The case as the rules see it. What no longer opens stays empty, which protects."""
    found = frozenset(event_value(one, safe) for one in events)
    return Case(row.place, found, ZoneInfo(row.zone), row.reference)


def values_of(rows: Iterable[CaseRow], safes: Mapping[UUID, Safe]) -> dict[UUID, Case]:
    """Many cases as the rules see them. One SQL query."""
    found = list(rows)
    by_case: dict[UUID, list[CaseEvent]] = {row.id: [] for row in found}
    for event in CaseEvent.objects.filter(case_id__in=by_case, struck_at=None):
        by_case[event.case_id].append(event)
    return {row.id: value_of(row, by_case[row.id], safes.get(row.id)) for row in found}


def event_value(row: CaseEvent, safe: Safe | None) -> Event:
    """One event. A kind that this version does not know is an unknown event, which protects."""
    words = _words(row, safe)
    known = row.kind in {kind.value for kind in EventKind}
    return Event(
        kind=EventKind(row.kind) if known else EventKind.UNKNOWN,
        on=row.on,
        outcome=Outcome(row.outcome) if row.outcome else None,
        about=EventKind(row.about) if row.about else None,
        until=row.until,
        clock=Clock(row.clock) if row.clock else None,
        facts=Facts(row.facts) if row.facts else None,
        review_on=row.review_on,
        known_at=row.known_at,
        said="" if known else row.kind,
        **{name: str(words.get(name, "")) for name in ("ground", "evidence", "decider", "reasons")},
    )


def _words(row: CaseEvent, safe: Safe | None) -> Mapping[str, Any]:
    if row.sealed is None or safe is None:
        return {}
    facts = safe.unseal(row.sealed, bound_to=bound("event", row.id))
    return facts if isinstance(facts, dict) else {}
