"""The one place that reads the clock. Rules never do: they are told the day."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
DUBLIN = ZoneInfo("Europe/Dublin")


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today(zone: ZoneInfo = LONDON) -> date:
    """The calendar day in a legal time zone."""
    return now().astimezone(zone).date()
