"""The ways on which people came, as a reader may know them.

Who may read reports sees the ways of those that they may read, small ones too. Who reads none and may count all, sees
the ways of all reports; there small ones are put together, and nothing can be narrowed, since two counts that differ by
one report would tell what that report says.
"""

from dataclasses import dataclass

from pentameter.entities import api as entities
from pentameter.entities.api import Flow
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.picture.queries.frame import Frame
from pentameter.picture.rules.withholding import grouped


@dataclass(frozen=True, slots=True)
class Routes:
    """Ways by how many reports tell of them. `others`: reports of ways that are put together; None: none were.

    `of_all`: of all reports, whoever may read them. `older`: there are more reports than were looked at.
    """

    flows: tuple[Flow, ...]
    reports: int
    without: int
    older: bool
    of_all: bool
    others: int | None = None


def routes(found: Frame, by: Actor) -> Routes:
    """The ways of a wave's reports. A fixed number of SQL queries."""
    if found.rights.sees_all and not found.rights.reads:
        return _of_all(found)
    told, older = entities.ways(asked_of(found), by)
    without = sum(not way.route and not way.nationalities for way in told)
    return Routes(entities.flows(told), len(told), without, older, of_all=False)


def _of_all(found: Frame) -> Routes:
    whole = entities.Asked(first=found.wave.starts_on, last=found.wave.ends_on)
    told, older = entities.ways(whole, SYSTEM)
    flows, others = entities.flows(told), None
    if not found.rights.sees_small:
        safe = grouped({flow: flow.count for flow in flows})
        flows, others = tuple(flow for flow, _ in safe.shown), safe.others
    without = sum(not way.route and not way.nationalities for way in told)
    return Routes(flows, len(told), without, older, of_all=True, others=others)


def asked_of(found: Frame) -> entities.Asked:
    """What is asked of the picture, as the network understands it."""
    asked = found.asked
    return entities.Asked(
        first=found.wave.starts_on,
        last=found.wave.ends_on,
        agency=asked.agency,
        theme=asked.theme,
        scheme=asked.scheme,
        source_grade=asked.source_grade,
        information_grade=asked.information_grade,
    )
