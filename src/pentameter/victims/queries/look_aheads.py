"""When all clocks were last looked at. While that is not today, nobody may take a standing for an end."""

from dataclasses import dataclass
from datetime import date

from pentameter.kernel import clock
from pentameter.victims.models import Case, LookAhead
from pentameter.victims.rules.cases import CaseState


@dataclass(frozen=True, slots=True)
class LookAheadStanding:
    """The last day whose look came through, what it found, and whether there is anything to look at."""

    on: date | None
    cases: int
    alerts: int
    unread: int
    anything: bool

    @property
    def stale(self) -> bool:
        """Whether it is not of today. Standings then say nothing, and whoever has a case counts as protected."""
        return self.on is None or self.on < clock.today()


def looked_ahead_on() -> date | None:
    """The last day on which all clocks were looked at. One SQL query."""
    done = LookAhead.objects.filter(finished_at__isnull=False)
    return done.order_by("-day").values_list("day", flat=True).first()


def look_ahead_standing() -> LookAheadStanding:
    """How the look ahead stands. Two SQL queries."""
    last = LookAhead.objects.filter(finished_at__isnull=False).order_by("-day").first()
    anything = Case.objects.exclude(state=CaseState.ERASED.value).exists()
    if last is None:
        return LookAheadStanding(None, 0, 0, 0, anything)
    return LookAheadStanding(last.day, last.cases, last.alerts, last.unread, anything)
