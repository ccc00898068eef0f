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

from pentameter.intelligence.models import KeptCount, QuarantinedRow, Report
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
    PRICES = 5
    QUARANTINE = 6


_GROUPS: dict[_Part, dict[str, str]] = {
    _Part.AREAS: {"one": "area"},
    _Part.WEEKS: {"one": "theme", "day": "week"},
    _Part.GRADES: {"one": "scheme", "two": "source_grade", "three": "information_grade", "flag": "advertised"},
    _Part.AGENCIES: {"one": "agency_id"},
    _Part.PRICES: {"one": "currency", "amount": "price"},
}
"""The columns by which each part groups, under the names that all parts share."""
_SHAPE = ("part", "one", "two", "three", "flag", "day", "amount", "found", "told")
_NUMBER, _WORDS = IntegerField(), CharField()
_EMPTY: dict[str, Any] = {
    "one": Value("", output_field=_WORDS),
    "two": Value("", output_field=_WORDS),
    "three": Value("", output_field=_WORDS),
    "flag": Value(False, output_field=BooleanField()),
    "day": Cast(Value(None), DateField()),
    "amount": Cast(Value(None), DecimalField(max_digits=10, decimal_places=2)),
}
"""The columns that a part does not group by."""
_Row = tuple[int, str, str, str, bool, date | None, Decimal | None, int, int]


def tallies(actor: Actor, narrowed: Filter, *, count_withheld: bool) -> Tallies:
    """Count the reports of `narrowed`: all of them with `count_withheld`, or else those that the actor may read."""
    rows = _Rows(actor, narrowed, count_withheld=count_withheld)
    parts = [_part(part, rows) for part in _GROUPS]
    parts.append(_waiting(actor, narrowed, count_withheld=count_withheld))
    return _sorted(parts[0].union(*parts[1:], all=True).order_by("part"))


def total_of(actor: Actor, narrowed: Filter, *, count_withheld: bool) -> Tally:
    """The total of the same alone. One SQL query, of one grouping."""
    return _sorted(_part(_Part.AGENCIES, _Rows(actor, narrowed, count_withheld=count_withheld))).total


class _Rows(dict[type[KeptCount] | None, QuerySet[Any, Any]]):
    """The rows of each table that is asked, narrowed once for all parts that ask it. None: the reports themselves.

    With `count_withheld` they are all, and `mine` says which the actor may read; or else those alone.
    """

    def __init__(self, actor: Actor, narrowed: Filter, *, count_withheld: bool) -> None:
        super().__init__()
        self.actor, self.narrowed, self.count_withheld = actor, narrowed, count_withheld

    def __missing__(self, table: type[KeptCount] | None) -> QuerySet[Any, Any]:
        rows: QuerySet[Any, Any] = (table or Report)._default_manager.filter(self.narrowed.condition()).order_by()
        mine = countable(self.actor) if table else readable(self.actor)
        if not self.count_withheld:
            rows = rows.filter(mine)
        elif table:
            rows = rows.filter(recipient__in={"", self.actor.agency}).alias(mine=mine)
        else:
            rows = rows.alias(mine=mine)
        self[table] = rows
        return rows


def _part(part: _Part, rows: _Rows) -> QuerySet[Any, Any]:
    """One grouping, from whichever table knows all that it is asked by."""
    columns = _GROUPS[part]
    by = {name: F(column) for name, column in columns.items()}
    table = table_for(rows.narrowed.columns() | set(columns.values()))
    asked, mine = rows[table], Q(mine=True)
    if table and rows.count_withheld:
        told = Sum("counted", filter=mine, default=0)
        return _grouped(asked, part, Sum("counted", filter=Q(recipient="")), told, **by)
    if table:
        return _grouped(asked, part, Sum("counted"), Sum("counted"), **by)
    if part is _Part.PRICES:
        asked = asked.filter(price__isnull=False)
    return _grouped(asked, part, Count("*"), Count("id", filter=mine) if rows.count_withheld else Count("*"), **by)


def _grouped(rows: QuerySet[Any], part: _Part, counted: Aggregate, told: Aggregate, **given: Any) -> QuerySet[Any, Any]:
    """One grouping, in the columns that all of them share."""
    keys = {"part": Value(part.value, output_field=_NUMBER), **_EMPTY, **given}
    grouped = rows.values(**keys).annotate(found=counted, told=told)
    return cast("QuerySet[Any, Any]", grouped.values_list(*_SHAPE))


def _waiting(actor: Actor, narrowed: Filter, *, count_withheld: bool) -> QuerySet[Any, Any]:
    """Rows in quarantine: all with `count_withheld`, or else those of the actor's own agency."""
    rows = QuarantinedRow.objects.filter(state=RowState.WAITING.value).order_by()
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
            advertised += Tally(counted, told) if flag else NONE
        elif part == _Part.AGENCIES:
            agencies.add(one, counted, told)
            total += Tally(counted, told)
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
