"""From people seen by organisations to tables: a person counts once, on every list of whoever knew of her. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from pentameter.scale.rules.lists import Kind
from pentameter.scale.rules.tables import Table


@dataclass(frozen=True, slots=True)
class Sighting:
    """A possible victim in a report: the thing that she is by what was judged, and the list of whoever reported."""

    mention: UUID
    thing: UUID
    list: Kind


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a run: the likeliest table, the drawn ones, and how many people there are by judgements alone."""

    table: Table
    drawn: tuple[Table, ...]
    as_judged: int


def table_of(sightings: Iterable[Sighting], thing_of: Mapping[UUID, UUID] | None = None) -> Table:
    """How many people were on exactly which lists; `thing_of` says who is who where it is not as judged."""
    other = thing_of or {}
    people: dict[UUID, set[str]] = {}
    for one in sightings:
        people.setdefault(other.get(one.mention, one.thing), set()).add(one.list.value)
    return Table.of([kind.value for kind in Kind], people.values())


def lists_of(
    sightings: Iterable[Sighting], likeliest: Mapping[UUID, UUID], draws: Iterable[Mapping[UUID, UUID]]
) -> Lists:
    """The tables of one linking after the other."""
    seen = tuple(sightings)
    return Lists(
        table=table_of(seen, likeliest),
        drawn=tuple(table_of(seen, one) for one in draws),
        as_judged=len({one.thing for one in seen}),
    )
