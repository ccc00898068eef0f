"""Spans of days, and the weeks by which agencies report."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends counted; `end=None` is open."""

    start: date
    end: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)

    def weeks(self, *, until: date) -> Iterator[date]:
        """The Mondays of the weeks that the period touches, up to the week of `until` or the period's end."""
        last = min(until, self.end) if self.end else until
        monday = week_of(self.start)
        while monday <= last:
            yield monday
            monday += timedelta(days=7)


def week_of(day: date) -> date:
    """The Monday of the day's ISO week."""
    return day - timedelta(days=day.weekday())
