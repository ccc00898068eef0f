"""Word from downstream: what reports mention is in the index of those who list it, or has to be listed anew."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from pentameter.intelligence.models import Report, Unlisted


@transaction.atomic
def listed(reports: Collection[UUID]) -> frozenset[UUID]:
    """These reports are listed by what they mention; those of them that were not listed before."""
    waiting = Unlisted.objects.select_for_update().filter(report_id__in=reports)
    fresh = frozenset(waiting.values_list("report_id", flat=True))
    Unlisted.objects.filter(report_id__in=fresh).delete()
    return fresh


@transaction.atomic
def list_all_anew() -> None:
    """Nothing is listed any more: every report waits again."""
    Unlisted.objects.all().delete()
    reports = Report.objects.order_by("id").values_list("id", flat=True).iterator()
    Unlisted.objects.bulk_create((Unlisted(report_id=one) for one in reports), batch_size=5000)
