"""When the watch last went along the record."""

from datetime import datetime

from pentameter.oversight.models import WatchRun


def last_run() -> datetime | None:
    """The moment as of which the watch last judged, or None. One SQL query."""
    return WatchRun.objects.order_by("-due_at").values_list("due_at", flat=True).first()
