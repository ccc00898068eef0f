"""What was said of a pair so far, and what one person judged last."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pentameter.entities.keys import safe
from pentameter.entities.models import Judgement, Opinion
from pentameter.entities.queries.ledger import LedgerLine, lines_of
from pentameter.entities.queries.readability import may_read_both
from pentameter.entities.rules.judgements import Finding, Pair, Way
from pentameter.entities.rules.reviewing import Whom
from pentameter.kernel.actor import Actor

LATEST = 5


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """What the first of two people found, why they asked, of whom, and whether it was answered."""

    id: UUID
    finding: Finding
    why: str
    of: Whom
    by: str
    at: datetime
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class LastJudged:
    """A judgement that the reader made."""

    id: UUID
    left: UUID
    right: UUID
    finding: Finding
    at: datetime

    @property
    def pair(self) -> Pair:
        """The two mentions that it is about."""
        return self.left, self.right


def bound(opinion: UUID) -> str:
    """What an opinion's words are sealed to."""
    return f"opinion:{opinion}"


def judgements_of(left: UUID, right: UUID) -> tuple[LedgerLine, ...]:
    """Every judgement on a pair, also those undone, earliest first. At most two SQL queries."""
    rows = Judgement.objects.select_related("undoing").filter(left=left, right=right).order_by("made_at", "id")
    return lines_of(rows)


def opinions_on(proposal: UUID) -> tuple[OpinionLine, ...]:
    """Every second opinion that was asked on a pair, earliest first. One SQL query."""
    rows = Opinion.objects.filter(proposal=proposal).order_by("asked_at")
    return tuple(
        OpinionLine(
            id=row.id,
            finding=Finding(row.finding),
            why=str(safe().unseal(row.sealed, bound_to=bound(row.id))),
            of=Whom.read(row.asked_of),
            by=row.asked_by,
            at=row.asked_at,
            answered_by=row.answered_by,
            answered_at=row.answered_at,
        )
        for row in rows
    )


def last_judged(by: Actor) -> tuple[LastJudged, ...]:
    """What the reader judged last and has not undone, on pairs that they may still read. One SQL query."""
    rows = Judgement.objects.filter(*may_read_both(by), made_by=by.id, way=Way.PERSON.value, undoing=None)
    rows = rows.order_by("-made_at", "-id")
    found = rows.values_list("id", "left_id", "right_id", "finding", "made_at")[:LATEST]
    return tuple(LastJudged(one, left, right, Finding(finding), at) for one, left, right, finding, at in found)
