"""The charts of a release: bars over the parts of one dimension, and ranges as bands."""

from datetime import date

from pentameter.look.charts import ranges as bands
from pentameter.look.charts.bars import Bars, Week
from pentameter.look.charts.chart import Chart, Width
from pentameter.look.charts.rows import Row, Rows
from pentameter.releases.shelf.content import Cell, Dimension, Range, Table, codes_of

MOST_ROWS = 16


def charts(table: Table) -> tuple[Chart, ...]:
    """One chart for each dimension, everything else taken together. None where there would be nothing to see."""
    return tuple(chart for one in table.dimensions if (chart := _chart(table, one)) is not None)


def range_chart(ranges: tuple[Range, ...]) -> Chart | None:
    """Ranges side by side on one scale; None where there is none."""
    if not ranges:
        return None
    return bands.Ranges(
        title="How many there may be",
        source=ranges[0].source,
        as_of=max(one.as_of for one in ranges),
        note="Each band is a range. No number within it is the answer.",
        width=Width.MOST,
        ranges=tuple(bands.Range(one.title, one.low, one.high) for one in ranges),
    )


def _chart(table: Table, dimension: Dimension) -> Chart | None:
    parts = _top(table, dimension)
    if len(parts) < 2 or not any(count for _, count in parts):
        return None
    title = f"{table.counted[:1].upper()}{table.counted[1:]}, by {dimension.title.lower()}"
    note = "A hatched bar is withheld; it is not zero." if any(count is None for _, count in parts) else ""
    days = tuple(_day(code) for code, _ in parts) if dimension.name == "week" and not note else ()
    weeks = tuple(Week(day, count) for day, (_, count) in zip(days, parts, strict=False) if day)
    if len(weeks) == len(parts):
        return _by_week(table, title, weeks)
    shown = parts
    if len(parts) > MOST_ROWS:
        shown = tuple(one for one in parts if one[1] != 0)[:MOST_ROWS]
        note = f"{note} The table has all {len(parts)}, those with 0 among them.".strip()
    return Rows(
        title=title,
        source=table.source,
        as_of=table.as_of,
        note=note,
        width=Width.MOST,
        rows=tuple(Row(code, (count,)) for code, count in shown),
        series=(table.counted[:1].upper() + table.counted[1:],),
        what=dimension.title,
    )


def _day(code: str) -> date | None:
    """The day that a code names. Weeks within waves have the waves above them, which name none."""
    try:
        return date.fromisoformat(code)
    except ValueError:
        return None


def _by_week(table: Table, title: str, weeks: tuple[Week, ...]) -> Chart:
    return Bars(
        title=title.replace("week of", "week"),
        source=table.source,
        as_of=table.as_of,
        width=Width.MOST,
        weeks=weeks,
        counted=table.counted[:1].upper() + table.counted[1:],
    )


def _top(table: Table, dimension: Dimension) -> tuple[tuple[str, Cell], ...]:
    """The direct parts of the total, which together are everybody."""
    counts = dict(table.across(dimension.name))
    return tuple((code, counts[code]) for code in codes_of(dimension)[1:] if dimension.depth(code) == 1)
