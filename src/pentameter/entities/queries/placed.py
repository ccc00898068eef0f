"""Placed people as matching compares them, and the mentions that a thing consists of."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from pentameter.entities.linkage.api import Prepared
from pentameter.entities.models import Judgement, Placing
from pentameter.entities.prepared import opened
from pentameter.entities.rules.judgements import Finding, Way

_AT_ONCE = 2_000
_COLUMNS = ("mention_id", "report_id", "thing", "sealed", "prepared_by")


@dataclass(frozen=True, slots=True)
class Placed:
    """A placed person: whose report it was, in which role, and what is compared of them, as one model prepared it."""

    mention: UUID
    report: UUID
    thing: UUID
    role: str
    prepared: Prepared
    prepared_by: str


def placed(mentions: Collection[UUID]) -> dict[UUID, Placed]:
    """These mentions, as far as they are people who are placed and prepared."""
    wanted = sorted(mentions)
    parts = (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
    return {one.mention: one for part in parts for one in _opened(Placing.objects.filter(pk__in=part))}


def of_things(things: Collection[UUID], *, limit: int) -> dict[UUID, tuple[Placed, ...]]:
    """The people whom each of these things consists of, at most `limit` of each."""
    return {one: tuple(_opened(Placing.objects.filter(thing=one).order_by()[:limit])) for one in things}


def things_of(mentions: Collection[UUID]) -> dict[UUID, UUID]:
    """The thing that each of these mentions is part of now."""
    wanted = sorted(mentions)
    parts = (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
    rows = (Placing.objects.filter(pk__in=part).values_list("mention_id", "thing") for part in parts)
    return {mention: thing for part in rows for mention, thing in part}


def same_things(reports: Collection[UUID]) -> frozenset[UUID]:
    """All mentions of the things that these reports mention, in whatever report. Two SQL queries."""
    things = set(Placing.objects.filter(report_id__in=reports).order_by().values_list("thing", flat=True))
    return frozenset(Placing.objects.filter(thing__in=things).order_by().values_list("mention_id", flat=True))


def apart(lefts: Collection[UUID]) -> frozenset[tuple[UUID, UUID]]:
    """The pairs, whose smaller mention is among these, that people judged to be different. One SQL query."""
    different = Judgement.objects.filter(finding=Finding.DIFFERENT.value, way=Way.PERSON.value, undoing=None)
    return frozenset(different.filter(left__in=lefts).order_by().values_list("left_id", "right_id"))


def _opened(rows: QuerySet[Placing]) -> Iterator[Placed]:
    for mention, report, thing, sealed, version in rows.values_list(*_COLUMNS):
        kept = opened(mention, sealed)
        if kept.prepared is not None:
            yield Placed(mention, report, thing, kept.role, kept.prepared, version)
