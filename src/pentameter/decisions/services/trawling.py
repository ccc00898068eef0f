"""Trawling: looked for at each check, told to the duty desk and the auditor, never to who asks."""

from zoneinfo import ZoneInfo

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event, looked, record
from pentameter.decisions.models import RemovalList, TrawlingAlert
from pentameter.decisions.queries.trawling import AlertLine, alerts
from pentameter.decisions.rules.screening.trawling import LOOKED_BACK, SMALL, CheckFact, Suspicion, suspicions
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require


def watch_for_trawling(*, agency: str, by: Actor) -> None:
    """Raise what the agency's checks of the last week look like, each once a day. In the caller's transaction."""
    zone = ZoneInfo(accounts.time_zone(agency))
    now = clock.now().astimezone(zone)
    rows = RemovalList.objects.filter(agency_id=agency, received_at__gt=now - LOOKED_BACK, lines__range=(1, SMALL))
    checks = [
        CheckFact(row.received_by, row.received_at.astimezone(zone), row.lines, tuple(row.surnames.split()))
        for row in rows.only("received_by", "received_at", "lines", "surnames")
    ]
    for one in suspicions(checks, now=now):
        _raise(agency, one, by)


def _raise(agency: str, one: Suspicion, by: Actor) -> None:
    now = clock.now()
    alert, is_new = TrawlingAlert.objects.get_or_create(
        agency_id=agency,
        person=one.by,
        kind=one.kind.value,
        on=clock.today(),
        defaults={"count": one.count, "raised_at": now, "latest_at": now},
    )
    if not is_new and one.count > alert.count:
        alert.count, alert.latest_at = one.count, now
        alert.save(update_fields=["count", "latest_at"])
    if is_new:
        detail = {"kind": one.kind.value, "agency": agency, "person": one.by, "count": one.count}
        record(Event.TRAWLING_SUSPECTED, by=by, subject=("trawling", alert.id), detail=detail)


@transaction.atomic
def show_trawling(*, by: Actor) -> tuple[AlertLine, ...]:
    """What looked like trawling, the latest first."""
    require(decide(by, Operation.VIEW_TRAWLING))
    found = alerts()
    looked(Event.TRAWLING_SHOWN, by=by, kind="trawling", ids=[one.id for one in found])
    return found
