"""What a thing stands for in the picture: agencies, states, areas and reports, and what these name with it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from pentameter.accounts import api as accounts
from pentameter.entities.models import Placing
from pentameter.entities.rules.impact import Side
from pentameter.intelligence.api import areas_of_reports
from pentameter.kernel.actor import Jurisdiction


def sides(things: Collection[UUID]) -> dict[UUID, Side]:
    """The side that each of these things would be if it were joined to another. Four SQL queries, however many."""
    behind: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    for thing, report, agency in Placing.objects.filter(thing__in=things).values_list(
        "thing", "report_id", "agency_id"
    ):
        behind[thing].append((report, agency))
    reports = {report for rows in behind.values() for report, _ in rows}
    areas, named, states = areas_of_reports(reports), _named_in(reports), _states()
    return {thing: _side(thing, behind[thing], (areas, named, states)) for thing in things}


def _side(
    thing: UUID,
    behind: Collection[tuple[UUID, str]],
    known: tuple[Mapping[UUID, str], Mapping[UUID, frozenset[UUID]], Mapping[str, str]],
) -> Side:
    areas, named, states = known
    agencies = {agency for _, agency in behind}
    reports = frozenset(report for report, _ in behind)
    return Side(
        agencies=frozenset(agencies),
        states=frozenset(states.get(agency, "") for agency in agencies),
        areas=frozenset(areas.get(report, "") for report in reports) - {""},
        reports=reports,
        named_with=frozenset[UUID]().union(*(named.get(report, frozenset()) for report in reports)) - {thing},
    )


def _named_in(reports: Collection[UUID]) -> dict[UUID, frozenset[UUID]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for report, thing in Placing.objects.filter(report__in=reports).values_list("report_id", "thing"):
        found[report].add(thing)
    return {report: frozenset(things) for report, things in found.items()}


def _states() -> dict[str, str]:
    """Each agency's state: the Republic of Ireland, or the United Kingdom with the Crown dependencies beside it."""
    ireland = Jurisdiction.IRELAND
    return {slug: ireland if card.jurisdiction is ireland else "" for slug, card in accounts.agencies().items()}
