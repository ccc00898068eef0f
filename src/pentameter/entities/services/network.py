"""Looking at the network, its routes, and carrying its chart away: each leaves one row in the record."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event, looked, record
from pentameter.entities.network.asked import Asked
from pentameter.entities.network.drawing import LinkChart
from pentameter.entities.network.graph import Node
from pentameter.entities.network.routes import Flow, Way, flows
from pentameter.entities.network.sight import Sight, sight_of
from pentameter.entities.queries.hand_links import HandLink, links_of
from pentameter.entities.queries.network import Found, network
from pentameter.entities.queries.routes import ways
from pentameter.intelligence.api import MentionGround
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.look.charts.chart import Width


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """What is shown: a look, the reports behind it, and what the reader may do."""

    sight: Sight
    grounds: Mapping[UUID, MentionGround]
    things: tuple[UUID, ...]
    agency: str
    may_link: bool
    may_copy: bool
    links: tuple[HandLink, ...] = ()


@transaction.atomic
def show_network(*, asked: Asked, by: Actor, today: date) -> NetworkPage:
    """The network of the reports that are asked for, as the actor may see it."""
    require(decide(by, Operation.VIEW_NETWORK))
    found = network(asked, by, as_of=today)
    sight = _sight(found, asked)
    looked(Event.NETWORK_SHOWN, by=by, kind="thing", ids=[node.id for node in sight.drawn.nodes])
    return _page(found, sight, by)


@transaction.atomic
def show_thing(*, thing: UUID, asked: Asked, by: Actor, today: date) -> tuple[NetworkPage, Node]:
    """One thing with what it is linked to; as if it never was, where the actor may not see it."""
    require(decide(by, Operation.VIEW_NETWORK))
    found = network(asked, by, as_of=today)
    sight = _sight(found, asked)
    node = sight.node.get(found.things[0])
    if node is None:
        raise Refused("The filters leave nothing of this thing. Clear them to see it.")
    looked(Event.NETWORK_SHOWN, by=by, kind="thing", ids=[one.id for one in sight.drawn.nodes])
    return _page(found, sight, by, links_of(node.mentions, by)), node


def _sight(found: Found, asked: Asked) -> Sight:
    return sight_of(found.network, asked, found.things, older=found.older)


def _page(found: Found, sight: Sight, by: Actor, links: tuple[HandLink, ...] = ()) -> NetworkPage:
    return NetworkPage(
        sight=sight,
        grounds=found.grounds,
        things=found.things,
        agency=by.agency,
        may_link=decide(by, Operation.ADD_LINK).allowed,
        may_copy=decide(by, Operation.EXPORT_NETWORK, purpose="to show the way").allowed,
        links=links,
    )


@transaction.atomic
def copy_network(*, asked: Asked, purpose: str, by: Actor, today: date) -> LinkChart:
    """The chart, to be carried away as a drawing or a table. Every row of the table says who may be told."""
    require(decide(by, Operation.EXPORT_NETWORK, purpose=purpose))
    if asked.problems:
        raise Refused(" ".join(asked.problems))
    found = network(asked, by, as_of=today)
    sight = _sight(found, asked)
    ids = [node.id for node in sight.drawn.nodes]
    detail = {"count": len(ids), "ids_sha256": _digest(ids)}
    record(Event.NETWORK_EXPORTED, by=by, subject=("network", ""), purpose=purpose, detail=detail)
    return chart_of(sight, found.grounds)


def _digest(ids: Iterable[UUID]) -> str:
    return hashlib.sha256("\n".join(map(str, ids)).encode()).hexdigest()


def chart_of(sight: Sight, grounds: Mapping[UUID, MentionGround]) -> LinkChart:
    """The chart of a look."""
    names = tuple((slug, card.name) for slug, card in accounts.agencies().items())
    conditions = tuple((one.report, one.conditions) for one in grounds.values() if one.conditions)
    return LinkChart(
        title="Links between things",
        source="reports that the reader may read, and links said by hand.",
        as_of=sight.whole.as_of,
        note="Handling codes and conditions bind whoever holds this.",
        width=Width.MOST,
        sight=sight,
        agencies=names,
        conditions=conditions,
    )


@dataclass(frozen=True, slots=True)
class RoutesPage:
    """The routes of the reports that are asked for; `unread` says that older reports were left out."""

    flows: tuple[Flow, ...]
    reports: int
    without: int
    older: bool
    as_of: date


@transaction.atomic
def show_routes(*, asked: Asked, by: Actor, today: date) -> RoutesPage:
    """Ways from source countries through transit to force areas, as reports say them or as they are inferred."""
    require(decide(by, Operation.VIEW_NETWORK))
    told, older = ways(asked, by)
    looked(Event.NETWORK_SHOWN, by=by, kind="report", ids=[way.report for way in told])
    return RoutesPage(flows(told), len(told), sum(map(_says_nothing, told)), older, today)


def _says_nothing(way: Way) -> bool:
    return not way.route and not way.nationalities
