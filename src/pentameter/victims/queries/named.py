"""By what all who have a case could be recognised: for holding back what would name them in public, and nothing else.

Anonymity is for life: whether a clock still runs makes no difference. Of an erased case nothing is known any more.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Sum

from pentameter.kernel.safe import Safe
from pentameter.kernel.sealing import SealBroken
from pentameter.victims.keys import unwrap
from pentameter.victims.models import Case, CaseKey
from pentameter.victims.queries.opening import bound
from pentameter.victims.rules.cases import CaseState, Identity, Whereabouts

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Who she is and where. Never for a page."""

    case_id: UUID
    identity: Identity
    where: str


@dataclass(frozen=True, slots=True)
class NamedPeople:
    """Everyone who has a case. `unreadable`: cases of which nothing opens, so that nobody can be ruled out."""

    people: tuple[NamedPerson, ...]
    unreadable: int


def named_people() -> NamedPeople:
    """Everyone whose case was not erased. Two SQL queries for a thousand."""
    found = list(_people())
    people = tuple(one for one in found if one is not None)
    return NamedPeople(people, len(found) - len(people))


def opened_people(cases: Collection[UUID]) -> tuple[NamedPerson, ...]:
    """Those of some cases that open. Two SQL queries."""
    rows = Case.objects.filter(id__in=cases).exclude(state=CaseState.ERASED.value)
    found = _step(list(rows.only("id", "identity", "whereabouts")))
    return tuple(one for one in found if one is not None)


def named_mark() -> str:
    """Changes when somebody has a case now, or is known by another name or place. It tells nothing. One SQL query."""
    told = Case.objects.aggregate(cases=Count("id"), versions=Sum("version"))
    return f"{told['cases']}.{told['versions'] or 0}"


def _people() -> Iterator[NamedPerson | None]:
    rows = Case.objects.exclude(state=CaseState.ERASED.value).order_by("id").only("id", "identity", "whereabouts")
    last: UUID | None = None
    while step := list((rows.filter(id__gt=last) if last else rows)[:_AT_ONCE]):
        last = step[-1].id
        yield from _step(step)


def _step(rows: Sequence[Case]) -> Iterator[NamedPerson | None]:
    keys = dict(CaseKey.objects.filter(case_id__in=[row.id for row in rows]).values_list("case_id", "wrapped"))
    for row in rows:
        try:
            yield _opened(row, unwrap(row.id, keys[row.id]))
        except (KeyError, SealBroken):
            yield None


def _opened(row: Case, safe: Safe) -> NamedPerson:
    who = safe.unseal(row.identity, bound_to=bound("identity", row.id)) if row.identity is not None else {}
    where = safe.unseal(row.whereabouts, bound_to=bound("whereabouts", row.id)) if row.whereabouts is not None else {}
    return NamedPerson(row.id, Identity.from_json(who), Whereabouts.from_json(where).where)
