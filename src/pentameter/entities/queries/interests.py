"""What an agency is told: that another has an interest in something of its own, and whom to call."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber

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
class Before:
    """The same interest was told before, and withdrawn."""

    raised_at: datetime
    withdrawn_at: datetime


@dataclass(frozen=True, slots=True)
class InterestLine:
    """An interest, with the told agency's own mention that it is about.

    What was withdrawn and became true again is told again, as something new, for whoever put it aside has to take it up
    once more. It is one line all the same: `before` says when it was told and withdrawn earlier, the latest first.
    """

    id: UUID
    kind: str
    about: ShownMention
    call: Call
    raised_at: datetime
    seen_at: datetime | None
    withdrawn_at: datetime | None
    before: tuple[Before, ...] = ()


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
    rows = _latest(by) if withdrawn else Interest.objects.filter(told_id=by.agency, withdrawn_at=None)
    total = rows.count()
    pages = max(1, -(-total // PAGE))
    number = min(max(1, number), pages)
    start = (number - 1) * PAGE
    found = list(rows.select_related("other").order_by("-raised_at", "-id")[start : start + PAGE])
    about = shown_mentions({row.about_id for row in found}, by)
    before = _before(found, by)
    lines = tuple(_line(row, about[row.about_id], before) for row in found if row.about_id in about)
    return InterestPage(lines, total, unseen(by), number, pages)


def calls_about(thing: UUID, by: Actor) -> tuple[Call, ...]:
    """Whom the actor's agency may call about a thing that it holds. One SQL query."""
    rows: QuerySet[Interest] = Interest.objects.filter(thing=thing, told_id=by.agency, withdrawn_at=None)
    found = {_call(row) for row in rows.select_related("other")}
    return tuple(sorted(found, key=lambda one: (not one.agency, one.name)))


def _latest(by: Actor) -> QuerySet[Interest]:
    """Each interest once, as it was told last: about the same mention, and to call the same."""
    again = Window(RowNumber(), partition_by=[F("about"), F("other")], order_by=[F("raised_at").desc(), F("id").desc()])
    return Interest.objects.filter(told_id=by.agency).annotate(again=again).filter(again=1)


def _before(found: Collection[Interest], by: Actor) -> dict[UUID, tuple[Before, ...]]:
    """When each of these was told and withdrawn before. One SQL query."""
    about = [row.about_id for row in found]
    rows = Interest.objects.filter(told_id=by.agency, about__in=about).exclude(withdrawn_at=None)
    earlier = list(
        rows.order_by("-raised_at", "-id").values_list("id", "about_id", "other_id", "raised_at", "withdrawn_at")
    )
    return {
        row.id: tuple(
            Before(raised, gone)
            for id_, about_id, other, raised, gone in earlier
            if gone and (about_id, other) == (row.about_id, row.other_id) and id_ != row.id
        )
        for row in found
    }


def _line(row: Interest, about: ShownMention, before: Mapping[UUID, tuple[Before, ...]]) -> InterestLine:
    return InterestLine(
        id=row.id,
        kind=row.kind,
        about=about,
        call=_call(row),
        raised_at=row.raised_at,
        seen_at=row.seen_at,
        withdrawn_at=row.withdrawn_at,
        before=before[row.id],
    )


def _call(row: Interest) -> Call:
    if row.other is None:
        return Call("", "", settings.DUTY_DESK_NUMBER)
    return Call(row.other.slug, row.other.name, "")
