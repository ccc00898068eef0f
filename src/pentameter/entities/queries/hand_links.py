"""Links said by hand, for whoever may read both reports behind them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from uuid import UUID

from django.db.models import Q

from pentameter.entities.keys import safe
from pentameter.entities.models import Link
from pentameter.entities.network.graph import Grade
from pentameter.entities.network.making import Statement
from pentameter.intelligence.api import MentionGround, ShownMention, shown_mentions, some_of
from pentameter.intelligence.intake.relations import Relation
from pentameter.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class HandLink:
    """A link as its readers see it, with the mentions that it joins."""

    id: UUID
    source: UUID
    relation: Relation
    target: UUID
    from_on: date | None
    to_on: date | None
    agency: str
    reason: str
    made_at: datetime
    made_by: str

    @property
    def ends(self) -> tuple[UUID, UUID]:
        """Both mentions, in the direction of the relation."""
        return self.source, self.target


def statements_by_hand(shown: Mapping[UUID, MentionGround]) -> tuple[Statement, ...]:
    """What people say of these mentions, which the reader may all read, by their grounds. One SQL query.

    A link has no grade. It is handled as both its reports are.
    """
    rows = (row for some in some_of(shown) for row in Link.objects.filter(source__in=some, struck_at=None))
    return tuple(_statement(row, shown) for row in rows if row.target_id in shown)


def _statement(row: Link, shown: Mapping[UUID, MentionGround]) -> Statement:
    grounds = [shown[end] for end in (row.source_id, row.target_id)]
    return Statement(
        source=row.source_id,
        relation=Relation(row.relation),
        target=row.target_id,
        from_on=row.from_on,
        to_on=row.to_on,
        grade=Grade(),
        handling="; ".join(sorted({f"{one.scheme} {one.handling}" for one in grounds})),
        reports=tuple(sorted({one.report for one in grounds})),
        agency=row.agency_id,
        id=row.id,
        by=row.made_by,
    )


def links_of(mentions: Collection[UUID], by: Actor) -> tuple[HandLink, ...]:
    """The links that stand on any of these mentions and that the actor may see, the latest first."""
    seen, _ = _seen(mentions, by)
    return tuple(map(hand_link, sorted(seen, key=lambda row: (row.made_at, row.id), reverse=True)))


def reports_linked(mentions: Collection[UUID], by: Actor) -> frozenset[UUID]:
    """The reports behind the links that stand on any of these mentions and that the actor may see."""
    seen, known = _seen(mentions, by)
    return frozenset(known[end].ground.report for row in seen for end in (row.source_id, row.target_id))


def _seen(mentions: Collection[UUID], by: Actor) -> tuple[list[Link], Mapping[UUID, ShownMention]]:
    """The links on these mentions of which the actor may read both reports, and all their ends that they may read."""
    standing = Link.objects.filter(struck_at=None)
    found = [standing.filter(Q(source__in=some) | Q(target__in=some)) for some in some_of(mentions)]
    rows = {row.id: row for some in found for row in some}
    known = shown_mentions({end for row in rows.values() for end in (row.source_id, row.target_id)}, by)
    return [row for row in rows.values() if row.source_id in known and row.target_id in known], known


def hand_link(row: Link) -> HandLink:
    """A row, opened."""
    return HandLink(
        id=row.id,
        source=row.source_id,
        relation=Relation(row.relation),
        target=row.target_id,
        from_on=row.from_on,
        to_on=row.to_on,
        agency=row.agency_id,
        reason=cast(str, safe().unseal(row.sealed, bound_to=f"link:{row.id}")),
        made_at=row.made_at,
        made_by=row.made_by,
    )
