"""Who is protected now, with what a list of names could be matched by: for the screening of removal lists alone.

It fails towards protection: a case counts unless its clocks say for certain that it has ended and that nothing of it is
outstanding. A case that does not open is counted as such, because then nobody can be ruled out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from pentameter.kernel.safe import Safe
from pentameter.kernel.sealing import SealBroken
from pentameter.victims.keys import unwrap
from pentameter.victims.models import Case, CaseEvent, CaseKey, HoldsMark
from pentameter.victims.queries.opening import bound
from pentameter.victims.queries.protections import today_of, value_of
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.cases import CaseState, Identity
from pentameter.victims.rules.protection import protection
from pentameter.victims.rules.removal import stands_against_removal

_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class HeldPerson:
    """A protected person's case, and by what she may be known."""

    case_id: UUID
    identity: Identity


@dataclass(frozen=True, slots=True)
class HeldPeople:
    """Everyone who is protected, as of the `mark` of holds. `unreadable`: cases of which nothing opens."""

    people: tuple[HeldPerson, ...]
    unreadable: int
    mark: int


def holds_mark() -> int:
    """The mark of holds: it grows when somebody becomes protected or known by another name. One SQL query."""
    return HoldsMark.objects.filter(id=1).values_list("mark", flat=True).first() or 0


def held_people(besides: frozenset[UUID] = frozenset()) -> HeldPeople:
    """Everyone who is protected. The mark is read first, so that what changes meanwhile counts as later.

    `besides`: cases that are held for a reason which their clocks do not know.
    """
    mark, found, unreadable = holds_mark(), [], 0
    for one in _cases(besides):
        if one is None:
            unreadable += 1
        elif one.identity is not None:
            found.append(HeldPerson(one.case_id, one.identity))
    return HeldPeople(tuple(found), unreadable, mark)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A case that opened; `identity` None where nothing stands against a removal."""

    case_id: UUID
    identity: Identity | None


def _cases(besides: frozenset[UUID]) -> Iterator[_Seen | None]:
    """Every case that was not erased; None for one that does not open. Three SQL queries for a thousand."""
    rows = Case.objects.exclude(state=CaseState.ERASED.value).order_by("id")
    wanted = rows.only("id", "reference", "place", "zone", "identity")
    last: UUID | None = None
    while step := list((wanted.filter(id__gt=last) if last else wanted)[:_AT_ONCE]):
        last = step[-1].id
        yield from _step(step, besides)


def _step(rows: Sequence[Case], besides: frozenset[UUID]) -> Iterator[_Seen | None]:
    ids = [row.id for row in rows]
    keys = dict(CaseKey.objects.filter(case_id__in=ids).values_list("case_id", "wrapped"))
    events: dict[UUID, list[CaseEvent]] = {one: [] for one in ids}
    for event in CaseEvent.objects.filter(case_id__in=ids, struck_at=None):
        events[event.case_id].append(event)
    for row in rows:
        try:
            yield _seen(row, unwrap(row.id, keys[row.id]), events[row.id], held=row.id in besides)
        except (KeyError, SealBroken):
            yield None


def _seen(row: Case, safe: Safe, events: Sequence[CaseEvent], *, held: bool) -> _Seen:
    """Raises SealBroken where anything of it does not open."""
    now = protection(value_of(row, events, safe), rule_book(), today=today_of(row))
    if not held and not stands_against_removal(now):
        return _Seen(row.id, None)
    said = safe.unseal(row.identity, bound_to=bound("identity", row.id)) if row.identity is not None else {}
    return _Seen(row.id, Identity.from_json(said))
