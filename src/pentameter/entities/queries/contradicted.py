"""Contradictions that one reader's own judgements are part of, and of which they may know both sides."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from pentameter.entities.models import Judgement as Row
from pentameter.entities.models import Placing
from pentameter.entities.queries.islands import judgements_from, places_in
from pentameter.entities.queries.ledger import LedgerLine, lines_of
from pentameter.entities.queries.readability import may_read_both
from pentameter.entities.rules.canonical import canonical
from pentameter.entities.rules.judgements import Way
from pentameter.kernel.actor import Actor

LATEST = 100
"""So many of the reader's latest judgements are looked at."""


@dataclass(frozen=True, slots=True)
class Against:
    """A judgement of sameness that is not followed, and the judgement of difference that stands against it."""

    same: LedgerLine
    different: LedgerLine


def contradicted(by: Actor) -> tuple[Against, ...]:
    """The contradictions around the reader's latest judgements, that they or somebody should settle."""
    pairs = _contradictions(by)
    lines = {line.id: line for line in lines_of(_rows({one for pair in pairs for one in pair}, by))}
    return tuple(Against(lines[same], lines[apart]) for same, apart in pairs if same in lines and apart in lines)


def count_contradicted(by: Actor) -> int:
    """How many there are. At most five SQL queries."""
    pairs = _contradictions(by)
    known = {row.id for row in _rows({one for pair in pairs for one in pair}, by)}
    return sum(same in known and apart in known for same, apart in pairs)


def readable_lines(judgements: Iterable[UUID], by: Actor) -> tuple[LedgerLine, ...]:
    """These judgements, of those that the reader may know of. At most two SQL queries."""
    return lines_of(_rows(judgements, by))


def _contradictions(by: Actor) -> list[tuple[UUID, UUID]]:
    mine = Row.objects.filter(made_by=by.id, way=Way.PERSON.value, undoing=None).order_by("-made_at", "-id")
    latest = dict(mine.values_list("id", "left_id")[:LATEST])
    islands = _islands(latest.values())
    found = canonical([one.mention for one in places_in(islands)], judgements_from(islands)).contradictions
    return [(one.same, one.different) for one in found if one.same in latest or one.different in latest]


def _islands(mentions: Iterable[UUID]) -> list[UUID]:
    rows = Placing.objects.filter(pk__in=list(mentions)).order_by()
    return list(rows.values_list("island", flat=True).distinct())


def _rows(judgements: Iterable[UUID], by: Actor) -> list[Row]:
    """These judgements, of those whose both mentions the reader may read."""
    wanted = list(judgements)
    rows = Row.objects.select_related("undoing").filter(*may_read_both(by), pk__in=wanted)
    return list(rows) if wanted else []
