"""Who looked, week by week, and who has not said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pentameter.kernel.periods import Period, week_of
from pentameter.operations.rules.returns import Looked, touches


class WeekStatus(StrEnum):
    """What is known of an agency's week. Silence is a status of its own."""

    FOUND = "found"
    NIL = "nil"
    NOT_LOOKED = "not_looked"
    NONE = "none"

    @property
    def words(self) -> str:
        """The status, said of an agency."""
        return _WORDS[self]


_WORDS = {
    WeekStatus.FOUND: "looked and found something",
    WeekStatus.NIL: "looked and found nothing",
    WeekStatus.NOT_LOOKED: "did not look",
    WeekStatus.NONE: "no return",
}


@dataclass(frozen=True, slots=True)
class WeekCell:
    """One agency's week. `expected` is False where the agency did not take part that week."""

    week: date
    status: WeekStatus
    expected: bool = True

    @property
    def words(self) -> str:
        """The cell in words."""
        return self.status.words if self.expected else "not taking part"


def status_of(looked: Looked | None) -> WeekStatus:
    """The status of a week with this return, or with none."""
    return WeekStatus.NONE if looked is None else WeekStatus(looked.value)


def expected_weeks(weeks: Sequence[date], taking_part: Sequence[Period]) -> tuple[date, ...]:
    """Those of a wave's weeks so far, by their Mondays, for which a word is expected, the present week included."""
    return tuple(week for week in weeks if any(touches(span, week) for span in taking_part))


def missing_weeks(expected: Sequence[date], filed: Mapping[date, Looked], *, today: date) -> tuple[date, ...]:
    """The expected weeks that are over and have no return. The present week is late only after its Sunday."""
    return tuple(week for week in expected if week not in filed and week < week_of(today))


def next_expected(expected: Sequence[date], filed: Mapping[date, Looked]) -> date | None:
    """The first expected week without a return, late or not; None where every one has been filed."""
    return next((week for week in expected if week not in filed), None)


def cells(weeks: Sequence[date], expected: Sequence[date], filed: Mapping[date, Looked]) -> tuple[WeekCell, ...]:
    """A cell for each of `weeks`; a week with a return counts as expected."""
    wanted = {*expected, *filed}
    return tuple(WeekCell(week, status_of(filed.get(week)), expected=week in wanted) for week in weeks)


def last_looked(filed: Mapping[date, Looked]) -> date | None:
    """The latest week in which the agency looked, whether or not it found anything."""
    return max((week for week, looked in filed.items() if looked is not Looked.NOT_LOOKED), default=None)
