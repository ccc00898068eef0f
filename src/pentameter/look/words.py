"""How dates, numbers and counts are written: the filters of the templates, and the words of the charts."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
NOTHING = "not known"


def day(value: date | datetime | None) -> str:
    """5 October 2007. A moment is shown as its day in London."""
    if value is None:
        return NOTHING
    local = value.astimezone(LONDON) if isinstance(value, datetime) and value.tzinfo else value
    return f"{local.day} {local:%B %Y}"


def short_day(value: date | datetime | None) -> str:
    """5 Oct, for the axes of charts."""
    return NOTHING if value is None else f"{value.day} {value:%b}"


def moment(value: datetime | None, zone: str = "Europe/London") -> str:
    """5 October 2007, 18:00. Outside the legal time of London the zone is named."""
    if value is None:
        return NOTHING
    local = value.astimezone(ZoneInfo(zone))
    where = "" if zone == "Europe/London" else f" ({zone.rpartition('/')[2].replace('_', ' ')} time)"
    return f"{local.day} {local:%B %Y}, {local:%H:%M}{where}"


def week(monday: date | None) -> str:
    """Week of 1 October 2007."""
    return NOTHING if monday is None else f"week of {day(monday)}"


def span(start: date, end: date | None) -> str:
    """1 to 7 October 2007; 28 September to 4 October 2007; from 1 October 2007."""
    if end is None:
        return f"from {day(start)}"
    if (start.year, start.month) == (end.year, end.month):
        return day(end) if start == end else f"{start.day} to {day(end)}"
    first = f"{start.day} {start:%B}" if start.year == end.year else day(start)
    return f"{first} to {day(end)}"


def number(value: float | Decimal | None) -> str:
    """2,018. Decimals are kept as given."""
    if value is None:
        return NOTHING
    return f"{value:,}"


def share(value: float) -> str:
    """Of a part from 0 to 1: 31%, and "less than 1%" for what is there and small."""
    told = f"{100 * value:.0f}%"
    return "less than 1%" if told == "0%" and value > 0 else told


def plural(count: int, one: str, many: str = "") -> str:
    """1 report, 2,018 reports."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listed(items: list[str], joined_by: str = "and") -> str:
    """Durham, Cleveland and Kent."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joined_by} {items[-1]}"


def lasted(value: timedelta) -> str:
    """About how long: 40 seconds, 3 minutes, 2 hours, 5 days."""
    seconds = int(value.total_seconds())
    for size, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size:
            return plural(seconds // size, name)
    return plural(seconds, "second")
