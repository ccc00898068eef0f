"""Islands: where their mentions are placed, and the judgements among them that were not undone."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from pentameter.entities.models import Judgement as JudgementRow
from pentameter.entities.models import Placing
from pentameter.entities.rules.judgements import Finding, Judgement, Pair, Way


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention is placed, and whose it is."""

    mention: UUID
    thing: UUID
    island: UUID
    agency: str
    kind: str


_COLUMNS = ("id", "left_id", "right_id", "finding", "way", "made_at", "score")
_FINDINGS = {one.value: one for one in Finding}
_WAYS = {one.value: one for one in Way}


def islands_of(mentions: Collection[UUID]) -> dict[UUID, UUID]:
    """The island that each of these mentions lies in. One SQL query."""
    return dict(Placing.objects.filter(pk__in=mentions).order_by().values_list("mention_id", "island"))


def places_in(islands: Collection[UUID]) -> tuple[Place, ...]:
    """Every mention of these islands. One SQL query."""
    rows = Placing.objects.filter(island__in=islands)
    return tuple(Place(*row) for row in rows.values_list("mention_id", "thing", "island", "agency_id", "kind"))


def judgements_from(islands: Collection[UUID]) -> list[Judgement]:
    """The judgements not undone whose smaller mention lies in these islands. One SQL query."""
    inside = Placing.objects.filter(island__in=islands).values("mention_id")
    return values_of(JudgementRow.objects.filter(left__in=inside))


def parted(islands: Collection[UUID]) -> bool:
    """Whether anything but sameness was judged of a mention in these islands, and not undone. One SQL query."""
    inside = Placing.objects.filter(island__in=islands).values("mention_id")
    other = [one.value for one in Finding if one is not Finding.SAME]
    return JudgementRow.objects.filter(left__in=inside, finding__in=other, undoing=None).exists()


def judgements_on(pairs: Collection[Pair]) -> list[Judgement]:
    """The judgements not undone on any of these pairs. One SQL query."""
    wanted = frozenset(pairs)
    lefts, rights = {left for left, _ in wanted}, {right for _, right in wanted}
    return [
        one for one in values_of(JudgementRow.objects.filter(left__in=lefts, right__in=rights)) if one.pair in wanted
    ]


def undone_by_hand(pairs: Collection[Pair]) -> frozenset[Pair]:
    """Those of these pairs on which something that the machine decided was undone. One SQL query."""
    rows = JudgementRow.objects.filter(left__in={one for one, _ in pairs}, right__in={one for _, one in pairs})
    gone = rows.exclude(way=Way.PERSON.value).exclude(undoing=None)
    return frozenset(gone.order_by().values_list("left_id", "right_id")) & frozenset(pairs)


def values_of(rows: QuerySet[JudgementRow]) -> list[Judgement]:
    """The judgements among these rows that were not undone. One SQL query."""
    standing: Iterable[tuple[Any, ...]] = rows.filter(undoing=None).order_by().values_list(*_COLUMNS)
    return [_value(row) for row in standing]


def _value(row: tuple[Any, ...]) -> Judgement:
    identifier, left, right, finding, way, made_at, score = row
    return Judgement(identifier, left, right, _FINDINGS[finding], _WAYS[way], made_at, score or 0.0)
