"""Who takes part in waves and what they last said of each week, in one SQL query: two selects of one shape."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

from django.db.models import Case, CharField, DateField, DecimalField, F, IntegerField, Value, When
from django.db.models.functions import Cast

from pentameter.operations.models import Participation, Return

_WHOSE = ("key", "nth", "agency_id", "agency__name", "agency__area")
_SHAPE = ("is_part", *_WHOSE, "word", "day", "until", "words", "premises", "people", "arrested", "worked")
_NUMBER, _HOURS = IntegerField(), DecimalField(max_digits=8, decimal_places=1)


@dataclass(slots=True)
class Said:
    """A return as far as coverage asks. There are hundreds on a page, and a row of the table costs many times this."""

    week: date
    looked: str
    premises_visited: int | None
    people_found: int | None
    arrests: int | None
    hours: Decimal | None


@dataclass(frozen=True, slots=True)
class WaveRows:
    """Parts and current returns by agency, each in the order of their days; agencies' names and areas."""

    names: dict[str, str] = field(default_factory=dict)
    areas: dict[str, str] = field(default_factory=dict)
    parts: dict[str, list[Participation]] = field(default_factory=dict)
    returns: dict[str, list[Said]] = field(default_factory=dict)


def wave_rows(waves: Collection[UUID]) -> dict[UUID, WaveRows]:
    """Everything that the coverage of waves is made from, by wave. One SQL query.

    A row tells the place of its wave and its own key as text: hundreds of identifiers are slow to read.
    """
    asked = tuple(dict.fromkeys(waves))
    found = [WaveRows() for _ in asked]
    for row in _rows(asked):
        of, slug = found[row["nth"]], row["agency_id"]
        of.names[slug], of.areas[slug] = row["agency__name"], row["agency__area"]
        if row["is_part"]:
            of.parts.setdefault(slug, []).append(_part(row, asked[row["nth"]]))
        else:
            of.returns.setdefault(slug, []).append(_return(row))
    return dict(zip(asked, found, strict=True))


def _rows(waves: Sequence[UUID]) -> Iterable[dict[str, Any]]:
    none = Value(None, output_field=_NUMBER)
    nth = Case(*(When(wave=wave, then=Value(place)) for place, wave in enumerate(waves)), output_field=_NUMBER)
    key = Cast("id", CharField())
    parts = Participation.objects.filter(wave__in=waves).annotate(
        key=key,
        nth=nth,
        is_part=Value(1, output_field=_NUMBER),
        word=F("level"),
        day=F("began_on"),
        until=F("ended_on"),
        words=F("plan"),
        premises=none,
        people=none,
        arrested=none,
        worked=Value(None, output_field=_HOURS),
    )
    returns = Return.objects.filter(wave__in=waves, superseded_at=None).annotate(
        key=key,
        nth=nth,
        is_part=Value(0, output_field=_NUMBER),
        word=F("looked"),
        day=F("week"),
        until=Value(None, output_field=DateField()),
        words=Value("", output_field=CharField()),
        premises=F("premises_visited"),
        people=F("people_found"),
        arrested=F("arrests"),
        worked=F("hours"),
    )
    both = parts.order_by().values(*_SHAPE).union(returns.order_by().values(*_SHAPE), all=True)
    return cast(Iterable[dict[str, Any]], both.order_by("day", "key"))


def _part(row: dict[str, Any], wave: UUID) -> Participation:
    return Participation(
        id=UUID(row["key"]),
        wave_id=wave,
        agency_id=row["agency_id"],
        level=row["word"],
        plan=row["words"],
        began_on=row["day"],
        ended_on=row["until"],
    )


def _return(row: dict[str, Any]) -> Said:
    return Said(row["day"], row["word"], row["premises"], row["people"], row["arrested"], row["worked"])
