"""The daily look at all clocks: how each stands, kept for lists, and alerts 14, 7 and 2 days before anything could end.

It goes through the cases in the order of their ids, in steps that stand whole: a run that is cut short goes on where
the last step ended, and one that is done again does nothing. A case that cannot be read is counted, keeps yesterday's
standing, and so counts as protected.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.sealing import SealBroken
from pentameter.victims.keys import unwrap
from pentameter.victims.models import Case, CaseEvent, LookAhead
from pentameter.victims.queries.look_aheads import looked_ahead_on
from pentameter.victims.queries.protections import today_of, value_of
from pentameter.victims.rules.ahead import endings
from pentameter.victims.rules.alerts import Due, due
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.cases import CaseState
from pentameter.victims.rules.events import Case as CaseValue
from pentameter.victims.rules.protection import Protection, protection
from pentameter.victims.services.ending_support import end_support_taken_back
from pentameter.victims.services.keeping import keep_standings, raise_alerts

STEP = 100


def look_daily(*, day: date, by: Actor) -> None:
    """What is done once a day: end the support that she took back her consent to, and look at every clock.

    The clocks are looked at in any case: nothing that goes wrong with a support may keep an alert back.
    """
    try:
        if looked_ahead_on() != day:
            end_support_taken_back(by=by)
    finally:
        look_ahead(day=day, by=by)


def look_ahead(*, day: date, by: Actor, step: int = STEP) -> int:
    """Look at every clock, if that was not done on `day`. How many cases this run went through."""
    count = 0
    while (done := _one_step(day, by, step)) is not None:
        count += done
    return count


@transaction.atomic
def _one_step(day: date, by: Actor, step: int) -> int | None:
    """Some cases more. None once the day is done."""
    LookAhead.objects.get_or_create(day=day, defaults={"began_at": clock.now()})
    run = LookAhead.objects.select_for_update().get(day=day)
    if run.finished_at is not None:
        return None
    rows = Case.objects.exclude(state=CaseState.ERASED.value).select_related("key").order_by("id")
    batch = list((rows.filter(id__gt=run.after) if run.after else rows)[:step])
    raised, unread = _keep(batch)
    run.cases, run.alerts, run.unread = run.cases + len(batch), run.alerts + len(raised), run.unread + unread
    run.after = batch[-1].id if batch else run.after
    run.finished_at = clock.now() if len(batch) < step else None
    run.save()
    if raised:
        record(Act.ALERT_RAISED, by=by, subject=("alert", ""), detail={"ids": [str(one) for one in raised]})
    detail = {"cases": len(batch), "alerts": len(raised), "unread": unread}
    record(Act.PROTECTION_RESTATED, by=by, subject=("look_ahead", day.isoformat()), detail=detail)
    return len(batch)


def _keep(batch: list[Case]) -> tuple[tuple[UUID, ...], int]:
    """Keep how these cases stand. The alerts that were raised, and how many cases could not be read."""
    standings: dict[UUID, Protection] = {}
    alerts: dict[UUID, tuple[str | None, tuple[Due, ...]]] = {}
    for row, value in _readable(batch):
        today = today_of(row)
        now = standings[row.id] = protection(value, rule_book(), today=today)
        ahead = endings(value, rule_book(), today=today)
        alerts[row.id] = (row.support_agency_id, due(row.id, row.reference, now, ahead))
    keep_standings(standings)
    return raise_alerts(alerts, at=clock.now()), len(batch) - len(standings)


def _readable(batch: list[Case]) -> Iterator[tuple[Case, CaseValue]]:
    events: dict[UUID, list[CaseEvent]] = {row.id: [] for row in batch}
    for event in CaseEvent.objects.filter(case_id__in=events, struck_at=None):
        events[event.case_id].append(event)
    for row in batch:
        key = getattr(row, "key", None)
        try:
            yield row, value_of(row, events[row.id], unwrap(row.id, key.wrapped) if key is not None else None)
        except SealBroken:
            continue
