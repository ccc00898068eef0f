"""What an agency sent, and what became of it, in counts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, IntegerField, Max, OuterRef, Q, Subquery, Sum

from pentameter.intelligence.models import IntakeFile, QuarantinedRow
from pentameter.intelligence.rules import FileState, RowState


@dataclass(frozen=True, slots=True)
class Sent:
    """All files of an agency: accepted, quarantined and duplicate rows add up to `rows`.

    `waiting`: rows of those in quarantine that are not mended yet. `refused`: files that could not be read as a whole.
    """

    files: int = 0
    in_progress: int = 0
    refused: int = 0
    rows: int = 0
    accepted: int = 0
    quarantined: int = 0
    duplicate: int = 0
    waiting: int = 0
    last_at: datetime | None = None


def sent_by(agency: str) -> Sent:
    """What an agency sent. One SQL query."""
    under_way = Q(state__in=(FileState.RECEIVED.value, FileState.READING.value))
    aside = QuarantinedRow.objects.filter(file=OuterRef("pk"), state=RowState.WAITING.value).order_by()
    waiting = Subquery(aside.values("file").annotate(rows=Count("id")).values("rows"), output_field=IntegerField())
    files = IntakeFile.objects.filter(agency_id=agency).annotate(waiting=waiting)
    found: dict[str, Any] = files.aggregate(
        files=Count("id"),
        in_progress=Count("id", filter=under_way),
        refused=Count("id", filter=Q(state=FileState.REFUSED.value)),
        rows=Sum("rows_read"),
        taken=Sum("accepted"),
        aside=Sum("quarantined"),
        again=Sum("duplicate"),
        still=Sum("waiting"),
        last_at=Max("received_at"),
    )
    return Sent(
        files=found["files"],
        in_progress=found["in_progress"],
        refused=found["refused"],
        rows=found["rows"] or 0,
        accepted=found["taken"] or 0,
        quarantined=found["aside"] or 0,
        duplicate=found["again"] or 0,
        waiting=found["still"] or 0,
        last_at=found["last_at"],
    )
