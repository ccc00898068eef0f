"""The ways on which people came, as a reader may know them.

Who may read reports sees the ways of those that they may read, small ones too. Who reads none and may count all, sees
the ways of all reports; there small ones are put together, and nothing can be narrowed, since two counts that differ by
one report would tell what that report says.
"""

from dataclasses import dataclass

from pentameter.entities import api as entities
from pentameter.entities.api import CountedFlow, Flow
from pentameter.kernel.actor import Actor
from pentameter.picture.forms import Asked
from pentameter.picture.queries.frame import Frame
from pentameter.picture.rules.withholding import grouped

AnyFlow = Flow | CountedFlow


@dataclass(frozen=True, slots=True)
class Routes:
    """Ways by how many reports tell of them. `others`: reports of ways that are put together; None: none were.

    `of_all`: of all reports, whoever may read them. `older`: there are more reports than were looked at.
    """

    flows: tuple[AnyFlow, ...]
    reports: int
    without: int
    older: bool
    of_all: bool
    others: int | None = None


def routes(found: Frame, by: Actor) -> Routes:
    """The ways of a wave's reports. One SQL query where the kept counts answer it; a fixed number where none do."""
    of_all = found.rights.sees_all and not found.rights.reads
    narrowed = (Asked() if of_all else found.asked).filter(found.wave.id)
    counted = entities.flows_counted(narrowed, by, everything=of_all)
    if counted is None:
        told, older = entities.ways(asked_of(found), by)
        without = sum(not way.route and not way.nationalities for way in told)
        return Routes(entities.flows(told), len(told), without, older, of_all=False)
    flows: tuple[AnyFlow, ...] = counted.flows
    if not of_all or found.rights.sees_small:
        return Routes(flows, counted.reports, counted.without, older=False, of_all=of_all)
    safe = grouped({flow: flow.count for flow in flows})
    shown = tuple(flow for flow, _ in safe.shown)
    return Routes(shown, counted.reports, counted.without, older=False, of_all=True, others=safe.others)


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
