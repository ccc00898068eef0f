"""When the demo operation's waves ran, seen from a given day."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from pentameter.kernel.periods import Period, week_of

WEEK = timedelta(days=7)
_FIRST_BEGAN = timedelta(weeks=78)
_FIRST_WEEKS = 17
_SECOND_BEGAN = timedelta(weeks=6)


@dataclass(frozen=True, slots=True)
class Wave:
    """A wave. Reports are dated from its first day to `last`: its end, or the day before it is seen."""

    number: int
    name: str
    period: Period
    last: date

    def weeks(self) -> tuple[date, ...]:
        """The Mondays of the weeks that are over."""
        return tuple(
            monday for monday in self.period.weeks(until=self.last) if monday + WEEK - date.resolution <= self.last
        )

    def part(self, of: int, number: int) -> Period:
        """The span of the `number`th of `of` files, counted from nought: whole weeks, the last to the end."""
        weeks = self.weeks()
        starts = [weeks[len(weeks) * at // of] for at in range(of)]
        ends = [start - date.resolution for start in starts[1:]] + [self.last]
        return Period(starts[number], ends[number])


def waves(today: date) -> tuple[Wave, Wave]:
    """The first wave ran for four months, a year and a half ago; the second began six weeks ago and has no end yet."""
    first = week_of(today - _FIRST_BEGAN)
    first_end = first + _FIRST_WEEKS * WEEK - date.resolution
    second = week_of(today - _SECOND_BEGAN)
    return (
        Wave(1, "First wave", Period(first, first_end), first_end),
        Wave(2, "Second wave", Period(second), today - date.resolution),
    )


def a_day(period: Period, rng: Random) -> date:
    """A day of a period that has an end, working days more often."""
    last = period.end or period.start
    while True:
        day = period.start + timedelta(days=rng.randint(0, (last - period.start).days))
        if day.weekday() < 5 or rng.random() < 0.4 or last - period.start < WEEK:
            return day
