"""What looked like trawling."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from pentameter.decisions.models import RemovalList, TrawlingAlert
from pentameter.decisions.rules.screening.trawling import CheckFact, Trawl
from pentameter.kernel import clock

SHOWN = 200
_RECENT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class AlertLine:
    """One alert. `person` is who asked, and nothing says about whom."""

    id: UUID
    agency: str
    person: str
    kind: Trawl
    on: date
    count: int
    raised_at: datetime
    latest_at: datetime


def alerts() -> tuple[AlertLine, ...]:
    """The latest alerts. One SQL query."""
    return tuple(
        AlertLine(row.id, row.agency.name, row.person, Trawl(row.kind), row.on, row.count, row.raised_at, row.latest_at)
        for row in TrawlingAlert.objects.select_related("agency").order_by("-latest_at")[:SHOWN]
    )


def checks_since(since: datetime) -> dict[str, CheckFact]:
    """Every check since a moment by its list, at the time of where it was asked. One SQL query."""
    rows = RemovalList.objects.filter(received_at__gte=since).select_related("agency")
    return {
        str(row.id): CheckFact(
            row.received_by,
            row.received_at.astimezone(ZoneInfo(row.agency.time_zone)),
            row.lines,
            tuple(row.surnames.split()),
        )
        for row in rows.only("received_by", "received_at", "lines", "surnames", "agency__time_zone")
    }


def recent_alerts() -> int:
    """How many were raised within a week. One SQL query."""
    return TrawlingAlert.objects.filter(latest_at__gt=clock.now() - _RECENT).count()
