"""The charts of a run, each by the name under which it can be carried away. Drawn from what was stored, never anew."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, TypedDict

from pentameter.look.charts.chart import Chart, Width
from pentameter.look.charts.matrix import Cell, Code, Matrix
from pentameter.look.charts.ranges import Range, Ranges
from pentameter.look.charts.ranked import Ranked, RankedShares
from pentameter.scale import words
from pentameter.scale.queries.runs import RunLine
from pentameter.scale.rules.headline import Headline
from pentameter.scale.rules.lists import named
from pentameter.scale.rules.tables import Table

MODELS = ("bic", "decomposable", "aic")
"""Methods whose answers rest on several models with weights."""
MOST_MODELS = 6


class _Given(TypedDict):
    source: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a run's charts are drawn from. `table` None: the reader may not see counts of people."""

    results: Mapping[str, Any]
    headline: Headline
    people: int
    made_on: date
    table: Table | None


def charts(drawn: Drawn) -> Mapping[str, Callable[[], Chart]]:
    """Every chart of a run by name, each drawn when it is asked for."""
    made: dict[str, Callable[[], Chart]] = {}
    if drawn.results["panel"]:
        made["methods"] = partial(methods, drawn)
        made["without"] = partial(without, drawn)
        made |= {f"models-{name}": partial(models, drawn, name) for name in MODELS if _models(drawn, name)}
    if drawn.results["pooled"]:
        made["linkings"] = partial(linkings, drawn)
        made["width"] = partial(width, drawn)
    if drawn.table is not None and len(drawn.table.lists) > 1:
        made["overlap"] = partial(overlap, drawn.table, drawn.made_on)
    return made


def methods(drawn: Drawn) -> Ranges:
    """All methods on one scale from nothing, with what is known as a line."""
    found = tuple(_range(_method(row), row["estimate"], row["refused"]) for row in drawn.results["panel"]["rows"])
    return Ranges(
        title="How many in all, by method",
        note="A dot is a method's own answer, the band its 95% interval. Methods that are not believed are marked.",
        ranges=found,
        known=drawn.people,
        known_label="known",
        width=Width.MOST,
        **_given(drawn),
    )


def without(drawn: Drawn) -> Ranges:
    """What happens when a list is left out."""
    moved = drawn.results["sensitivity"]
    first = _range("All lists", moved["baseline"], moved["refused"])
    rows = (_range(f"Without {named(row['lists'][0])}", row["estimate"], row["refused"]) for row in moved["omitted"])
    return Ranges(
        title="When a list is left out",
        note=f"By one method ({words.note(moved['method'])}). People on the list left out and on no other are unseen.",
        ranges=(first, *rows),
        width=Width.MOST,
        **_given(drawn),
    )


def linkings(drawn: Drawn) -> Ranges:
    """The range by the likeliest linking, and over all that were drawn."""
    pooled, moved = drawn.results["pooled"], drawn.results["sensitivity"]
    rows = (
        _range("The likeliest linking", moved["baseline"], moved["refused"]),
        _range("All linkings drawn", pooled, ""),
    )
    note = f"By one method ({words.note(moved['method'])}), over {pooled['diagnostics']['tables']} linkings."
    return Ranges(title="What uncertain linking adds", note=note, ranges=rows, width=Width.MOST, **_given(drawn))


def width(drawn: Drawn) -> RankedShares:
    """Which part of the width comes from where."""
    linking = drawn.headline.share or 0.0
    shares = (Ranked("Which reports are of one person", linking), Ranked("What the lists leave open", 1.0 - linking))
    return RankedShares(title="Where the width comes from", shares=shares, named="Source", **_given(drawn))


def models(drawn: Drawn, name: str) -> RankedShares:
    """The models that carry a method's answer, with their weights."""
    found = tuple(Ranked(words.model(text), weight) for text, weight in _models(drawn, name)[:MOST_MODELS])
    title = f"Models that carry it: {words.method(name)}"
    note = f"By {words.note(name)}: the pairs of lists that depend on each other, and the weight of each model."
    return RankedShares(title=title, note=note, shares=found, named="Model", **_given(drawn))


def overlap(table: Table, made_on: date) -> Matrix:
    """How many people are on both of two lists; on the diagonal, on the list at all."""
    codes = tuple(Code(code, named(code) if named(code) != code else "") for code in table.lists)
    cells = tuple(tuple(Cell(table.on(*{one.code, other.code})) for other in codes) for one in codes)
    return Matrix(
        title="Who is on which two lists",
        note="People on both lists; where a list meets itself, all people on it. Small numbers are people.",
        down=codes,
        across=codes,
        cells=cells,
        names=("List", "And"),
        sums=False,
        source="the frozen lists.",
        as_of=made_on,
    )


def compared(lines: Iterable[RunLine], today: date, to: Callable[[RunLine], str] = lambda _: "") -> Ranges:
    """Runs beside one another on one scale."""
    found = tuple(
        Range(_titled(one), one.low, one.high, reason="Refused." if one.refused else "Not done yet.", href=to(one))
        for one in lines
    )
    return Ranges(
        title="Estimates side by side",
        note="Lists of different years and types are kept by different organisations: a difference is no trend.",
        ranges=found,
        width=Width.MOST,
        source="estimation runs.",
        as_of=today,
    )


def _titled(one: RunLine) -> str:
    place = f", {one.question.area}" if one.question.area else ""
    return f"{words.period(one.from_on, one.to_on)}, {words.theme(one.question.theme).lower()}{place}"


def _models(drawn: Drawn, name: str) -> list[tuple[str, float]]:
    rows = [row for row in drawn.results["panel"]["rows"] if row["method"] == name and row["estimate"]]
    return [(text, weight) for row in rows for text, weight in row["estimate"]["models"]]


def _method(row: Mapping[str, Any]) -> str:
    if row["believed"] or row["bound"] or not row["estimate"]:
        return words.method(row["method"])
    return f"{words.method(row['method'])} ({'compared' if row['baseline'] else 'not believed'})"


def _range(name: str, estimate: Mapping[str, Any] | None, refused: str) -> Range:
    if estimate is None or estimate["total"] is None:
        return Range(name, reason=refused)
    total, limits = float(round(estimate["total"])), estimate["interval"]
    low = total if limits is None or limits["low"] is None else float(round(limits["low"]))
    high = total if limits is None or limits["high"] is None else float(round(limits["high"]))
    return Range(name, low, high, total)


def _given(drawn: Drawn) -> _Given:
    return {"source": "darkfigure, from the frozen lists.", "as_of": drawn.made_on}
