"""Trawling of the screening, person by person: what the screening's own watch suspects, without whom night work
excuses.

The watch of the screening tells the duty desk at once, of a whole agency and of anybody at night. Here a person is to
be asked about it: so what counts is theirs alone, within a day, and checks at night count for who does not usually
make any.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from pentameter.oversight.rules.bursts import at_night
from pentameter.oversight.rules.habits import Habit
from pentameter.oversight.rules.patterns import Pattern, Suspicion
from pentameter.oversight.rules.rows import Row

_DAY = timedelta(days=1)
ODD_HOURS = "odd_hours"
A_NIGHT = 10
"""So many small checks in a night are work, of who works at night."""


class Check(Protocol):
    """A check as the screening knows it."""

    @property
    def at(self) -> datetime:
        """When, where the person works."""

    @property
    def small(self) -> bool:
        """Whether it is of a few names."""


class Trawls(Protocol):
    """What the screening suspects of some checks: the kinds of trawling."""

    def __call__(self, checks: Sequence[Check], *, now: datetime) -> frozenset[str]:
        """The kinds, as of the latest of the checks."""


@dataclass(slots=True)
class Screening:
    """Watches small checks of names."""

    trawls: Trawls
    check_of: Callable[[Row], Check | None]
    _held: dict[str, deque[tuple[Check, int]]] = field(default_factory=lambda: defaultdict(deque))
    _nights: dict[str, Habit] = field(default_factory=lambda: defaultdict(Habit))

    def see(self, row: Row) -> Suspicion | None:
        """What a check makes of it."""
        check = self.check_of(row)
        if check is None or not check.small:
            return None
        held = self._held[row.person]
        while held and check.at - held[0][0].at >= _DAY:
            held.popleft()
        held.append((check, row.seq))
        kinds = self.trawls([one for one, _ in held], now=check.at) - self._excused(row.person, check, held)
        if not kinds:
            return None
        rows = tuple(seq for _, seq in held)
        held.clear()
        return Suspicion(Pattern.TRAWLING, row.person, row.agency, check.at, check.at.date(), rows)

    def _excused(self, person: str, check: Check, held: deque[tuple[Check, int]]) -> frozenset[str]:
        """Checks at night, by who has made some on other nights."""
        habit, nightly = self._nights[person], sum(at_night(one.at.hour) for one, _ in held)
        habit.note(check.at.date(), nightly)
        usual = habit.usual(check.at.date())
        return frozenset({ODD_HOURS}) if usual and nightly <= max(A_NIGHT, 2 * usual) else frozenset()
