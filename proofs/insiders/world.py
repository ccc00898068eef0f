"""What is known of the month's cases, reports and things: what the watch asks the contexts upstream for, in memory."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from random import Random

from pentameter.decisions.rules.screening.trawling import CheckFact, suspicions
from pentameter.kernel.actor import Role
from pentameter.oversight.rules.likeness import share_of
from pentameter.oversight.rules.looks import Likeness
from pentameter.oversight.rules.rows import Row
from pentameter.oversight.rules.screening import Check
from pentameter.oversight.rules.ties import CaseFact, Need
from proofs.insiders.people import BUSY_STREETS, STREETS, Names, Person, districts, supports

FIRST = datetime(2026, 3, 1, tzinfo=UTC)
REPORTS = 150_000
NOTHING: frozenset[Likeness] = frozenset()


@dataclass(slots=True)
class Case:
    """A case: whose, who works with her, since when it is closed. `surname` and `street` are None if unknown."""

    agency: str
    support: str
    owner: str
    worker: str
    closed_on: date | None
    surname: int | None
    street: tuple[int, int] | None


@dataclass
class World:
    """Everything there is. `told`: what rows say beside their ids, until the watch has asked."""

    people: list[Person]
    rng: Random
    names: Names
    cases: list[Case] = field(default_factory=list)
    by_agency: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    reports: dict[str, tuple[tuple[int, ...], tuple[int, int] | None]] = field(default_factory=dict)
    told: dict[int, tuple[object, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.districts, self.supports = districts(len(self.people)), supports(len(self.people))
        self.person = {one.id: one for one in self.people}
        self._needs: dict[tuple[str, str], list[Need]] = defaultdict(list)
        self._make_cases()
        bearers: Counter[int] = Counter(one.surname for one in self.people)
        self._bearers, self._known = bearers, sum(bearers.values())

    def need(self, person: str, case: int, began: datetime, ended: datetime | None) -> None:
        """Somebody needs to know a case for a time."""
        self._needs[person, f"c{case}"].append(Need(began, ended))

    def report(self, identifier: str, district: int) -> str:
        """A report of a district, of up to three people, some with names of here, and most often with a place."""
        if identifier not in self.reports:
            rng = self.rng
            named = tuple(self.names.one(rng) for _ in range(rng.randint(0, 3)) if rng.random() < 0.6)
            self.reports[identifier] = (named, self.place(district) if rng.random() < 0.7 else None)
        return identifier

    def place(self, district: int) -> tuple[int, int]:
        """Where something happened."""
        busy = self.rng.random() < 0.3
        return (district, self.rng.randrange(BUSY_STREETS if busy else STREETS))

    def zone(self, agency: str) -> tzinfo:
        """One time is enough for a month in winter."""
        return UTC

    def case(self, case: str) -> CaseFact | None:
        """As `Facts` says."""
        one = self.cases[int(case[1:])]
        return CaseFact(one.agency, one.owner, one.worker, one.closed_on)

    def needs(self, person: str, case: str) -> Sequence[Need]:
        """As `Facts` says."""
        return self._needs.get((person, case), ())

    def alike(self, row: Row) -> frozenset[Likeness]:
        """As `Facts` says: whether a name is the person's own, or a place is where they live."""
        who = self.person[row.person]
        names, place = self.told.pop(row.seq, None) or self._of(row.subject)
        found = {Likeness.SURNAME} if who.surname in names else set()
        if place == (who.district, who.street):
            found.add(Likeness.ADDRESS)
        return frozenset(found) if found else NOTHING

    def share(self, person: str) -> float:
        """As `Facts` says: from the names of those who work here, which is what an installation knows."""
        return share_of(self._bearers[self.person[person].surname] - 1, self._known)

    def check(self, row: Row) -> Check | None:
        """As `Facts` says."""
        lines, surnames = self.told.pop(row.seq)
        return CheckFact(row.person, row.at, lines, surnames)

    def trawls(self, checks: Sequence[Check], *, now: datetime) -> frozenset[str]:
        """As `Facts` says: the screening's own rule."""
        return frozenset(one.kind.value for one in suspicions(checks, now=now))

    def _of(self, subject: str) -> tuple[tuple[int, ...], tuple[int, int] | None]:
        if subject.startswith("c"):
            one = self.cases[int(subject[1:])]
            return ((one.surname,) if one.surname is not None else ()), one.street
        return self.reports.get(subject, ((), None))

    def _make_cases(self) -> None:
        officers = [one for one in self.people if one.role in (Role.FORCE_OFFICER, Role.FORCE_SUPERVISOR)]
        workers = defaultdict(list)
        for one in self.people:
            if one.role is Role.CASEWORKER:
                workers[one.agency].append(one)
        for _ in range(len(self.people) * 3):
            self._make_case(self.rng.choice(officers), workers)

    def _make_case(self, officer: Person, workers: dict[str, list[Person]]) -> None:
        rng, number = self.rng, len(self.cases)
        support = f"support-{rng.randrange(self.supports)}"
        worker = rng.choice(workers[support]) if workers[support] else None
        closed = (FIRST + timedelta(days=rng.randint(-200, 20))).date() if rng.random() < 0.35 else None
        surname = self.names.one(rng) if rng.random() < 0.3 else None
        street = self.place(rng.randrange(self.districts)) if rng.random() < 0.6 else None
        name = worker.id if worker else ""
        self.cases.append(Case(officer.agency, support, officer.id, name, closed, surname, street))
        self.by_agency[officer.agency].append(number)
        self.by_agency[support].append(number)
        officer.cases.append(number)
        if worker:
            worker.cases.append(number)
            self.need(worker.id, number, FIRST - timedelta(days=300), None)
