"""How reports name those who are or may be victims: for holding back what would name them in public, and nothing else.

Whoever is a victim in one report is one in every other that is of the same person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Sum

from pentameter.entities.models import Followed, Judgement, Placing
from pentameter.entities.prepared import role_in
from pentameter.entities.queries.following import behind
from pentameter.intelligence.api import MentionKind, PersonRole, locked_agencies, mentions_by_id, some_of

_VICTIMS = frozenset({PersonRole.VICTIM.value, PersonRole.POSSIBLE_VICTIM.value})


@dataclass(frozen=True, slots=True)
class NamedVictims:
    """Their names as reports give them. `whole`: every report was looked at; if not, nobody can be ruled out."""

    names: frozenset[str]
    whole: bool


def named_victims() -> NamedVictims:
    """Everyone whom a report calls a victim or a possible one, by each name that any report gives them."""
    locked = frozenset(locked_agencies())
    late = any(one.waiting for one in behind())
    members = list(_members())
    readable = {mention for mention, agency in members if agency not in locked}
    names = frozenset(one.values.get("name", "").strip() for one in mentions_by_id(readable).values()) - {""}
    return NamedVictims(names, whole=not late and len(readable) == len(members))


def named_victims_mark() -> str:
    """Changes when a report is placed, or people are judged to be one. It tells nothing. Two SQL queries."""
    placed = Followed.objects.aggregate(arrivals=Sum("arrival"))["arrivals"] or 0
    judged = Judgement.objects.order_by("-pk").values_list("pk", flat=True).first()
    return f"{placed}.{judged or ''}"


def _members() -> Iterator[tuple[UUID, str]]:
    """Every mention of them, with the agency whose key opens it."""
    people = (
        Placing.objects.filter(kind=MentionKind.PERSON.value).order_by().values_list("mention_id", "thing", "sealed")
    )
    things = {thing for mention, thing, sealed in people.iterator() if role_in(mention, sealed) in _VICTIMS}
    for some in some_of(things):
        yield from Placing.objects.filter(thing__in=some).order_by().values_list("mention_id", "agency_id")
