"""The one place that reads the clock. Rules never do: they are told the day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
DUBLIN = ZoneInfo("Europe/Dublin")


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today(zone: ZoneInfo = LONDON) -> date:
    """The calendar day in a legal time zone."""
    return day_of(now(), zone)


def day_of(moment: datetime, zone: ZoneInfo = LONDON) -> date:
    """The calendar day of a moment in a legal time zone."""
    return moment.astimezone(zone).date()


def end_of(day: date, zone: ZoneInfo = LONDON) -> datetime:
    """The moment with which a day is over in a legal time zone."""
    return datetime.combine(day + timedelta(days=1), time.min, zone)
