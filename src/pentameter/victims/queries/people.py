"""How many people of each age and nationality were found: from the counts that are kept, and counted again.

Nobody's facts are opened for a look: counts are kept when a case is written (ADR 0025). `recounted` opens every case
and is what those counts are compared with.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet, Value

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


def rescued_by_day(waves: Sequence[UUID], *, agency: str = "") -> tuple[RescuedOn, ...]:
    """People rescued in these waves, by all or one agency, by the day on which they were found. Of an index alone.

    One SQL query. A wave is counted under its place in `waves`: thousands of identifiers are slow to read.
    """
    rows = [_by_day(Case.objects.filter(wave=wave), nth, agency) for nth, wave in enumerate(waves)]
    days = rows[0].union(*rows[1:], all=True).order_by("nth", "rescued_on", "agency")
    return tuple(RescuedOn(waves[nth], *row) for nth, *row in days)


def _by_day(rows: QuerySet[Case], nth: int, agency: str) -> QuerySet[Any, Any]:
    if agency:
        rows = rows.filter(agency=agency)
    days = rows.order_by().annotate(nth=Value(nth)).values("nth", "agency", "rescued_on")
    return days.annotate(people=Count("*")).values_list("nth", "agency", "rescued_on", "people")


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
