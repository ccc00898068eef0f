"""Who holds a thing, and who is to be told because of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, UUIDField

from pentameter.entities.models import Interest, Placing
from pentameter.entities.queries.islands import Place
from pentameter.entities.rules.deconfliction import Holder, Told, who_is_told
from pentameter.intelligence.api import stays_at_home
from pentameter.kernel.actor import AgencySector


@dataclass(frozen=True, slots=True)
class Holding:
    """An agency holds a thing, by its smallest mention in it."""

    thing: UUID
    kind: str
    agency: str
    about: UUID


@dataclass(frozen=True, slots=True)
class Due:
    """Who is to be told of whom, because of a thing."""

    thing: UUID
    kind: str
    told: Told


Key = tuple[UUID, str | None]
"""What a live interest is known by: about which mention of the told agency's, and whom it is to call."""


def holdings(places: Iterable[Place], thing_of: Mapping[UUID, UUID], things: Collection[UUID]) -> tuple[Holding, ...]:
    """Who holds these things, each agency by its smallest mention."""
    found: dict[tuple[UUID, str], Holding] = {}
    for one in places:
        thing = thing_of[one.mention]
        before = found.get((thing, one.agency))
        if thing in things and (before is None or one.mention < before.about):
            found[thing, one.agency] = Holding(thing, one.kind, one.agency, one.mention)
    return tuple(found.values())


def holdings_of(things: Collection[UUID]) -> tuple[Holding, ...]:
    """The same, asked of the database, for things too large to be fetched. One SQL query."""
    smallest = Placing.objects.filter(thing=OuterRef("thing"), agency=OuterRef("agency")).order_by("mention_id")
    rows = Placing.objects.filter(thing__in=things).order_by().values_list("thing", "kind", "agency_id").distinct()
    about = Subquery(smallest.values("mention_id")[:1], output_field=UUIDField())
    return tuple(Holding(*row) for row in rows.annotate(about=about))


def due(holding: Iterable[Holding], thing_of: Mapping[UUID, UUID] | None = None) -> dict[Key, Due]:
    """All who are to be told because of these things, of which every holder is given. At most one SQL query.

    Args:
        holding: every holder of some things.
        thing_of: the thing of each of their mentions, where the table may say another than the one that is meant.
    """
    by_thing: dict[UUID, list[Holding]] = {}
    for one in holding:
        by_thing.setdefault(one.thing, []).append(one)
    shared = {thing: held for thing, held in by_thing.items() if len(held) > 1}
    sectors, abroad = _grounds(shared) if thing_of is None else _grounds_of(shared, thing_of)
    found: dict[Key, Due] = {}
    for thing, held in shared.items():
        holders = [
            Holder(one.agency, sectors[one.agency], one.about, at_home=(thing, one.agency) not in abroad)
            for one in held
        ]
        found |= {(told.about, told.other): Due(thing, held[0].kind, told) for told in who_is_told(holders)}
    return found


def live_of(things: Collection[UUID], among: QuerySet[Interest] | None = None) -> dict[Key, Interest]:
    """The interests in these things that were not withdrawn, `among` all or some that are given. One SQL query."""
    rows = (Interest.objects.all() if among is None else among).filter(thing__in=things, withdrawn_at=None)
    return {(row.about_id, row.other_id): row for row in rows}


_Grounds = tuple[dict[str, AgencySector], set[tuple[UUID, str]]]
_COLUMNS = ("agency_id", "agency__sector", "report__scheme", "report__handling")


def _grounds(things: Collection[UUID]) -> _Grounds:
    """The sectors of all who hold these things, and who holds which of them in a report that may leave home."""
    if not things:
        return {}, set()
    rows = Placing.objects.filter(thing__in=things).order_by()
    return _read(list(rows.values_list("thing", *_COLUMNS).distinct()))


def _grounds_of(things: Collection[UUID], thing_of: Mapping[UUID, UUID]) -> _Grounds:
    """The same, where each mention is part of the thing that is given."""
    mentions = [mention for mention, thing in thing_of.items() if thing in things]
    if not mentions:
        return {}, set()
    rows = Placing.objects.filter(pk__in=mentions).order_by().values_list("mention_id", *_COLUMNS)
    return _read([(thing_of[mention], *ground) for mention, *ground in rows])


def _read(rows: Collection[tuple[Any, ...]]) -> _Grounds:
    sectors = {agency: AgencySector(sector) for _, agency, sector, _, _ in rows}
    return sectors, {(thing, agency) for thing, agency, _, scheme, code in rows if not stays_at_home(scheme, code)}
