"""What arrived since those downstream last asked: each report of an agency has a number, and none is skipped.

Whoever accepts reports holds the agency's key until their transaction ends. So the numbers of an agency become visible
in their order, also on PostgreSQL: who remembers the last number that they saw misses nothing, neither a file that is
resumed late, nor a row mended out of quarantine, nor a report from the form or an agency's own system.
"""

from dataclasses import dataclass
from uuid import UUID

from pentameter.intelligence.models import DataKey, Report


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report and its number among those of its agency."""

    number: int
    report: UUID


def arrived() -> dict[str, int]:
    """How many reports each agency has sent, which is the number of its last. One SQL query of a row an agency."""
    return dict(DataKey.objects.filter(arrived__gt=0).order_by("agency_id").values_list("agency_id", "arrived"))


def arrivals(agency: str, *, after: int, limit: int) -> tuple[Arrival, ...]:
    """The reports of an agency that follow a number, in their order. One SQL query, by index."""
    found = Report.objects.filter(agency_id=agency, arrival__gt=after).order_by("arrival")
    return tuple(Arrival(number, report) for number, report in found.values_list("arrival", "id")[:limit])
