"""Carrying a network away for other tools: only what the actor may read, with all that binds whoever holds it."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.conf import settings
from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.entities.interchange.leaving import Cover, Format, Leaving, Source
from pentameter.entities.interchange.packing import Package, package
from pentameter.entities.network.asked import Asked
from pentameter.entities.queries.network import Found, network
from pentameter.intelligence.api import (
    HANDLING_CODES,
    INFORMATION_CODES,
    SOURCE_CODES,
    MentionGround,
    Scheme,
    ShownMention,
    named_recipients,
    shown_mentions,
)
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require


@transaction.atomic
def export_network(*, asked: Asked, form: Format, purpose: str, by: Actor) -> Package:
    """The network that is asked for, as other tools read it. Its record stands before the first byte leaves.

    Raises:
        Refused: where nothing matches, or the filters could not be followed.
    """
    require(decide(by, Operation.EXPORT_NETWORK, purpose=purpose))
    if asked.problems:
        raise Refused(" ".join(asked.problems))
    found = network(asked, by, as_of=clock.today())
    if not found.network.nodes:
        raise Refused("No person and no thing matches, so there is nothing to carry away. Widen the filters.")
    made = package(_leaving(found, _cover(asked, form, purpose, by, found.older), by))
    detail = {
        "format": form.value,
        "links": len(found.network.edges),
        "reports": len(made.leaving.sources),
        "manifest_sha256": made.digest,
        "ids": [str(node.id) for node in found.network.nodes],
    }
    record(Event.NETWORK_EXPORTED, by=by, subject=("network", ""), purpose=purpose, detail=detail)
    return made


def _cover(asked: Asked, form: Format, purpose: str, by: Actor, cut: bool) -> Cover:
    return Cover(
        format=form,
        name=by.name,
        agency=by.agency,
        role=by.role.value,
        made_at=clock.now().replace(microsecond=0),
        purpose=purpose,
        filters=asked.parameters(),
        demo=bool(settings.IS_DEMO),
        cut=cut,
    )


def _leaving(found: Found, cover: Cover, by: Actor) -> Leaving:
    """The network with the reports behind it, asked for anew: a report that may not be read has no way into it."""
    shown = shown_mentions([one for node in found.network.nodes for one in node.mentions], by)
    grounds = {one.ground.report: one.ground for one in shown.values()}
    named = named_recipients(grounds.keys(), by)
    sources = {one: _source(ground, named) for one, ground in sorted(grounds.items())}
    behind = {node.id: _reports(node.mentions, shown) for node in found.network.nodes}
    return Leaving(found.network, sources, behind, cover)


def _reports(mentions: Iterable[UUID], shown: Mapping[UUID, ShownMention]) -> tuple[UUID, ...]:
    return tuple(sorted({shown[one].ground.report for one in mentions}))


def _source(ground: MentionGround, named: Mapping[UUID, tuple[str, ...]]) -> Source:
    scheme = Scheme(ground.scheme)
    return Source(
        id=ground.report,
        agency=ground.agency,
        own_reference=ground.own_reference,
        reported_on=ground.reported_on,
        scheme=ground.scheme,
        source=ground.source_grade,
        information=ground.information_grade,
        handling=ground.handling,
        meanings=(
            SOURCE_CODES[scheme][ground.source_grade],
            INFORMATION_CODES[scheme][ground.information_grade],
            HANDLING_CODES[scheme][ground.handling],
        ),
        conditions=ground.conditions,
        recipients=named.get(ground.report, ()),
        malicious=ground.malicious,
    )
