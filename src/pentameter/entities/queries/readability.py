"""What a reader may read, as a condition that is asked of each row by itself.

A list of all reports that somebody may read would be made anew for every question; of a page's rows few are asked.
"""

from django.db.models import Exists, OuterRef

from pentameter.intelligence.api import readable_ids
from pentameter.kernel.actor import Actor


def may_read(by: Actor, report: str) -> Exists:
    """The condition that the actor may read the report to which a row leads, such as "left__report_id"."""
    return Exists(readable_ids(by).filter(pk=OuterRef(report)))


def may_read_both(by: Actor) -> tuple[Exists, Exists]:
    """The conditions that the actor may read the reports of both mentions of a pair."""
    return may_read(by, "left__report_id"), may_read(by, "right__report_id")
