"""Bursts at night: much within an hour, held against what is usual for the person, by day or by night.

Whoever works nights looks up at night what others look up by day. So night alone tells nothing, and much alone tells
nothing. Of who has worked nights lately, an hour is told that is twice as busy as is usual for them at night, and
busier than by day; of who has not, one at night that is nearly as busy as their busiest by day.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from pentameter.oversight.rules.habits import Habit
from pentameter.oversight.rules.looks import Look
from pentameter.oversight.rules.patterns import Pattern, Suspicion
from pentameter.oversight.rules.ties import Tie
from pentameter.oversight.rules.windows import Window

FEWEST = 17
"""So many different records within an hour are no burst yet."""
NIGHT = (22, 6)
_HOUR = timedelta(hours=1)


@dataclass(slots=True)
class Bursts:
    """Watches how many different records are looked up within an hour."""

    _held: dict[tuple[str, bool], Window] = field(default_factory=lambda: defaultdict(lambda: Window(_HOUR)))
    _hours: dict[str, Habit] = field(default_factory=lambda: defaultdict(Habit))
    _nights: dict[str, Habit] = field(default_factory=lambda: defaultdict(Habit))

    def see(self, look: Look) -> Suspicion | None:
        """What a look makes of it. Whoever works on a case that night looks at it as often as they need."""
        if look.tie is Tie.OWN:
            return None
        person, on, night = look.row.person, look.on, at_night(look.at.hour)
        window = self._held[person, night]
        records = window.add(look.at, look.record, look.row.seq)
        self._hours[person].note(on, records)
        if not night:
            return None
        self._nights[person].note(on, records)
        if records <= max(FEWEST, self._usual(person, on)):
            return None
        return Suspicion(Pattern.NIGHT_BURST, person, look.row.agency, look.at, on, window.emptied())

    def _usual(self, person: str, on: date) -> float:
        hours, nights = self._hours[person].usual(on), self._nights[person].usual(on)
        return max(2 * nights, 1.25 * hours) if nights else 0.75 * hours


def at_night(hour: int) -> bool:
    """Whether an hour, where the person works, lies in the night."""
    begins, ends = NIGHT
    return hour >= begins or hour < ends
