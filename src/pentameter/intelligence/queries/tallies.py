"""The picture's counts of reports, in one SQL query whatever is counted.

Each part of the query is one grouping, of kept counts where they know all that is asked by, or else of the reports
themselves by an index that covers them. What the actor may read is counted beside what there is only where the caller
says that the actor may know of what is withheld.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import IntEnum
from types import MappingProxyType
from typing import Any, cast

from django.db.models import (
    Aggregate,
    BooleanField,
    CharField,
    Count,
    DateField,
    DecimalField,
    F,
    IntegerField,
    Q,
    QuerySet,
    Sum,
    Value,
)
from django.db.models.functions import Cast

from pentameter.intelligence.models import QuarantinedRow, Report
from pentameter.intelligence.queries.kept import table_for
from pentameter.intelligence.queries.readable import countable, readable
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
    AREAS = 1
    WEEKS = 2
    GRADES = 3
    AGENCIES = 4
    ADVERTISED = 5
    PRICES = 6
    QUARANTINE = 7


_GROUPS: dict[_Part, dict[str, str]] = {
    _Part.AREAS: {"one": "area"},
    _Part.WEEKS: {"one": "theme", "day": "week"},
    _Part.GRADES: {"one": "scheme", "two": "source_grade", "three": "information_grade"},
    _Part.AGENCIES: {"one": "agency_id"},
    _Part.ADVERTISED: {"flag": "advertised"},
    _Part.PRICES: {"one": "currency", "amount": "price"},
}
"""The columns by which each part groups, under the names that all parts share."""
_SHAPE = ("part", "one", "two", "three", "flag", "day", "amount", "found", "told")
_Row = tuple[int, str, str, str, bool, date | None, Decimal | None, int, int]


def tallies(actor: Actor, narrowed: Filter, *, count_withheld: bool) -> Tallies:
    """Count the reports of `narrowed`: all of them with `count_withheld`, or else those that the actor may read."""
    parts = [_part(part, actor, narrowed, count_withheld=count_withheld) for part in _GROUPS]
    parts.append(_waiting(actor, narrowed, count_withheld=count_withheld))
    return _sorted(parts[0].union(*parts[1:], all=True).order_by("part"))


def total_of(actor: Actor, narrowed: Filter, *, count_withheld: bool) -> Tally:
    """The total of the same alone. One SQL query, of one grouping."""
    return _sorted(_part(_Part.AGENCIES, actor, narrowed, count_withheld=count_withheld)).total


def _part(part: _Part, actor: Actor, narrowed: Filter, *, count_withheld: bool) -> QuerySet[Any, Any]:
    """One grouping, from whichever table knows all that it is asked by."""
    columns = _GROUPS[part]
    by = {name: F(column) for name, column in columns.items()}
    table = table_for(narrowed.columns() | set(columns.values()))
    if table is not None:
        kept = table._default_manager.filter(narrowed.condition())
        if not count_withheld:
            return _grouped(kept.filter(countable(actor)), part, Sum("counted"), Sum("counted"), **by)
        kept, told = kept.filter(recipient__in={"", actor.agency}), Sum("counted", filter=countable(actor), default=0)
        return _grouped(kept, part, Sum("counted", filter=Q(recipient="")), told, **by)
    reports = Report.objects.filter(narrowed.condition())
    if part is _Part.PRICES:
        reports = reports.filter(price__isnull=False)
    if not count_withheld:
        return _grouped(reports.filter(readable(actor)), part, Count("*"), Count("*"), **by)
    return _grouped(reports, part, Count("*"), Count("id", filter=readable(actor)), **by)


def _grouped(rows: QuerySet[Any], part: _Part, counted: Aggregate, told: Aggregate, **given: Any) -> QuerySet[Any, Any]:
    """One grouping, in the columns that all of them share."""
    keys: dict[str, Any] = {
        "part": Value(part.value, output_field=IntegerField()),
        "one": Value("", output_field=CharField()),
        "two": Value("", output_field=CharField()),
        "three": Value("", output_field=CharField()),
        "flag": Value(False, output_field=BooleanField()),
        "day": Cast(Value(None), DateField()),
        "amount": Cast(Value(None), DecimalField(max_digits=10, decimal_places=2)),
    }
    grouped = rows.order_by().values(**(keys | given)).annotate(found=counted, told=told)
    return cast("QuerySet[Any, Any]", grouped.values_list(*_SHAPE))


def _waiting(actor: Actor, narrowed: Filter, *, count_withheld: bool) -> QuerySet[Any, Any]:
    """Rows in quarantine: all with `count_withheld`, or else those of the actor's own agency."""
    rows = QuarantinedRow.objects.filter(state=RowState.WAITING.value)
    if narrowed.wave:
        rows = rows.filter(file__wave_id=narrowed.wave)
    if narrowed.agency:
        rows = rows.filter(file__agency_id=narrowed.agency)
    if not count_withheld:
        rows = rows.filter(file__agency_id=actor.agency)
    return _grouped(rows, _Part.QUARANTINE, Count("*"), Count("*"))


def _sorted(rows: Iterable[_Row]) -> Tallies:
    """The rows of the query, by what they count."""
    areas, weeks, themes, both, grades, agencies = (_Sums() for _ in range(6))
    prices: dict[str, Counter[Decimal]] = {}
    total, advertised, quarantined = NONE, NONE, 0
    for part, one, two, three, flag, day, amount, counted, told in rows:
        if part == _Part.AREAS:
            areas.add(one, counted, told)
        elif part == _Part.WEEKS and day is not None:
            both.add((one, day), counted, told)
        elif part == _Part.GRADES:
            grades.add((one, two, three), counted, told)
        elif part == _Part.AGENCIES:
            agencies.add(one, counted, told)
            total += Tally(counted, told)
        elif part == _Part.ADVERTISED and flag:
            advertised += Tally(counted, told)
        elif part == _Part.PRICES and amount is not None:
            prices.setdefault(one, Counter())[amount] += counted
        elif part == _Part.QUARANTINE:
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
