"""The watch: goes along the rows of the record once, in their order, and tells what it suspects.

It keeps a few weeks of each person's habits and nothing of the rows themselves. A look is judged two hours after it was
made, so that what somebody then did in the case is known: one opens a record before one writes in it.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import Protocol

from pentameter.oversight.rules.bursts import Bursts
from pentameter.oversight.rules.closed import Closed
from pentameter.oversight.rules.habits import LOOKED_BACK
from pentameter.oversight.rules.likeness import Alike
from pentameter.oversight.rules.looks import Likeness, Look
from pentameter.oversight.rules.patterns import OF_AMOUNT, Pattern, Suspicion
from pentameter.oversight.rules.rows import ACTS, ASKED, Kind, Row
from pentameter.oversight.rules.screening import Check, Screening
from pentameter.oversight.rules.ties import CaseFact, Looker, Need, since_closure, tie_of
from pentameter.oversight.rules.unconnected import Unconnected

SETTLES = timedelta(hours=2)


class Facts(Protocol):
    """What the contexts upstream know of rows, by ids alone."""

    def zone(self, agency: str) -> tzinfo:
        """The time of where an agency works."""

    def case(self, case: str) -> CaseFact | None:
        """A case; None if there is none."""

    def needs(self, person: str, case: str) -> Sequence[Need]:
        """When a person needed to know a case."""

    def alike(self, row: Row) -> frozenset[Likeness]:
        """How what was looked up is like the person's own."""

    def share(self, person: str) -> float:
        """Which part of all people has the person's surname."""

    def check(self, row: Row) -> Check | None:
        """What was asked of the screening."""

    def trawls(self, checks: Sequence[Check], *, now: datetime) -> frozenset[str]:
        """What the screening suspects of some checks."""


@dataclass(slots=True)
class Watch:
    """A watch over rows that come in their order. `finish` judges what has not settled: for a record that has ended."""

    facts: Facts
    _waiting: deque[Row] = field(default_factory=deque)
    _acts: dict[tuple[str, str], datetime] = field(default_factory=dict)
    _today: dict[tuple[str, Pattern], tuple[date, tuple[int, ...]]] = field(default_factory=dict)
    _told: dict[tuple[str, Pattern], tuple[date, int]] = field(default_factory=dict)
    _unconnected: Unconnected = field(default_factory=Unconnected)
    _bursts: Bursts = field(default_factory=Bursts)
    _closed: Closed = field(default_factory=Closed)
    _alike: Alike = field(init=False)
    _screening: Screening = field(init=False)

    def __post_init__(self) -> None:
        self._alike = Alike(self.facts.share)
        self._screening = Screening(self.facts.trawls, self.facts.check)

    def over(self, rows: Iterable[Row]) -> Iterator[Suspicion]:
        """What it suspects of rows, as they settle."""
        for row in rows:
            yield from self.settled(row.at)
            if row.event in ACTS:
                self._acts[row.person, row.subject] = row.at
            else:
                self._waiting.append(row)

    def settled(self, now: datetime) -> Iterator[Suspicion]:
        """What it suspects of looks that are two hours old at a moment."""
        while self._waiting and now - self._waiting[0].at >= SETTLES:
            yield from self._judged(self._waiting.popleft())

    def finish(self) -> Iterator[Suspicion]:
        """What it suspects of all that waits still."""
        while self._waiting:
            yield from self._judged(self._waiting.popleft())

    def _judged(self, row: Row) -> Iterator[Suspicion]:
        for one in self._seen(row):
            if one is not None and (news := self._news(one)) is not None:
                yield news

    def _news(self, one: Suspicion) -> Suspicion | None:
        """With all of its day, if that is more than what was told of the person lately, which waits for its review."""
        if one.pattern not in OF_AMOUNT:
            return one
        key = (one.person, one.pattern)
        day, earlier = self._today.get(key, (one.on, ()))
        rows = (*earlier, *one.rows) if day == one.on else one.rows
        self._today[key] = (one.on, rows)
        told_on, most = self._told.get(key, (one.on, 0))
        if told_on < one.on <= told_on + LOOKED_BACK and len(rows) <= most:
            return None
        self._told[key] = (one.on, len(rows))
        return replace(one, rows=rows)

    def _seen(self, row: Row) -> Iterator[Suspicion | None]:
        if row.event == ASKED:
            yield self._screening.see(row)
        elif (look := self._look(row)) is not None:
            yield self._unconnected.see(look)
            yield self._alike.see(look)
            yield self._bursts.see(look)
            yield self._closed.see(look)

    def _look(self, row: Row) -> Look | None:
        kind = row.kind
        if kind is None:
            return None
        at = row.at.astimezone(self.facts.zone(row.agency))
        alike = self.facts.alike(row)
        if kind is not Kind.CASE or not row.subject:
            return Look(row, kind, at, alike=alike)
        case, needs = self.facts.case(row.subject), self.facts.needs(row.person, row.subject)
        looker = Looker(row.person, row.role, row.agency, row.at, self._acts.get((row.person, row.subject)))
        tie = tie_of(looker, case, needs)
        works = case.works or case.opened_by if case else ""
        return Look(row, kind, at, tie, works, since_closure(case, at.date()), alike)
