"""Whether others are protected by now than when something was checked: then what was published is checked again."""

from datetime import datetime

from django.db import transaction

from pentameter.entities.api import named_victims_mark
from pentameter.kernel import clock
from pentameter.releases.models import Watch
from pentameter.victims.api import named_mark


def protected_since() -> datetime:
    """Since when the same people are protected, by the same names and places. Whatever was checked before is due.

    The clock is read after the mark: nobody who became protected before that moment is left out. Four SQL queries.
    """
    mark = f"{named_mark()} {named_victims_mark()}"
    now = clock.now()
    known = Watch.objects.filter(pk=1, mark=mark).values_list("since", flat=True).first()
    return known or _noticed(mark, now)


@transaction.atomic
def _noticed(mark: str, now: datetime) -> datetime:
    row, _ = Watch.objects.select_for_update().get_or_create(pk=1, defaults={"mark": mark, "since": now})
    if row.mark != mark:
        row.mark, row.since = mark, now
        row.save()
    return row.since
