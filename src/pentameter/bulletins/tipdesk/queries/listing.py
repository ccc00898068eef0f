"""The list of tip-offs: how each stands, and nothing of what it says."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, IntegerField, QuerySet, Value, When

from pentameter.bulletins.tipdesk.models import Tip
from pentameter.bulletins.tipdesk.rules.states import OWNERS, WAITS, Owner, State

PAGE = 25
_FIRST = (State.NEW, State.ADDED, State.OPENED, State.WAITING, State.FILED, State.CLOSED)


@dataclass(frozen=True, slots=True)
class TipLine:
    """One tip-off in a list."""

    id: UUID
    reference: str
    origin: str
    state: State
    received_on: date

    @property
    def owner(self) -> Owner:
        """Who has to act."""
        return OWNERS[self.state]


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the list."""

    lines: tuple[TipLine, ...]
    total: int
    page: int
    everything: bool

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // PAGE))


def listing(number: int, *, everything: bool) -> Listing:
    """Those that wait for the desk, the oldest first; or all, by what has to be done first. Two SQL queries."""
    rows = Tip.objects.all() if everything else _waiting()
    total = rows.count()
    page = min(max(1, number), max(1, -(-total // PAGE)))
    order = Case(*(When(state=one.value, then=Value(at)) for at, one in enumerate(_FIRST)), output_field=IntegerField())
    found = rows.annotate(urgency=order).order_by("urgency", "received_on", "id")[(page - 1) * PAGE : page * PAGE]
    lines = tuple(TipLine(one.id, one.reference, one.origin, State(one.state), one.received_on) for one in found)
    return Listing(lines, total, page, everything)


def waiting() -> int:
    """How many wait for the desk."""
    return _waiting().count()


def _waiting() -> QuerySet[Tip]:
    return Tip.objects.filter(state__in=WAITS)
