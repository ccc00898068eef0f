"""What was recorded under each law, as it was known on a day: only what had happened and was recorded by then."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, When

from pentameter.justice.models import PipelineEvent
from pentameter.justice.rules.kinds import Kind, Outcome
from pentameter.justice.rules.laws_register import Happened, Happening
from pentameter.kernel.actor import Jurisdiction
from pentameter.kernel.clock import LONDON

_COUNTED = {
    Kind.ARRESTED.value: Happening.ARREST,
    Kind.CHARGED.value: Happening.CHARGE,
    Kind.VERDICT.value: Happening.CONVICTION,
}
_UNDOES = (Outcome.QUASHED.value, Outcome.RETRIAL.value)


def happened(on: date, place: Jurisdiction | None = None) -> Iterator[Happened]:
    """Arrests, charges and convictions that stood on the day, by law and day; of one jurisdiction, or all. One query.

    A conviction stands while no appeal has quashed it or sent it back; what was struck out after the day stood then.
    """
    rows = PipelineEvent.objects.filter(_known(on)).annotate(
        law=Case(When(kind=Kind.VERDICT.value, then=F("about__offence")), default=F("offence")),
        undone=Exists(_undoing(on)),
    )
    convicted = Q(kind=Kind.VERDICT.value, outcome=Outcome.CONVICTED.value, undone=False)
    rows = rows.filter(Q(kind__in=(Kind.ARRESTED.value, Kind.CHARGED.value)) | convicted)
    if place is not None:
        rows = rows.filter(suspect__investigation__jurisdiction=place.value)
    for law, kind, day, count in rows.values_list("law", "kind", "on").annotate(n=Count("id")).order_by():
        if law:
            yield Happened(law, _COUNTED[kind], day, count)


def _undoing(on: date) -> QuerySet[PipelineEvent]:
    """Appeals after a verdict on the same charge that left no conviction."""
    return PipelineEvent.objects.filter(
        _known(on),
        about=OuterRef("about"),
        kind=Kind.APPEAL_DECIDED.value,
        outcome__in=_UNDOES,
        on__gte=OuterRef("on"),
    )


def _known(on: date) -> Q:
    """What had happened and was recorded by the end of the day, in London, and was not struck out by then."""
    end = datetime.combine(on + timedelta(days=1), time.min, tzinfo=LONDON)
    return Q(on__lte=on, known_at__lt=end) & (Q(struck_at=None) | Q(struck_at__gte=end))
