"""The network that a reader may see. A fixed number of SQL queries, whatever is asked for.

A report that the reader may not read is not fetched, and neither are its links: they exist in no label, no figure and
no position, since all of those are worked out from what is fetched.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pentameter.entities.network.asked import MOST, Asked
from pentameter.entities.network.graph import Grade, Network
from pentameter.entities.network.making import Seen, Statement, named_together, network_of, said
from pentameter.entities.network.picking import narrowed
from pentameter.entities.queries.hand_links import reports_linked, statements_by_hand
from pentameter.entities.queries.seen import Things, things_seen
from pentameter.intelligence.api import (
    Between,
    Filter,
    MentionGround,
    ShownMention,
    links_said,
    mentions_in,
    reports_between,
    shown_mentions,
)
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was

MOST_REPORTS = 1500
"""More reports than these are never opened for one look; the latest are."""


@dataclass(frozen=True, slots=True)
class Found:
    """The network of all reports that were asked for, and those reports; `older` says that there are more of them.

    `things` are those that were asked for, by the names that they have for this reader.
    """

    network: Network
    grounds: Mapping[UUID, MentionGround]
    older: bool
    things: tuple[UUID, ...] = ()


def network(asked: Asked, by: Actor, *, as_of: date) -> Found:
    """The network of the reports that are asked for, as the actor may see it.

    Raises:
        Refused: a thing was asked for that the actor may not see, or that never was.
    """
    among, things = _opened(asked.things, by) if asked.things else (None, ())
    between = Between(asked.first, asked.last)
    grounds = reports_between(by, filter_of(asked), between, among=among, limit=MOST_REPORTS + 1)
    shown, older = _within_bounds(grounds, mentions_in([one.report for one in grounds[:MOST_REPORTS]], by))
    mentions = [seen_in(one.ground, one.mention.id, one.mention.kind, one.mention.values) for one in shown]
    made = joined(asked, mentions, {one.mention.id: one.ground for one in shown}, by, as_of)
    return Found(made, {one.ground.report: one.ground for one in shown}, older, things)


def filter_of(asked: Asked) -> Filter:
    """The reports that are asked for, as intelligence understands it."""
    return Filter(
        agency=asked.agency,
        area=asked.area,
        theme=asked.theme,
        scheme=asked.scheme,
        source_grade=asked.source_grade,
        information_grade=asked.information_grade,
    )


def _opened(things: Sequence[UUID], by: Actor) -> tuple[Collection[UUID], tuple[UUID, ...]]:
    """The reports that mention these things, and what each of them is called for the reader."""
    own = shown_mentions(things, by)
    if len(own) < len(set(things)):
        raise never_was()
    seen = things_seen(own.keys(), by)
    names = tuple(dict.fromkeys(seen.of[thing] for thing in things))
    mentions = {mention for name in names for mention in seen.mentions(name)}
    reports = {one.ground.report for one in own.values()} | {seen.report[one] for one in mentions if one in seen.report}
    return reports | reports_linked(mentions, by), names


def _within_bounds(
    grounds: Sequence[MentionGround], mentions: Sequence[ShownMention]
) -> tuple[tuple[ShownMention, ...], bool]:
    """The mentions of the latest reports, as many as make no more things than a chart can hold."""
    by_report: dict[UUID, list[ShownMention]] = {}
    for one in mentions:
        by_report.setdefault(one.ground.report, []).append(one)
    kept: list[ShownMention] = []
    for ground in grounds[:MOST_REPORTS]:
        fresh = by_report.get(ground.report, [])
        if kept and len(kept) + len(fresh) > _MOST_MENTIONS:
            return tuple(kept), True
        kept += fresh
    return tuple(kept), len(grounds) > MOST_REPORTS


_MOST_MENTIONS = 2 * MOST


def joined(
    asked: Asked, mentions: Sequence[Seen], known: Mapping[UUID, MentionGround], by: Actor, as_of: date
) -> Network:
    """These mentions, which the reader may all read, as things with their links. Four SQL queries."""
    things = things_seen(known.keys(), by)
    statements = (*_statements(asked, known, mentions, by), *named_together(mentions, things.of))
    return narrowed(network_of(mentions, _named(things, known), statements, as_of=as_of), asked)


def _named(things: Things, known: Collection[UUID]) -> Mapping[UUID, UUID]:
    return {mention: things.of[mention] for mention in known}


def _statements(
    asked: Asked, known: Mapping[UUID, MentionGround], mentions: Sequence[Seen], by: Actor
) -> Iterator[Statement]:
    """What reports say of two things, and what people say."""
    of = {one.id: one for one in mentions}
    for link in links_said({one.report for one in mentions}, by):
        if link.source in of and link.target in of:
            yield said(of[link.source], link.relation, link.target)
    if not asked.is_graded:
        yield from statements_by_hand(known)


def seen_in(ground: MentionGround, mention: UUID, kind: str, values: Mapping[str, str] | None) -> Seen:
    """A mention, on its ground."""
    first = ground.event_from or ground.event_to or ground.reported_on
    return Seen(
        id=mention,
        kind=kind,
        values=values,
        report=ground.report,
        agency=ground.agency,
        area=ground.area,
        first_on=first,
        last_on=ground.event_to or first,
        grade=Grade(ground.scheme, ground.source_grade, ground.information_grade),
        handling=ground.handling,
    )
