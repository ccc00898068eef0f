"""The register drawn: when each law was in force, and when people were charged and convicted under it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from pentameter.justice.rules.laws_register import Happened, Happening, LawLine
from pentameter.justice.rules.laws_standing import Force
from pentameter.look import words
from pentameter.look.charts.chart import Width
from pentameter.look.charts.spans import Mark, SpanRow, Spans, Stretch

MOST_MARKS = 80
"""Of one law; past that the days of a month stand together."""
COLUMNS = (
    *(("Law", ""), ("Code", ""), ("Statute", ""), ("Where and when in force", "")),
    *(("Arrests", "num"), ("Charges", "num"), ("Convictions", "num"), ("First conviction", "")),
    *(("In words", ""), ("Stands out", ""), ("To confirm", ""), ("Source", "")),
)


def chart(lines: Iterable[LawLine], happened: Iterable[Happened], *, on: date, where: str = "") -> Spans:
    """The register of a day, in its order."""
    shown, marks = tuple(lines), _marks(happened)
    starts = [force.start or force.already for line in shown for force in line.forces]
    return Spans(
        title=f"Laws in force, charges and convictions{where}",
        source="the register of laws; charges and convictions as they were recorded here.",
        as_of=on,
        note="Where a bar is dotted it is not known since when the law is in force.",
        rows=tuple(_row(line, marks) for line in shown),
        first=min((start for start in starts if start), default=on),
        tick="charge",
        dot="conviction",
        columns=COLUMNS,
        width=Width.FULL,
    )


def _row(line: LawLine, marks: Mapping[str, tuple[Mark, ...]]) -> SpanRow:
    apart = len(line.forces) > 1
    return SpanRow(
        name=_name(line),
        stretches=tuple(_stretch(force, apart=apart) for force in line.forces),
        marks=marks.get(line.code, ()),
        remark=line.sentence,
        out=line.stands_out,
        cells=_cells(line),
        href=f"#{line.code}",
    )


def _name(line: LawLine) -> str:
    """Laws of several states have the same name; where a law is of one place it says of which."""
    return f"{line.name}, {line.jurisdiction}" if line.places == 1 else line.name


def _stretch(force: Force, *, apart: bool) -> Stretch:
    return Stretch(force.start, force.to, force.where if apart else "", force.already)


def _cells(line: LawLine) -> tuple[str, ...]:
    counted = line.recorded
    numbers = (counted.arrests, counted.charges, counted.convictions)
    first = words.day(counted.first_conviction_on) if counted.first_conviction_on else "none"
    stands_out = "yes" if line.stands_out else "no"
    said = (first, line.sentence, stands_out, line.to_confirm or "nothing", line.source)
    return (line.code, line.law, "; ".join(line.spans), *map(words.number, numbers), *said)


def _marks(happened: Iterable[Happened]) -> dict[str, tuple[Mark, ...]]:
    days: dict[str, Counter[tuple[date, bool]]] = {}
    for one in happened:
        if one.what is not Happening.ARREST:
            days.setdefault(one.law, Counter())[one.on, one.what is Happening.CONVICTION] += one.count
    return {law: _thinned(found) for law, found in days.items()}


def _thinned(found: Counter[tuple[date, bool]]) -> tuple[Mark, ...]:
    if len(found) > MOST_MARKS:
        by_month: Counter[tuple[date, bool]] = Counter()
        for (on, full), count in found.items():
            by_month[on.replace(day=1), full] += count
        found = by_month
    return tuple(Mark(on, count, full) for (on, full), count in sorted(found.items()))
