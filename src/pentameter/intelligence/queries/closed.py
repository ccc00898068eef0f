"""Mentions that stay closed: enough for what hangs together. Of many that are looked at, the few shown are opened."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from pentameter.intelligence.models import Mention
from pentameter.intelligence.queries.mentions import Opening, readable_ids, some_of
from pentameter.intelligence.vocabulary import MentionKind
from pentameter.kernel.actor import Actor

_COLUMNS = ("id", "report_id", "report__agency_id", "kind", "sealed")


@dataclass(frozen=True, slots=True)
class ClosedMention:
    """A mention that its reader may see, and of which nothing is opened yet but what kind of thing it is."""

    id: UUID
    report: UUID
    agency: str
    kind: str
    sealed: bytes = field(repr=False)


def closed_mentions_in(
    reports: Collection[UUID], by: Actor, *, kind: MentionKind | None = None
) -> tuple[ClosedMention, ...]:
    """What these reports mention, of those that the actor may read; things of one kind only, where it is given."""
    rows = Mention.objects.filter(report__in=readable_ids(by), **({"kind": kind.value} if kind else {}))
    ordered = rows.order_by("report_id", "position").values_list(
        "id", "report_id", "report__agency_id", "kind", "sealed"
    )
    found = (row for some in some_of(reports) for row in ordered.filter(report_id__in=some))
    return tuple(ClosedMention(*row[:4], sealed=bytes(row[4])) for row in found)


def opened_facts(mentions: Iterable[ClosedMention]) -> dict[UUID, Mapping[str, str]]:
    """The facts of these mentions, by mention. One SQL query, for the keys; none where there is nothing to open."""
    opening = Opening()
    return {one.id: opening.facts(one.agency, one.id, one.sealed) for one in mentions}
