"""Looks at people with whom somebody does not work.

Who covers for a colleague looks at a few cases of one colleague. Who is curious looks at those of several, or, where
few work, at many: so both are counted, whose cases they are and how many.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from pentameter.oversight.rules.closed import is_long_closed
from pentameter.oversight.rules.habits import Habit
from pentameter.oversight.rules.looks import Look
from pentameter.oversight.rules.patterns import Pattern, Suspicion
from pentameter.oversight.rules.rows import Kind
from pentameter.oversight.rules.ties import Tie
from pentameter.oversight.rules.windows import Window


@dataclass(frozen=True, slots=True)
class Bar:
    """So many within so long are told: of cases, whosever they are, or of colleagues whose cases they are."""

    number: int
    within: timedelta
    cases: bool = False


BARS = (
    Bar(3, timedelta(hours=2)),
    Bar(5, timedelta(days=1)),
    Bar(6, timedelta(days=1), cases=True),
)
"""Who is curious looks in one sitting; who stands in for a team, as the day brings it."""
MOST = 2
"""Whoever often covers for others may look at so many times as many, and no more."""


@dataclass(slots=True)
class Unconnected:
    """Watches looks at cases that nothing ties to whoever looks."""

    _held: dict[tuple[str, Bar], Window] = field(default_factory=dict)
    _habits: dict[tuple[str, Bar], Habit] = field(default_factory=lambda: defaultdict(Habit))

    def see(self, look: Look) -> Suspicion | None:
        """What a look makes of it."""
        if look.kind is not Kind.CASE or look.tie is not Tie.NONE or is_long_closed(look):
            return None
        reached = [self._reaches(look, bar) for bar in BARS]
        if not any(reached):
            return None
        person = look.row.person
        rows = {row for bar in BARS for row in self._held[person, bar].emptied()}
        return Suspicion(Pattern.UNCONNECTED, person, look.row.agency, look.at, look.on, tuple(sorted(rows)))

    def _reaches(self, look: Look, bar: Bar) -> bool:
        key = (look.row.person, bar)
        window, habit = self._held.setdefault(key, Window(bar.within)), self._habits[key]
        number = window.add(look.at, look.record if bar.cases else look.works or look.record, look.row.seq)
        habit.note(look.on, number)
        return number >= min(MOST * bar.number, max(bar.number, 2 * habit.usual(look.on)))
