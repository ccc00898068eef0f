"""How many people of each age and nationality were found: from the counts that are kept, and counted again.

Nobody's facts are opened for a look: counts are kept when a case is written (ADR 0025). `recounted` opens every case
and is what those counts are compared with.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, DateField, F, QuerySet, Value
from django.db.models.functions import Cast

from pentameter.intelligence.api import meant_country
from pentameter.kernel.sealing import SealBroken
from pentameter.victims.keys import safes_that_open
from pentameter.victims.models import Case, PeopleCount
from pentameter.victims.queries.opening import bound
from pentameter.victims.rules.cases import Age, Identity

Cell = tuple[UUID | None, str, str]
"""Wave, age, nationality as a code of two letters; empty where it is not known or the case was erased."""
_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class PeopleCounted:
    """People of a wave by age and by nationality (a code of two letters; empty: not known). Exact, small ones too."""

    ages: Mapping[Age, int] = field(default_factory=dict)
    nationalities: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All who are counted here."""
        return sum(self.ages.values())


@dataclass(frozen=True, slots=True)
class RescuedOn:
    """How many people of a wave an agency found on a day."""

    wave: UUID
    agency: str
    day: date
    people: int


def people_counted(wave: UUID) -> PeopleCounted:
    """The people of a wave by age and nationality. One SQL query."""
    ages: Counter[Age] = Counter()
    nationalities: Counter[str] = Counter()
    for row in PeopleCount.objects.filter(wave=wave, people__gt=0):
        ages[Age(row.age)] += row.people
        nationalities[row.nationality] += row.people
    return PeopleCounted(dict(ages), dict(nationalities))


def rescued_by_day(waves: Iterable[UUID], *, agency: str = "") -> tuple[RescuedOn, ...]:
    """People rescued in these waves, by all or one agency, by the day on which they were found. Of an index alone.

    One SQL query, or none where no wave is asked for; one that is named twice is counted once. A row tells the place of
    its wave: thousands of identifiers are slow to read.
    """
    asked = tuple(dict.fromkeys(waves))
    if not asked:
        return ()
    first, *others = (_by_day(wave, nth, agency) for nth, wave in enumerate(asked))
    days = first.union(*others, all=True).order_by("nth", "day", "slug")
    return tuple(RescuedOn(asked[nth], *row) for nth, *row in days)


def rescued_beside(wave: UUID, other: UUID, *, agency: str = "") -> tuple[tuple[RescuedOn, ...], int]:
    """The same of one wave, and how many people were rescued in another one. One SQL query."""
    both = _by_day(wave, 0, agency).union(_in_all(other, 1, agency), all=True).order_by("nth", "day", "slug")
    rows = list(both)
    days = (RescuedOn(wave, slug, day, people) for nth, slug, day, people in rows if nth == 0)
    return tuple(days), sum(people for nth, _, _, people in rows if nth == 1)


_COLUMNS = ("nth", "slug", "day", "people")


def _by_day(wave: UUID, nth: int, agency: str) -> QuerySet[Any, Any]:
    days = _rescued(wave, agency).values(nth=Value(nth), slug=F("agency"), day=F("rescued_on"))
    return days.annotate(people=Count("*")).values_list(*_COLUMNS)


def _in_all(wave: UUID, nth: int, agency: str) -> QuerySet[Any, Any]:
    nobody, never = Value("", output_field=CharField()), Cast(Value(None), DateField())
    everybody = _rescued(wave, agency).values(nth=Value(nth), slug=nobody, day=never)
    return everybody.annotate(people=Count("*")).values_list(*_COLUMNS)


def _rescued(wave: UUID, agency: str) -> QuerySet[Case]:
    rows = Case.objects.filter(wave=wave).order_by()
    return rows.filter(agency=agency) if agency else rows


def nation_of(identity: Identity) -> str:
    """Her nationality as a code of two letters, as far as what was written can be read as one."""
    return meant_country(identity.nationality) or "" if identity.nationality else ""


def recounted() -> dict[Cell, int]:
    """Every case opened and counted. What does not open, or was erased, counts as not known. Slow: for comparing."""
    found: Counter[Cell] = Counter()
    last: UUID | None = None
    rows = Case.objects.order_by("id").only("id", "wave_id", "age", "identity")
    while step := list((rows.filter(id__gt=last) if last else rows)[:_AT_ONCE]):
        last = step[-1].id
        safes = safes_that_open([row.id for row in step])
        for row in step:
            safe, nation = safes.get(row.id), ""
            if safe is not None and row.identity is not None:
                try:
                    said = safe.unseal(row.identity, bound_to=bound("identity", row.id))
                    nation = nation_of(Identity.from_json(said))
                except SealBroken:
                    nation = ""
            found[row.wave_id, row.age, nation] += 1
    return dict(found)


def kept() -> dict[Cell, int]:
    """The counts that are kept, without those of nobody. One SQL query."""
    rows = PeopleCount.objects.filter(people__gt=0)
    return {(row.wave_id, row.age, row.nationality): row.people for row in rows}
