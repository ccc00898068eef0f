"""Lists of things as one reader may know them: most agencies and mentions that they may read first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from pentameter.entities.models import Placing
from pentameter.entities.queries.ledger import holding_of, rows_touching
from pentameter.entities.rules.reading import together
from pentameter.intelligence.api import ShownMention, readable_ids, shown_mentions
from pentameter.kernel.actor import Actor

PAGE = 25


@dataclass(frozen=True, slots=True)
class ThingLine:
    """A thing in a list. `first` is its smallest mention that the reader may read, after which it is named."""

    id: UUID
    kind: str
    first: ShownMention
    mentions: int
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThingsPage:
    """A page of a list. How many there are in all is not counted: there is a next page, or there is not."""

    lines: tuple[ThingLine, ...]
    number: int
    more: bool


def things_page(by: Actor, *, kind: str = "", number: int = 1) -> ThingsPage:
    """A page of the things of which the actor may read two mentions or more.

    The page is drawn of things as they are; what falls apart for the reader is put in order anew, each by itself.
    """
    number = max(1, number)
    start = (number - 1) * PAGE
    found = list(_things(by, kind)[start : start + PAGE + 1])
    lines = sorted(_lines(found[:PAGE], by), key=lambda one: (-len(one.agencies), -one.mentions, one.id))
    return ThingsPage(tuple(lines), number, len(found) > PAGE)


def _mine(by: Actor) -> QuerySet[Placing]:
    return Placing.objects.filter(report__in=readable_ids(by))


def _things(by: Actor, kind: str) -> QuerySet[Placing, UUID]:
    mine = _mine(by).filter(kind=kind) if kind else _mine(by)
    counted = mine.values("thing").annotate(agencies=Count("agency", distinct=True), mentions=Count("mention"))
    many = counted.filter(mentions__gt=1)
    return many.order_by("-agencies", "-mentions", "thing").values_list("thing", flat=True)


def _lines(things: Iterable[UUID], by: Actor) -> list[ThingLine]:
    members: dict[UUID, dict[UUID, str]] = {}
    rows = _mine(by).filter(thing__in=list(things)).order_by().values_list("thing", "mention_id", "agency_id")
    for thing, mention, agency in rows:
        members.setdefault(thing, {})[mention] = agency
    held = list(holding_of(rows_touching({one for group in members.values() for one in group})).values())
    groups = [(group, of) for of in members.values() for group in together(of, held) if len(group) > 1]
    shown = shown_mentions([min(group) for group, _ in groups], by)
    return [_line(group, of, shown[min(group)]) for group, of in groups]


def _line(group: frozenset[UUID], agency_of: Mapping[UUID, str], first: ShownMention) -> ThingLine:
    agencies = tuple(sorted({agency_of[one] for one in group}))
    return ThingLine(min(group), first.mention.kind, first, len(group), agencies)
