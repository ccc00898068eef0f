"""How many arrests, charges and convictions stand: of a wave, by force and by week, and for each law.

Counts are of what stands now: what was struck out does not count, nor does a conviction that was quashed. "For
trafficking" means an offence of trafficking itself (`rules.laws.is_trafficking`). A person who is a suspect in two
investigations counts in each.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import cache
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Case, Count, Exists, F, Min, OuterRef, Q, QuerySet, When
from django.db.models.functions import TruncWeek

from pentameter.access.api import Operation, decide
from pentameter.justice.models import PipelineEvent, Suspect
from pentameter.justice.rules.kinds import CONVICTS, Kind, Outcome
from pentameter.justice.rules.laws import is_trafficking, offences
from pentameter.justice.rules.laws_register import Recorded
from pentameter.justice.rules.stages import Stage
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.periods import week_of
from pentameter.kernel.verdict import require

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands. `people_*` count each suspect once; the others count arrests, charges and convictions."""

    arrests: int = 0
    arrested_for_trafficking: int = 0
    no_further_action: int = 0
    charges: int = 0
    charged_with_trafficking: int = 0
    convictions: int = 0
    convicted_of_trafficking: int = 0
    people_arrested: int = 0
    people_arrested_for_trafficking: int = 0
    people_charged: int = 0
    people_charged_with_trafficking: int = 0
    people_convicted: int = 0
    people_convicted_of_trafficking: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes(Counts):
    """The same of all, by leading agency, and by week (its Monday) of what happened. `as_of`: when it was counted."""

    by_force: Mapping[str, Counts]
    by_week: Mapping[date, Counts]
    as_of: datetime


CONVICTED = tuple(sorted(one.value for one in CONVICTS))
"""The outcomes of a verdict of guilty, as they are kept."""
_NAMES = {
    Kind.ARRESTED.value: ("arrests", "arrested_for_trafficking"),
    Kind.CHARGED.value: ("charges", "charged_with_trafficking"),
    Kind.VERDICT.value: ("convictions", "convicted_of_trafficking"),
}
_PEOPLE = {
    Kind.ARRESTED.value: ("people_arrested", "people_arrested_for_trafficking"),
    Kind.CHARGED.value: ("people_charged", "people_charged_with_trafficking"),
    Kind.VERDICT.value: ("people_convicted", "people_convicted_of_trafficking"),
}


class _Tally(dict[K, dict[str, int]], Generic[K]):
    """Numbers by a key and by their name."""

    def add(self, key: K, names: Iterable[str], numbers: Iterable[int]) -> None:
        mine = self.setdefault(key, {})
        for name, number in zip(names, numbers, strict=True):
            mine[name] = mine.get(name, 0) + number

    def counts(self) -> dict[K, Counts]:
        return {key: Counts(**numbers) for key, numbers in self.items()}


def outcomes(wave_id: UUID | None, *, by: Actor) -> Outcomes:
    """What stands of a wave; of all investigations where `wave_id` is None. Four SQL queries.

    Raises:
        Refused: if the actor's role does not see these counts.
    """
    require(decide(by, Operation.VIEW_OUTCOMES))
    moment = clock.now()
    forces, weeks = _Tally[str](), _Tally[date]()
    counted = _counted().filter(_of(wave_id, "suspect__investigation__"))
    for force, week, kind, *numbers in _grouped(counted, "force", "week", heads=False):
        forces.add(force, _NAMES[kind], numbers)
        weeks.add(week, _NAMES[kind], numbers)
    for force, kind, *numbers in _grouped(counted, "force", heads=True):
        forces.add(force, _PEOPLE[kind], numbers)
    for week, kind, *numbers in _grouped(counted, "week", heads=True):
        weeks.add(week, _PEOPLE[kind], numbers)
    for force, on, number in _ended(wave_id):
        forces.add(force, ("no_further_action",), (number,))
        weeks.add(week_of(on), ("no_further_action",), (number,))
    by_force, by_week = forces.counts(), weeks.counts()
    return Outcomes(**_sums(by_force.values()), by_force=by_force, by_week=by_week, as_of=moment)


def headline(wave_id: UUID | None, *, by: Actor) -> Outcomes:
    """Arrests, charges and convictions alone, as `outcomes` counts them: no people, no ends. One SQL query.

    Raises:
        Refused: if the actor's role does not see these counts.
    """
    require(decide(by, Operation.VIEW_OUTCOMES))
    moment = clock.now()
    forces, weeks = _Tally[str](), _Tally[date]()
    counted = _counted().filter(_of(wave_id, "suspect__investigation__"))
    for force, week, kind, *numbers in _grouped(counted, "force", "week", heads=False):
        forces.add(force, _NAMES[kind], numbers)
        weeks.add(week, _NAMES[kind], numbers)
    by_force, by_week = forces.counts(), weeks.counts()
    return Outcomes(**_sums(by_force.values()), by_force=by_force, by_week=by_week, as_of=moment)


def counts_by_law() -> Mapping[str, Recorded]:
    """What each law has led to, by its code; a law that led to nothing is not in it. One SQL query."""
    numbers: dict[str, dict[str, int]] = {}
    first: dict[str, date] = {}
    keys = ("law", "kind")
    rows: Iterable[tuple[Any, ...]] = _counted().values_list(*keys).annotate(n=Count("id"), at=Min("on")).order_by()
    for law, kind, number, earliest in rows:
        numbers.setdefault(law, {})[_NAMES[kind][0]] = number
        if kind == Kind.VERDICT.value:
            first[law] = earliest
    return {law: Recorded(**said, first_conviction_on=first.get(law)) for law, said in numbers.items() if law}


def law_of() -> Case:
    """The law that an event is about. A verdict's is the one charged, unless the court convicted of another instead."""
    return Case(When(kind=Kind.VERDICT.value, offence="", then=F("about__offence")), default=F("offence"))


def standing_convictions() -> Q:
    """The condition of a verdict on which a conviction stands: no appeal after it has quashed it, or sent it back."""
    undone = PipelineEvent.objects.filter(
        about=OuterRef("about"),
        kind=Kind.APPEAL_DECIDED.value,
        outcome__in=(Outcome.QUASHED.value, Outcome.RETRIAL.value),
        struck_at=None,
        on__gte=OuterRef("on"),
    )
    return Q(~Exists(undone), kind=Kind.VERDICT.value, outcome__in=CONVICTED)


def _counted() -> QuerySet[PipelineEvent]:
    """Arrests, charges and convictions that stand, with the law that each is about, its leading agency and week."""
    wanted = Q(kind__in=(Kind.ARRESTED.value, Kind.CHARGED.value)) | standing_convictions()
    return PipelineEvent.objects.filter(wanted, struck_at=None).annotate(
        law=law_of(),
        force=F("suspect__investigation__agency"),
        week=TruncWeek("on"),
    )


def _grouped(counted: QuerySet[PipelineEvent], *keys: str, heads: bool) -> Iterable[tuple[Any, ...]]:
    """Rows of the keys, the kind, how many, and how many of them for trafficking; `heads`: suspects, each once."""
    what = "suspect" if heads else "id"
    trafficking = Count(what, distinct=heads, filter=Q(law__in=_trafficking()))
    grouped = counted.values_list(*keys, "kind").annotate(n=Count(what, distinct=heads), of_these=trafficking)
    return grouped.order_by()


def _ended(wave_id: UUID | None) -> Iterable[tuple[str, date, int]]:
    """Suspects with whom nothing more is done, by leading agency and day."""
    wanted = Suspect.objects.filter(_of(wave_id, "investigation__"), stage=Stage.NO_ACTION.value)
    return wanted.values_list("investigation__agency", "stage_on").annotate(n=Count("id")).order_by()


def _of(wave_id: UUID | None, path: str) -> Q:
    return Q(**{f"{path}wave": wave_id}) if wave_id else Q()


def _sums(counts: Iterable[Counts]) -> dict[str, int]:
    """The sums over all forces: a suspect belongs to one investigation, and that to one leading agency."""
    given = tuple(counts)
    return {one.name: sum(getattr(each, one.name) for each in given) for one in fields(Counts)}


@cache
def _trafficking() -> tuple[str, ...]:
    return tuple(one.code for one in offences() if is_trafficking(one.code))
