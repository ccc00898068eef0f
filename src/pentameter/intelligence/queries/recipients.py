"""Whom senders named: the only agencies besides their own that may read a report, where they named any."""

from collections.abc import Collection, Mapping
from uuid import UUID

from pentameter.intelligence.models import Recipient, Report
from pentameter.intelligence.queries.readable import readable
from pentameter.kernel.actor import Actor

AT_ONCE = 5000


def named_recipients(reports: Collection[UUID], by: Actor) -> Mapping[UUID, tuple[str, ...]]:
    """The short names of the agencies that each of these reports names, of reports that the actor may read."""
    found: dict[UUID, list[str]] = {}
    mine, every = Report.objects.filter(readable(by)).order_by(), sorted(reports)
    for at in range(0, len(every), AT_ONCE):
        rows = Recipient.objects.filter(report__in=mine.filter(pk__in=every[at : at + AT_ONCE]))
        for report, agency in rows.order_by("agency_id").values_list("report_id", "agency_id"):
            found.setdefault(report, []).append(agency)
    return {report: tuple(agencies) for report, agencies in found.items()}
