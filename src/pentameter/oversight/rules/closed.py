"""Views long after closure. For four weeks there may be something to finish, and a case counts as an open one does."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pentameter.oversight.rules.habits import LOOKED_BACK, Habit
from pentameter.oversight.rules.looks import Look
from pentameter.oversight.rules.patterns import Pattern, Suspicion
from pentameter.oversight.rules.ties import FOLLOW_UP, Tie, is_on_duty
from pentameter.oversight.rules.windows import Window

SITTING, WEEK = timedelta(hours=3), timedelta(days=7)
ENOUGH = {
    SITTING: {Tie.NONE: 3, Tie.PAST: 3, Tie.OWN: 5, Tie.DUTY: 8},
    WEEK: {Tie.NONE: 6, Tie.PAST: 6, Tie.OWN: 10, Tie.DUTY: 16},
}
"""So many different pages of closed cases in one sitting, or within a week; more of who wrote in the case lately."""


@dataclass(slots=True)
class Closed:
    """Watches looks at closed cases: each page of each case counts once a day."""

    _held: dict[tuple[str, timedelta], Window] = field(default_factory=dict)
    _habits: dict[tuple[str, timedelta], Habit] = field(default_factory=lambda: defaultdict(Habit))

    _told: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def see(self, look: Look) -> Suspicion | None:
        """What a look makes of it."""
        if not is_long_closed(look) or self._was_told(look):
            return None
        reached = [self._reaches(look, span) for span in ENOUGH]
        if not any(reached):
            return None
        person = look.row.person
        for record in {look.record, *(one.split()[0] for _, one, _ in self._held[person, WEEK].held)}:
            self._told[person, record] = look.at
        rows = {row for span in ENOUGH for row in self._held[person, span].emptied()}
        return Suspicion(Pattern.AFTER_CLOSURE, person, look.row.agency, look.at, look.on, tuple(sorted(rows)))

    def _was_told(self, look: Look) -> bool:
        """Whether it was told lately that this person went back to this case: it is the same matter still."""
        told = self._told.get((look.row.person, look.record))
        return told is not None and look.at - told < LOOKED_BACK

    def _reaches(self, look: Look, span: timedelta) -> bool:
        key = (look.row.person, span)
        window, habit = self._held.setdefault(key, Window(span)), self._habits[key]
        pages = window.add(look.at, f"{look.record} {look.row.event} {look.on}", look.row.seq)
        habit.note(look.on, pages)
        if is_on_duty(look.row.role) or look.tie is Tie.DUTY:  # everybody's case is their work, so they have a habit
            return pages >= max(ENOUGH[span][Tie.DUTY], 2 * habit.usual(look.on))
        return pages >= ENOUGH[span][look.tie]


def is_long_closed(look: Look) -> bool:
    """Whether a case had been closed for longer than there is anything to finish."""
    return look.closed_for is not None and look.closed_for > FOLLOW_UP
