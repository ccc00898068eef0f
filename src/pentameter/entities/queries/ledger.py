"""The ledger of judgements, as far as a reader may know of it: those between two mentions that they may both read."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from django.db.models import Q

from pentameter.accounts import api as accounts
from pentameter.entities.keys import safe
from pentameter.entities.models import Judgement as Row
from pentameter.entities.models import Undoing
from pentameter.entities.rules.judgements import Finding, Judgement, Pair, Way, holding


@dataclass(frozen=True, slots=True)
class Undone:
    """Who undid a judgement, when and why."""

    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A judgement: what was found of which two, by whom or by which model, when and why. `score` is a machine's.

    `holds`: whether it is the one that counts for its pair now. `supersedes`: the one that held before it.
    """

    id: UUID
    left: UUID
    right: UUID
    finding: Finding
    way: Way
    score: float | None
    model_version: str
    by_id: str
    by: str
    at: datetime
    reason: str
    supersedes: UUID | None
    holds: bool
    undone: Undone | None

    @property
    def pair(self) -> Pair:
        """The pair that it is about."""
        return self.left, self.right


def rows_touching(mentions: Collection[UUID]) -> tuple[Row, ...]:
    """Every judgement on these mentions, earliest first. Two SQL queries.

    Two questions instead of one with "or", which no index answers.
    """
    rows = Row.objects.select_related("undoing")
    found = {row.id: row for side in ("left__in", "right__in") for row in rows.filter(Q((side, mentions)))}
    return tuple(sorted(found.values(), key=lambda row: (row.made_at, row.id)))


def lines_of(rows: Iterable[Row]) -> tuple[LedgerLine, ...]:
    """The rows opened, with the names of those who acted. At most two SQL queries."""
    found = list(rows)
    held = {one.id for one in holding_of(found).values()}
    names = accounts.names({row.made_by for row in found} | {one.made_by for row in found if (one := undoing_of(row))})
    return tuple(_line(row, names, holds=row.id in held) for row in found)


def holding_of(rows: Iterable[Row]) -> dict[Pair, Judgement]:
    """Which judgement holds for each pair. All of a pair's must be given."""
    return holding(value(row) for row in rows if undoing_of(row) is None)


def value(row: Row) -> Judgement:
    """A row as the rules see it."""
    finding, way = Finding(row.finding), Way(row.way)
    return Judgement(row.id, row.left_id, row.right_id, finding, way, row.made_at, row.score or 0.0)


def undoing_of(row: Row) -> Undoing | None:
    """The row's undoing, which was loaded with it."""
    return cast("Undoing | None", getattr(row, "undoing", None))


def _line(row: Row, names: Mapping[str, str], *, holds: bool) -> LedgerLine:
    return LedgerLine(
        id=row.id,
        left=row.left_id,
        right=row.right_id,
        finding=Finding(row.finding),
        way=Way(row.way),
        score=row.score,
        model_version=row.model_version,
        by_id=row.made_by,
        by=names.get(row.made_by, row.made_by),
        at=row.made_at,
        reason=_reason(row.sealed, f"judgement:{row.id}"),
        supersedes=row.supersedes_id,
        holds=holds,
        undone=_undone(undoing_of(row), names),
    )


def _undone(row: Undoing | None, names: Mapping[str, str]) -> Undone | None:
    if row is None:
        return None
    reason = _reason(row.sealed, f"undoing:{row.judgement_id}")
    return Undone(names.get(row.made_by, row.made_by), row.made_at, reason)


def _reason(sealed: bytes | memoryview | None, bound_to: str) -> str:
    return str(safe().unseal(sealed, bound_to=bound_to)) if sealed else ""
