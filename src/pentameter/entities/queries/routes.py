"""What reports say of the way on which people came, for whoever may read them."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from pentameter.entities.network.asked import Asked
from pentameter.entities.network.routes import AlikeWays, CountedFlow, Way, counted_flows
from pentameter.entities.queries.network import filter_of
from pentameter.intelligence.api import (
    Between,
    Filter,
    MentionKind,
    PersonRole,
    closed_between,
    opened_facts,
    ways_counted,
)
from pentameter.kernel.actor import Actor

MOST_REPORTS = 20_000
_VICTIMS = frozenset({PersonRole.VICTIM.value, PersonRole.POSSIBLE_VICTIM.value})


@dataclass(frozen=True, slots=True)
class CountedFlows:
    """The flows of so many reports, of which `without` say nothing of the way."""

    flows: tuple[CountedFlow, ...]
    reports: int
    without: int


def flows_counted(narrowed: Filter, by: Actor, *, everything: bool) -> CountedFlows | None:
    """The flows of all reports that the actor may read, or with `everything` of all, from the counts that are kept.

    None where it is narrowed by what ways are not counted by, such as a week. One SQL query; no mention is opened.
    """
    found = ways_counted(by, narrowed, everything=everything)
    if found is None:
        return None
    alike = [AlikeWays(one.route, one.nationalities, one.area, one.reports) for one in found]
    without = sum(one.count for one in alike if not one.route and not one.nationalities)
    return CountedFlows(counted_flows(alike), sum(one.count for one in alike), without)


def ways(asked: Asked, by: Actor) -> tuple[tuple[Way, ...], bool]:
    """The way that each of the latest reports tells of, and whether there are more reports. One SQL query.

    Only where a report says nothing of the way are its people opened, for the nationalities of its victims.
    """
    between, kind = Between(asked.first, asked.last), MentionKind.PERSON
    latest = closed_between(by, filter_of(asked), between, limit=MOST_REPORTS + 1, kind=kind)
    grounds = latest.grounds[:MOST_REPORTS]
    silent = {one.report for one in grounds if not one.route}
    people = [one for one in latest.mentions if one.report in silent]
    facts, nations = opened_facts(people), defaultdict[UUID, list[str]](list)
    for one in people:
        said = facts[one.id]
        if said.get("role") in _VICTIMS and said.get("nationality"):
            nations[one.report].append(said["nationality"])
    told = (Way(one.report, one.route, tuple(nations[one.report]), one.area) for one in grounds)
    return tuple(told), len(latest.grounds) > MOST_REPORTS
