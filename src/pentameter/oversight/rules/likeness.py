"""Whether somebody looks up their own surname or address more often than chance would have it.

Only marks are compared: keyed digests, made and forgotten in memory. A surname that many bear comes up by chance, and
the more somebody looks up, the oftener: so what is seen is held against what is expected of so many look-ups. It is
asked of all look-ups of a day together, for who looks for a namesake seldom looks once, and of each kind of record
over four weeks.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import sqrt

from pentameter.oversight.rules.chance import at_least
from pentameter.oversight.rules.habits import LOOKED_BACK
from pentameter.oversight.rules.looks import Likeness, Look
from pentameter.oversight.rules.patterns import Pattern, Suspicion
from pentameter.oversight.rules.ties import Tie

SPANS = {timedelta(days=1): 0.0002, LOOKED_BACK: 0.0015}
"""Over which time it is asked, and how seldom something happens by chance that is told."""
ADDRESS_BY_CHANCE = 5e-5
"""The share of records that name the address of whoever happens to read them. A convention of ours."""
FEWEST = 3
"""Somebody who has looked up little yet is taken to have looked up so many."""
_UNKNOWN = 1_000
"""So many people more, one of them a namesake: where few people are known, no surname is taken for a rare one."""


def share_of(namesakes: int, people: int) -> float:
    """The part of all people with a surname, at most, from those of so many known who bear it besides who looks."""
    return (namesakes + 2 * sqrt(namesakes) + 1) / (people + _UNKNOWN)


@dataclass(slots=True)
class _Count:
    """Of one person over one time: which records were looked up, and which of them were alike, each once."""

    span: timedelta
    seen: dict[str, datetime] = field(default_factory=dict)
    alike: dict[tuple[Likeness, str], tuple[datetime, int]] = field(default_factory=dict)

    def add(self, look: Look) -> None:
        """A look more; what is older than the time says nothing any more."""
        self.seen.pop(look.record, None)
        self.seen[look.record] = look.at
        while look.at - self.seen[(oldest := next(iter(self.seen)))] >= self.span:
            del self.seen[oldest]

    def hits(self, look: Look, likeness: Likeness) -> dict[tuple[Likeness, str], tuple[datetime, int]]:
        """What was alike within the time, this look with it."""
        self.alike = {one: held for one, held in self.alike.items() if look.at - held[0] < self.span}
        self.alike.setdefault((likeness, look.record), (look.at, look.row.seq))
        return {one: held for one, held in self.alike.items() if one[0] is likeness}


@dataclass(slots=True)
class Alike:
    """Watches for likeness. `share`: which part of all people has the person's surname."""

    share: Callable[[str], float]
    _counts: dict[tuple[str, str], _Count] = field(default_factory=dict)
    _told: dict[tuple[str, Likeness, str], datetime] = field(default_factory=dict)

    def see(self, look: Look) -> Suspicion | None:
        """What a look makes of it. Whoever works on a case may have the name of who is in it."""
        if look.tie is Tie.OWN:
            return None
        for count in self._counted(look):
            count.add(look)
        person = look.row.person
        rows = tuple(sorted({row for one in sorted(look.alike) for row in self._unlikely(look, one)}))
        return Suspicion(Pattern.LIKENESS, person, look.row.agency, look.at, look.on, rows) if rows else None

    def _unlikely(self, look: Look, likeness: Likeness) -> Iterator[int]:
        person = look.row.person
        told = self._told.get((person, likeness, look.record))
        if told is not None and look.at - told < LOOKED_BACK:
            return
        share = ADDRESS_BY_CHANCE if likeness is Likeness.ADDRESS else self.share(person)
        for count in self._counted(look):
            hits = count.hits(look, likeness)
            if at_least(len(hits), share * max(len(count.seen), FEWEST)) <= SPANS[count.span]:
                yield from (row for _, row in hits.values())
                for one in hits:
                    self._told[person, likeness, one[1]] = look.at
                    del count.alike[one]

    def _counted(self, look: Look) -> tuple[_Count, ...]:
        day, month = SPANS
        person = look.row.person
        return (
            self._counts.setdefault((person, "any"), _Count(day)),
            self._counts.setdefault((person, look.kind), _Count(month)),
        )
