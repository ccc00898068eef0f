"""Releases by chance, from what the demo operation holds: what is asked, in how much detail, what happens meanwhile.

The product freezes a query of its own; what a release asks for by chance is less of it: fewer dimensions, codes put
together to groups, or the groups alone. Groups of one sequence of releases are the same in all of them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import product
from random import Random
from uuid import UUID
from zlib import crc32

from pentameter.accounts import api as accounts
from pentameter.accounts.queries.people import demo_people
from pentameter.kernel.actor import SYSTEM, Actor, Role
from pentameter.kernel.periods import week_of
from pentameter.operations import api as operations
from pentameter.operations.api import Looked, WaveCard, WeekReturn
from pentameter.releases.keys import Truth, seal
from pentameter.releases.models import Edition
from pentameter.releases.queries.rows import truth_of
from pentameter.releases.rules.adding_up import Says, added_up, flat, nested
from pentameter.releases.rules.choices import Choice
from pentameter.releases.shelf.content import Codes, Dimension, Table
from pentameter.victims.api import (
    Age,
    Event,
    EventKind,
    Identity,
    Practical,
    Rescue,
    Whereabouts,
    record_event,
    register_rescue,
)
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.services.consent import Saying, record_consent

MOST_LEAVES = 400
"""Of one table: larger ones are asked for in groups."""
CHOICES = tuple(one for one in Choice if one is not Choice.ESTIMATES)


@dataclass(frozen=True)
class Asked:
    """How much of each dimension is asked for: "all", its "groups", or "none". `groups`: how many flat codes are put
    into; 0: they are not."""

    seed: int
    groups: int
    detail: Mapping[str, str]

    def of(self, truth: Truth) -> Truth:
        """The tables as they are asked for."""
        return replace(truth, tables=tuple(self._table(one) for one in truth.tables))

    def _table(self, table: Table) -> Table:
        spans = [_grouped(one, self.seed, self.groups) for one in table.dimensions]
        details = [self.detail.get(one.name, "all") for one in table.dimensions]
        if all(one == "none" for one in details):
            details[0] = "all"
        if len(table.values) > MOST_LEAVES:
            details = ["groups" if one == "all" else one for one in details]
        kept = [(at, _in_detail(spans[at], how)) for at, how in enumerate(details) if how != "none"]
        counts: Counter[Codes] = Counter()
        for codes, count in _leaves(table):
            counts[tuple(_code(spans[at], codes[at], details[at]) for at, _ in kept)] += count
        says = Says(table.key, table.title, table.counted, table.population, table.source, table.as_of, table.notes)
        return added_up(says, [one for _, one in kept], counts)


def asked(rng: Random, seed: int, groups: int) -> Asked:
    """What a release asks for."""
    names = ("area", "week", "age", "protection", "quarter", "sex", "responder", "nationality", "outcome", "offence")
    ways = ("all", "all", "groups", "none")
    return Asked(seed, groups, {name: rng.choice(ways) for name in names})


def ask(edition: UUID, wanted: Asked) -> None:
    """The frozen tables of a version as they are asked for."""
    row = Edition.objects.get(pk=edition)
    sealed = seal(wanted.of(truth_of(row)), row.id)
    row.key, row.sealed, row.digest = sealed.key, sealed.body, sealed.digest
    row.save(update_fields=["key", "sealed", "digest"])


def _leaves(table: Table) -> Iterator[tuple[Codes, int]]:
    above = [{code.part_of for code in one.codes} for one in table.dimensions]
    inner = [
        [code.code for code in one.codes if code.code not in up]
        for one, up in zip(table.dimensions, above, strict=True)
    ]
    yield from ((codes, table.cells[codes] or 0) for codes in product(*inner))


def _grouped(one: Dimension, seed: int, groups: int) -> Dimension:
    """A flat dimension with its codes in groups; one that is nested already, as it is, and weeks, which are drawn."""
    codes = [code.code for code in one.codes[1:]]
    if (
        not groups
        or one.name == "week"
        or len(codes) <= groups
        or any(code.part_of != one.total for code in one.codes[1:])
    ):
        return one
    parts: dict[str, list[str]] = {}
    for code in codes:
        parts.setdefault(f"{one.name} group {crc32(f'{seed}{code}'.encode()) % groups + 1}", []).append(code)
    return nested(one.name, one.title, one.total, dict(sorted(parts.items())))


def _in_detail(one: Dimension, how: str) -> Dimension:
    if how == "all":
        return one
    return flat(one.name, one.title, one.total, [code.code for code in one.codes[1:] if code.part_of == one.total])


def _code(one: Dimension, code: str, how: str) -> str:
    above = {each.code: each.part_of for each in one.codes}
    return above[code] if how == "groups" and above[code] not in ("", one.total) else code


@dataclass
class Life:
    """What happens to the demo operation between two releases."""

    rng: Random
    waves: Sequence[WaveCard]
    today: date
    people: list[tuple[UUID, Actor]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.officers = _actors(Role.FORCE_OFFICER, Role.FORCE_SUPERVISOR)
        self.decider = _actors(Role.DECISION_MAKER)[0]

    def goes_on(self, many: int) -> None:
        """Some people are found, some say that they do not wish to be counted, an agency reports."""
        for _ in range(self.rng.randint(0, many)):
            self._somebody_is_found()
        for _ in range(self.rng.choice((0, 0, 1, 2))):
            self._somebody_says_no()
        for _ in range(self.rng.choice((0, 1, 3))):
            self._an_agency_reports()

    def _somebody_is_found(self) -> None:
        officer, wave = self.rng.choice(self.officers), self.rng.choice(self.waves)
        end = min(wave.ends_on or self.today, self.today)
        on = wave.starts_on + timedelta(days=self.rng.randint(0, max((end - wave.starts_on).days, 0)))
        rescue = Rescue(
            identity=Identity(name=f"Person {len(self.people)}", sex=self.rng.choice(("female", "male", ""))),
            age=self.rng.choice((Age.ADULT, Age.ADULT, *Age)),
            practical=Practical(),
            whereabouts=Whereabouts(),
            found_on=min(on, self.today),
            wave=wave.id,
        )
        case = register_rescue(rescue=rescue, by=officer).case_id
        self.people.append((case, officer))
        if self.rng.random() < 0.7:
            record_event(
                case_id=case, event=Event(EventKind.REFERRED, min(on, self.today)), origin="chance", by=self.decider
            )

    def _somebody_says_no(self) -> None:
        if self.people:
            case, officer = self.rng.choice(self.people)
            record_consent(case_id=case, saying=Saying(Purpose.STATISTICS, Said.REFUSED), by=officer)

    def _an_agency_reports(self) -> None:
        wave = self.rng.choice([one for one in self.waves if one.ends_on is None])
        agency = self.rng.choice([one.agency for one in operations.participants(wave.id)])
        weeks = (week_of(self.today) - week_of(wave.starts_on)).days // 7
        if weeks < 1:
            return
        week = week_of(wave.starts_on) + timedelta(weeks=self.rng.randrange(weeks))
        people = self.rng.choice((1, 3, 12, 40))
        said = WeekReturn(
            week=week, looked=Looked("found"), premises_visited=2, people_found=people, arrests=0, text="Found."
        )
        operations.file_return(wave_id=wave.id, agency=agency, word=said, by=SYSTEM, today=self.today)


def _actors(*roles: Role) -> list[Actor]:
    """People of the demonstration."""
    found = [one.id for one in demo_people() if one.role in roles]
    return [one for one in (accounts.actor_of_user(each, second_factor=True) for each in found) if one is not None]
