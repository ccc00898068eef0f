"""Mentions that stay closed: enough for what hangs together. Of many that are looked at, the few shown are opened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, cast
from uuid import UUID

from django.db.models import FilteredRelation, OuterRef, Q, Subquery

from pentameter.intelligence.keys import keys_opened
from pentameter.intelligence.models import DataKey, Report
from pentameter.intelligence.queries.links import Between, latest_between
from pentameter.intelligence.queries.mentions import MentionGround
from pentameter.intelligence.queries.reports import Filter
from pentameter.intelligence.vocabulary import MentionKind
from pentameter.kernel.actor import Actor

_GROUND = {"report": "id", "agency": "agency_id"}
"""The columns of a mention's ground that are called otherwise in the table of reports."""
_COLUMNS = tuple(_GROUND.get(one.name, one.name) for one in fields(MentionGround))
_MENTION = ("told__id", "told__kind", "told__sealed", "key")


@dataclass(frozen=True, slots=True)
class ClosedMention:
    """A mention that its reader may see, and of which nothing is opened yet but what kind of thing it is."""

    id: UUID
    report: UUID
    agency: str
    kind: str
    sealed: bytes = field(repr=False)
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ClosedReports:
    """Reports, the latest first, and what they mention."""

    grounds: tuple[MentionGround, ...]
    mentions: tuple[ClosedMention, ...]


def closed_between(
    by: Actor, narrowed: Filter, between: Between, *, limit: int, kind: MentionKind | None = None
) -> ClosedReports:
    """The latest reports that the actor may read, at most `limit`, and what they mention, or what of one kind.

    One SQL query. The keys come along, sealed as they are kept.
    """
    of_kind = Q(mentions__kind=kind.value) if kind else Q()
    latest = latest_between(by, narrowed, between).values("pk")[:limit]
    kept = DataKey.objects.filter(agency_id=OuterRef("agency_id")).values("wrapped")
    told = FilteredRelation("mentions", condition=of_kind)
    rows = Report.objects.filter(pk__in=latest).annotate(told=told, key=Subquery(kept))
    found = list(rows.order_by("-reported_on", "-id", "told__position").values(*_COLUMNS, *_MENTION))
    reports = {row["id"]: row for row in found}
    return ClosedReports(
        grounds=tuple(map(_ground, reports.values())), mentions=tuple(_mention(row) for row in found if row["told__id"])
    )


def _ground(row: Mapping[str, Any]) -> MentionGround:
    facts = {one.name: row[_GROUND.get(one.name, one.name)] for one in fields(MentionGround)}
    return MentionGround(**facts | {"route": tuple(row["route"])})


def _mention(row: Mapping[str, Any]) -> ClosedMention:
    told, kind, sealed = row["told__id"], row["told__kind"], bytes(row["told__sealed"])
    return ClosedMention(told, row["id"], row["agency_id"], kind, sealed, bytes(row["key"] or b""))


def opened_facts(mentions: Iterable[ClosedMention]) -> dict[UUID, Mapping[str, str]]:
    """The facts of these mentions, by mention. No SQL query: their keys are at hand.

    Raises:
        SealBroken: one of them does not open.
    """
    return {one.id: _facts(one) for one in mentions}


def _facts(one: ClosedMention) -> Mapping[str, str]:
    keys = keys_opened(one.agency, one.key)
    return cast(dict[str, str], keys.unseal(one.sealed, bound_to=f"mention:{one.id}"))
