"""The picture's counts of reports, in one SQL query whatever is counted.

Each part of the query is one grouping; an index covers all that they look at. What the actor may read is counted beside
what there is only where the caller says that the actor may know of what is withheld.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import IntEnum
from types import MappingProxyType
from typing import Any, cast

from django.db.models import Case, CharField, Count, DateField, DecimalField, F, IntegerField, Q, QuerySet, Value, When

from pentameter.intelligence.models import QuarantinedRow, Report
from pentameter.intelligence.queries.readable import readable
from pentameter.intelligence.queries.reports import Filter
from pentameter.intelligence.rules import RowState
from pentameter.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports there are, and how many of them the actor may read."""

    counted: int = 0
    readable: int = 0

    @property
    def withheld(self) -> int:
        """How many the actor may know of and not read."""
        return self.counted - self.readable

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.counted + other.counted, self.readable + other.readable)


NONE = Tally()


@dataclass(frozen=True, slots=True)
class Prices:
    """The advertised prices in one currency: each price with how often it was reported."""

    currency: str
    prices: tuple[tuple[Decimal, int], ...]


Grade = tuple[str, str, str]
"""Scheme, source grade, information grade. Grades of two schemes are never put together."""


@dataclass(frozen=True, slots=True)
class Tallies:
    """Reports counted in the ways of the picture. `quarantined` counts rows that wait to be mended."""

    total: Tally = NONE
    by_area: Mapping[str, Tally] = field(default_factory=dict)
    by_week: Mapping[date, Tally] = field(default_factory=dict)
    by_theme: Mapping[str, Tally] = field(default_factory=dict)
    by_theme_and_week: Mapping[tuple[str, date], Tally] = field(default_factory=dict)
    by_grade: Mapping[Grade, Tally] = field(default_factory=dict)
    by_agency: Mapping[str, Tally] = field(default_factory=dict)
    advertised: Tally = NONE
    prices: tuple[Prices, ...] = ()
    quarantined: int = 0


class _Part(IntEnum):
    CELLS = 1
    GRADES = 2
    AGENCIES = 3
    DEMAND = 4
    QUARANTINE = 5


_SHAPE = ("part", "one", "two", "three", "day", "amount", "counted", "told")
_Row = tuple[int, str, str, str, date | None, Decimal | None, int, int]


def tallies(actor: Actor, narrowed: Filter, *, count_withheld: bool) -> Tallies:
    """Count the reports of `narrowed`: all of them with `count_withheld`, or else those that the actor may read."""
    reports = Report.objects.filter(narrowed.condition())
    told = Count("id", filter=readable(actor)) if count_withheld else Count("*")
    if not count_withheld:
        reports = reports.filter(readable(actor))
    parts = [
        _grouped(reports, _Part.CELLS, told, one=F("theme"), two=F("area"), day=F("week")),
        _demand(reports, told),
        _grouped(reports, _Part.GRADES, told, one=F("scheme"), two=F("source_grade"), three=F("information_grade")),
        _grouped(reports, _Part.AGENCIES, told, one=F("agency_id")),
        _waiting(actor, narrowed, count_withheld=count_withheld),
    ]
    return _sorted(parts[0].union(*parts[1:], all=True).order_by("part"))


def _grouped(rows: QuerySet[Any], part: _Part, told: Count, **given: Any) -> QuerySet[Any, Any]:
    """One grouping, in the columns that all of them share."""
    keys: dict[str, Any] = {
        "part": Value(part.value, output_field=IntegerField()),
        "one": Value("", output_field=CharField()),
        "two": Value("", output_field=CharField()),
        "three": Value("", output_field=CharField()),
        "day": Value(None, output_field=DateField()),
        "amount": Value(None, output_field=DecimalField(max_digits=10, decimal_places=2)),
    }
    grouped = rows.order_by().values(**(keys | given)).annotate(counted=Count("*"), told=told)
    return cast("QuerySet[Any, Any]", grouped.values_list(*_SHAPE))


def _demand(reports: QuerySet[Report], told: Count) -> QuerySet[Any, Any]:
    """Reports of advertised premises and of prices, by currency and price."""
    offered = reports.filter(Q(advertised=True) | Q(price__isnull=False))
    advertised = Case(When(advertised=True, then=Value("advertised")), default=Value(""), output_field=CharField())
    return _grouped(offered, _Part.DEMAND, told, one=F("currency"), two=advertised, amount=F("price"))


def _waiting(actor: Actor, narrowed: Filter, *, count_withheld: bool) -> QuerySet[Any, Any]:
    """Rows in quarantine: all with `count_withheld`, or else those of the actor's own agency."""
    rows = QuarantinedRow.objects.filter(state=RowState.WAITING.value)
    if narrowed.wave:
        rows = rows.filter(file__wave_id=narrowed.wave)
    if narrowed.agency:
        rows = rows.filter(file__agency_id=narrowed.agency)
    if not count_withheld:
        rows = rows.filter(file__agency_id=actor.agency)
    return _grouped(rows, _Part.QUARANTINE, Count("*"))


def _sorted(rows: Iterable[_Row]) -> Tallies:
    """The rows of the query, by what they count."""
    areas, weeks, themes, both, grades, agencies = (_Sums() for _ in range(6))
    prices: dict[str, Counter[Decimal]] = {}
    total, advertised, quarantined = NONE, NONE, 0
    for part, one, two, three, day, amount, counted, told in rows:
        if part == _Part.CELLS and day is not None:
            areas.add(two, counted, told)
            both.add((one, day), counted, told)
        elif part == _Part.GRADES:
            grades.add((one, two, three), counted, told)
        elif part == _Part.AGENCIES:
            agencies.add(one, counted, told)
            total += Tally(counted, told)
        elif part == _Part.DEMAND:
            advertised += Tally(counted, told) if two else NONE
            if amount is not None:
                prices.setdefault(one, Counter())[amount] += counted
        else:
            quarantined += counted
    for (theme, week), (counted, told) in both.items():
        themes.add(theme, counted, told)
        weeks.add(week, counted, told)
    return Tallies(
        total=total,
        by_area=areas.tallies(),
        by_week=weeks.tallies(),
        by_theme=themes.tallies(),
        by_theme_and_week=both.tallies(),
        by_grade=grades.tallies(),
        by_agency=agencies.tallies(),
        advertised=advertised,
        prices=tuple(Prices(one, tuple(sorted(found.items()))) for one, found in sorted(prices.items())),
        quarantined=quarantined,
    )


class _Sums(dict[Any, list[int]]):
    """Running sums by key."""

    def add(self, key: Any, counted: int, told: int) -> None:
        """Add to the sums of `key`."""
        known = self.get(key)
        if known is None:
            self[key] = [counted, told]
        else:
            known[0] += counted
            known[1] += told

    def tallies(self) -> Mapping[Any, Tally]:
        """The sums, frozen."""
        return MappingProxyType({key: Tally(counted, told) for key, (counted, told) in self.items()})
