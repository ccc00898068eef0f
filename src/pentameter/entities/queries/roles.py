"""In which roles reports speak of people, for questions of the system that show nothing of a report."""

from collections.abc import Collection, Mapping
from itertools import chain
from uuid import UUID

from pentameter.entities.models import Placing
from pentameter.intelligence.api import locked_agencies, mentions_by_id, some_of

Roles = Mapping[str, frozenset[UUID]]
"""Roles, each with the mentions in which a report names somebody so."""


def roles_of_things(mentions: Collection[UUID]) -> dict[UUID, Roles | None]:
    """For each mention the roles in which reports name the thing that it is part of, each with the mentions that do,
    whoever may read them.

    None: it is not known. The mention is not placed, or what an agency keeps does not open now. Never for a page: it
    says nothing of who said so, and is asked only for whether somebody may be a victim. At most five SQL queries.
    """
    placed = Placing.objects.filter(mention_id__in=mentions).order_by().values_list("mention_id", "thing")
    thing_of = dict(placed)
    things = set(thing_of.values())
    rows = (Placing.objects.filter(thing__in=some).order_by() for some in some_of(things))
    members = list(chain.from_iterable(one.values_list("mention_id", "thing", "agency_id") for one in rows))
    locked = locked_agencies()
    opened = mentions_by_id({mention for mention, _, agency in members if agency not in locked})
    roles: dict[UUID, dict[str, set[UUID]] | None] = {thing: {} for thing in things}
    for mention, thing, _agency in members:
        held = roles[thing]
        if mention not in opened:
            roles[thing] = None
        elif held is not None:
            held.setdefault(opened[mention].values.get("role", "") or "unknown", set()).add(mention)
    return {one: _frozen(roles.get(thing_of[one])) if one in thing_of else None for one in mentions}


def _frozen(roles: dict[str, set[UUID]] | None) -> Roles | None:
    return None if roles is None else {role: frozenset(mentions) for role, mentions in roles.items()}
