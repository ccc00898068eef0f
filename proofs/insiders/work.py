"""A shift of work: what somebody looks up in it and why.

Rates are those of offices of this kind as far as they are told of: an officer opens their own cases several times a
shift and reads reports; an analyst reads, searches and follows things all day; a caseworker lives in their own cases;
the desk takes whatever the telephone brings. Exceptions have a rate of their own, above each function.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from pentameter.kernel.actor import Role
from proofs.insiders.people import Person
from proofs.insiders.world import FIRST, REPORTS, World

Made = tuple[datetime, str, Person, str, tuple[object, ...] | None]
"""When, which event, who, of what; and what the row says beside its ids."""
PAGES = ("case_read", "case_read", "protection_shown", "support_read", "whereabouts_read", "court_side_shown")
SESSIONS = {
    Role.FORCE_OFFICER: 4.4,
    Role.FORCE_SUPERVISOR: 4.0,
    Role.NATIONAL_ANALYST: 9.5,
    Role.CASEWORKER: 7.0,
    Role.DUTY_DESK: 11.0,
    Role.DECISION_MAKER: 4.0,
    Role.REMOVALS_OFFICER: 3.0,
}
RAIDS = {4: (3, 17), 15: (8, 21, 30), 23: (11, 40)}
"""Nights of the month on which forces went out, and which: half of those who work there looked things up that night."""


@dataclass(slots=True)
class Shift:
    """Somebody at work from a moment on, for so many hours."""

    world: World
    who: Person
    begins: datetime
    hours: float
    covering: Person | None = None

    def made(self) -> Iterator[Made]:
        """All that they do."""
        rng = self.world.rng
        mean = SESSIONS[self.who.role] * self.who.pace
        for _ in range(_poisson(mean, rng)):
            yield from self._session(self._some_time())
        yield from self._exceptions()

    def _session(self, at: datetime) -> Iterator[Made]:
        role, rng = self.who.role, self.world.rng
        if role is Role.REMOVALS_OFFICER:
            yield from self._checks(at)
        elif role in (Role.DUTY_DESK, Role.DECISION_MAKER):
            yield from self._any_case(at)
        elif role is Role.NATIONAL_ANALYST:
            yield from self._reading(at, rng.randrange(self.world.districts), rng.randint(2, 6))
        elif role is Role.CASEWORKER or rng.random() < 0.45:
            yield from self._own_case(at)
        elif role is Role.FORCE_SUPERVISOR and rng.random() < 0.5:
            yield from self._pages(at, rng.choice(self.world.by_agency[self.who.agency]), acts=0.15, closed=0.1)
        else:
            yield from self._reading(at, self._district(), rng.randint(1, 4))

    def _own_case(self, at: datetime) -> Iterator[Made]:
        """Their own: open ones, and one closed lately where something is to be finished."""
        lately = (self.begins - timedelta(days=28)).date()
        own = [n for n in self.who.cases if (day := self.world.cases[n].closed_on) is None or day > lately]
        if own:
            yield from self._pages(at, self.world.rng.choice(own), acts=0.35)

    def _any_case(self, at: datetime) -> Iterator[Made]:
        """Whoever calls, whatever is to be decided."""
        yield from self._pages(at, self.world.rng.randrange(len(self.world.cases)), acts=0.3, closed=0.15)

    def _pages(self, at: datetime, case: int, *, acts: float, closed: float = 1.0) -> Iterator[Made]:
        """Some pages of a case, minutes apart, and now and then something is written down."""
        rng, day = self.world.rng, self.world.cases[case].closed_on
        if day is not None and day <= at.date() and rng.random() > closed:
            return
        for _ in range(1 + _poisson(0.9, rng)):
            yield (at, rng.choice(PAGES), self.who, f"c{case}", None)
            at += timedelta(seconds=rng.expovariate(1 / 150) + 5)
        if rng.random() < acts:
            at += timedelta(minutes=rng.expovariate(1 / 12))
            yield (at, "case_changed", self.who, f"c{case}", None)

    def _reading(self, at: datetime, district: int, number: int) -> Iterator[Made]:
        """A search, or none, and reports and things about it."""
        rng, world = self.world.rng, self.world
        if rng.random() < 0.5:
            term = (world.names.one(rng),) if rng.random() < 0.5 else ()
            place = world.place(district) if rng.random() < 0.1 else None
            yield (at, "searched", self.who, "", (term, place))
        for _ in range(number):
            at += timedelta(seconds=rng.expovariate(1 / 140) + 8)
            event = "report_read" if rng.random() < 0.6 else "thing_read"
            number = rng.randrange(REPORTS // world.districts)
            yield (at, event, self.who, world.report(f"r{district}.{number}", district), None)

    def _checks(self, at: datetime) -> Iterator[Made]:
        """Lists for a flight, single names, and families: as a list of a few, or by some people one name at a time."""
        rng, name = self.world.rng, self._surname
        chance = rng.random()
        if chance < 0.35:
            yield (at, "list_received", self.who, "l", (rng.randint(15, 200), ()))
        elif chance < 0.99:
            yield (at, "list_received", self.who, "l", (1, (name(),)))
        else:
            size, shared = rng.choices((2, 3, 4, 5), (45, 30, 17, 8))[0], name()
            if rng.random() > (0.3 if self.who.typist else 0.1):
                yield (at, "list_received", self.who, "l", (size, (shared,)))
                return
            for _ in range(size):
                yield (at, "list_received", self.who, "l", (1, (shared,)))
                at += timedelta(seconds=rng.uniform(60, 240))

    def _exceptions(self) -> Iterator[Made]:
        """What is not every day's: standing in, a late enquiry, an old case, a raid."""
        rng, world, who = self.world.rng, self.world, self.who
        if who.role not in (Role.FORCE_OFFICER, Role.CASEWORKER):
            return
        if rng.random() < who.covers * 0.25:  # a colleague asks for something to be looked up
            yield from self._pages(self._some_time(), self._of_a_colleague(), acts=0.3, closed=0.05)
        if rng.random() < 0.004 * (1 + 4 * who.covers):  # a whole team is away at a course or ill
            for _ in range(rng.randint(2, 4)):
                yield from self._pages(self._some_time(), self._of_a_colleague(), acts=0.5, closed=0.05)
        if self.covering and self.covering.cases:  # a week's leave: the colleague's cases, half of the time unassigned
            for _ in range(rng.randint(1, 4)):
                yield from self._pages(self._some_time(), rng.choice(self.covering.cases), acts=0.4, closed=0.1)
        if rng.random() < 0.004 and who.cases:  # a court or a complaint asks for somebody of long ago
            yield from self._pages(self._some_time(), rng.choice(who.cases), acts=0.2)
        if rng.random() < 0.0006:  # the wrong case, or an enquiry about a closed one of somebody else's
            at, case = self._some_time(), rng.choice(world.by_agency[who.agency])
            yield (at, "case_read", who, f"c{case}", None)
        yield from self._raid()

    def _raid(self) -> Iterator[Made]:
        rng, day = self.world.rng, (self.begins.date() - FIRST.date()).days
        if self.who.role is not Role.FORCE_OFFICER or rng.random() < 0.5:
            return
        if self.who.agency not in {f"force-{one}" for one in RAIDS.get(day, ())}:
            return
        at = datetime.combine(self.begins.date(), datetime.min.time(), self.begins.tzinfo) + timedelta(hours=22.5)
        for _ in range(rng.randint(1, 3)):
            yield from self._reading(at + timedelta(hours=rng.uniform(0, 5)), self._district(), rng.randint(2, 6))

    def _of_a_colleague(self) -> int:
        return self.world.rng.choice(self.world.by_agency[self.who.agency])

    def _district(self) -> int:
        return int(self.who.agency.split("-")[1]) if self.world.rng.random() < 0.8 else self.who.district

    def _surname(self) -> str:
        """Names on removal lists: some are borne by one in fifty of those who are on them."""
        return str(int(self.world.rng.paretovariate(0.7) * 50))

    def _some_time(self) -> datetime:
        return self.begins + timedelta(hours=self.world.rng.uniform(0, self.hours))


def _poisson(mean: float, rng: Random) -> int:
    """So many, by chance: arrivals within a span."""
    number, left = 0, rng.expovariate(1.0)
    while left < mean:
        number, left = number + 1, left + rng.expovariate(1.0)
    return number
