"""How many adults were met who want no referral."""

from dataclasses import dataclass

from django.db.models import Count

from pentameter.victims.models import Notification
from pentameter.victims.rules.notification import Exploitation


@dataclass(frozen=True, slots=True)
class NotificationCount:
    """How many there were in a quarter, of a kind."""

    quarter: str
    kind: Exploitation
    count: int


def notification_counts(agency: str | None = None) -> tuple[NotificationCount, ...]:
    """The counts of an agency, or of all, latest quarter first. One SQL query."""
    rows = Notification.objects.filter(**({"agency_id": agency} if agency is not None else {}))
    found = rows.values_list("quarter", "kind").annotate(count=Count("id")).order_by("-quarter", "kind")
    return tuple(NotificationCount(quarter, Exploitation(kind), count) for quarter, kind, count in found)
