"""What an agency is told: that another has an interest in something of its own, and whom to call."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from pentameter.entities.models import Interest
from pentameter.intelligence.api import ShownMention, shown_mentions
from pentameter.kernel.actor import Actor

PAGE = 50
ANOTHER = "Another agency"
DESK = "the duty desk at the national centre"


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to call. `agency` is empty where the desk stands in, for one agency or for several; `number` is then its."""

    agency: str
    name: str
    number: str

    @property
    def who(self) -> str:
        """Who has the interest, as far as the reader may know."""
        return self.name if self.agency else ANOTHER

    @property
    def whom(self) -> str:
        """Whom to call."""
        return self.name if self.agency else DESK


@dataclass(frozen=True, slots=True)
class InterestLine:
    """An interest, with the told agency's own mention that it is about."""

    id: UUID
    kind: str
    about: ShownMention
    call: Call
    raised_at: datetime
    seen_at: datetime | None
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class InterestPage:
    """A page of what an agency is told, latest first."""

    lines: tuple[InterestLine, ...]
    total: int
    unseen: int
    number: int
    pages: int


def unseen(by: Actor) -> int:
    """How many interests the actor's agency was told of and nobody there has seen. One SQL query."""
    return Interest.objects.filter(told_id=by.agency, seen_at=None, withdrawn_at=None).count()


def page_of(by: Actor, *, number: int, withdrawn: bool) -> InterestPage:
    """A page of what the actor's agency is told; with those that were withdrawn, or without."""
    rows = Interest.objects.filter(told_id=by.agency)
    if not withdrawn:
        rows = rows.filter(withdrawn_at=None)
    total = rows.count()
    pages = max(1, -(-total // PAGE))
    number = min(max(1, number), pages)
    start = (number - 1) * PAGE
    found = list(rows.select_related("other").order_by("-raised_at", "-id")[start : start + PAGE])
    about = shown_mentions({row.about_id for row in found}, by)
    lines = tuple(_line(row, about[row.about_id]) for row in found if row.about_id in about)
    return InterestPage(lines, total, unseen(by), number, pages)


def calls_about(thing: UUID, by: Actor) -> tuple[Call, ...]:
    """Whom the actor's agency may call about a thing that it holds. One SQL query."""
    rows: QuerySet[Interest] = Interest.objects.filter(thing=thing, told_id=by.agency, withdrawn_at=None)
    found = {_call(row) for row in rows.select_related("other")}
    return tuple(sorted(found, key=lambda one: (not one.agency, one.name)))


def _line(row: Interest, about: ShownMention) -> InterestLine:
    return InterestLine(row.id, row.kind, about, _call(row), row.raised_at, row.seen_at, row.withdrawn_at)


def _call(row: Interest) -> Call:
    if row.other is None:
        return Call("", "", settings.DUTY_DESK_NUMBER)
    return Call(row.other.slug, row.other.name, "")
