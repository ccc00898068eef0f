"""What was recorded under each law, as it was known on a day: only what had happened and was recorded by then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from pentameter.justice.models import PipelineEvent
from pentameter.justice.queries.listing import seen_by
from pentameter.justice.queries.outcomes import CONVICTED, law_of
from pentameter.justice.rules.kinds import Kind, Outcome
from pentameter.justice.rules.laws_register import Happened, Happening, Recorded, tallied
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, Jurisdiction

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
    for law, kind, day, count in _counted(on, place).values_list(*_BY).annotate(n=Count("id")).order_by():
        if law:
            yield Happened(law, _COUNTED[kind], day, count)


@dataclass(frozen=True, slots=True)
class Behind:
    """An investigation behind the figures of a law, and what of them is of it."""

    id: UUID
    reference: str
    name: str
    agency: str
    counted: Recorded


def behind(law: str, on: date, by: Actor, place: Jurisdiction | None = None) -> tuple[Behind, ...]:
    """The investigations behind a law's figures that the actor may list, by reference. One SQL query."""
    seen = seen_by(by).order_by().values("id")
    rows = _counted(on, place).filter(Q(law=law), suspect__investigation__in=seen).values_list(*_OF, "kind", "on")
    happened: dict[tuple[UUID, str, str, str], list[Happened]] = {}
    for *of, kind, day, count in rows.annotate(n=Count("id")).order_by():
        happened.setdefault((of[0], *of[1:]), []).append(Happened(law, _COUNTED[kind], day, count))
    found = (Behind(*of, counted=tallied(of_it)[law]) for of, of_it in happened.items())
    return tuple(sorted(found, key=lambda one: one.reference))


_BY: tuple[str, ...] = ("law", "kind", "on")
_OF = tuple(f"suspect__investigation__{name}" for name in ("id", "reference", "name", "agency__name"))


def _counted(on: date, place: Jurisdiction | None) -> QuerySet[PipelineEvent]:
    rows = PipelineEvent.objects.filter(_known(on)).annotate(
        law=law_of(),
        undone=Exists(_undoing(on)),
    )
    convicted = Q(kind=Kind.VERDICT.value, outcome__in=CONVICTED, undone=False)
    rows = rows.filter(Q(kind__in=(Kind.ARRESTED.value, Kind.CHARGED.value)) | convicted)
    return rows.filter(suspect__investigation__jurisdiction=place.value) if place else rows


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
    end = clock.end_of(on)
    return Q(on__lte=on, known_at__lt=end) & (Q(struck_at=None) | Q(struck_at__gte=end))
