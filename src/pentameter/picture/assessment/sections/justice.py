"""What came of it before the courts: arrests, charges, convictions, as investigations recorded them."""

from datetime import date

from pentameter.justice.api import Counts
from pentameter.look.charts.bars import Bars, Week
from pentameter.look.charts.chart import Width
from pentameter.look.words import day, number, plural
from pentameter.picture.assessment.evidence import INVESTIGATIONS, Evidence, SectionKind
from pentameter.picture.assessment.rules.content import Cell, Column, Drawing, Kind, Section, Table
from pentameter.picture.assessment.sections.drawing import drawn

_FIGURES = (
    ("arrests", "Arrests"),
    ("arrested_for_trafficking", "For trafficking"),
    ("no_further_action", "No further action"),
    ("charges", "Charges"),
    ("charged_with_trafficking", "With trafficking"),
    ("convictions", "Convictions"),
    ("convicted_of_trafficking", "Of trafficking"),
)


def build(evidence: Evidence) -> Section:
    """All of it, by the agency that leads the investigation, and by week."""
    counted = evidence.outcomes
    return Section(
        key=SECTION.key,
        title=SECTION.title,
        lead=(
            f"{plural(counted.people_arrested, 'person was', 'people were')} arrested, "
            f"{number(counted.people_arrested_for_trafficking)} of them for trafficking; "
            f"{number(counted.people_charged)} were charged, {number(counted.people_charged_with_trafficking)} of them "
            f"with trafficking; {number(counted.people_convicted)} were convicted, "
            f"{number(counted.people_convicted_of_trafficking)} of them of trafficking.",
        ),
        drawings=_drawings(evidence),
        tables=(_by_agency(evidence), _by_week(evidence)),
        notes=(
            "The offence on arrest is kept apart from the offence charged. What was struck out, and a conviction that "
            "was quashed, does not count.",
            "Arrests in agencies' returns are counted apart from those of recorded investigations. The two are counted "
            "in different ways, and are never made to agree.",
            "A person who is a suspect in two investigations counts in each.",
        ),
    )


def _drawings(evidence: Evidence) -> tuple[Drawing, ...]:
    if not evidence.outcomes.by_week:
        return ()
    chart = Bars(
        title="Arrests in investigations, by week",
        source=INVESTIGATIONS,
        as_of=evidence.as_of,
        weeks=tuple(Week(monday, counted.arrests) for monday, counted in _weekly(evidence)),
        counted="Arrests",
        width=Width.MOST,
    )
    alt = f"Bar chart. {chart.title}: {number(evidence.outcomes.arrests)} in all."
    return (drawn("justice-arrests-by-week", chart, alt),)


def _weekly(evidence: Evidence) -> list[tuple[date, Counts]]:
    """The weeks of the wave, and those besides in which something happened; a week of nothing is one of them."""
    said = evidence.outcomes.by_week
    return [(week, said.get(week, Counts())) for week in sorted({*evidence.picture.grid.weeks, *said})]


def _by_agency(evidence: Evidence) -> Table:
    by_force = {evidence.agency(slug): counted for slug, counted in evidence.outcomes.by_force.items()}
    rows = (_row(name, counted) for name, counted in sorted(by_force.items(), key=lambda one: one[0]))
    total = _row("All agencies", evidence.outcomes)
    return _table(evidence, "justice-by-agency", "Arrests, charges and convictions, by leading agency", (*rows, total))


def _by_week(evidence: Evidence) -> Table:
    rows = (_row(day(week), counted) for week, counted in _weekly(evidence))
    total = _row("All weeks", evidence.outcomes)
    return _table(evidence, "justice-by-week", "Arrests, charges and convictions, by week", (*rows, total), long=True)


def _table(
    evidence: Evidence, key: str, title: str, rows: tuple[tuple[Cell, ...], ...], *, long: bool = False
) -> Table:
    first = "Agency" if key.endswith("agency") else "Week of"
    columns = (Column(first), *(Column(label, Kind.COUNT) for _, label in _FIGURES))
    return Table(key, title, columns, rows, INVESTIGATIONS, evidence.as_of, long=long)


def _row(name: str, counted: Counts) -> tuple[Cell, ...]:
    counts: tuple[Cell, ...] = tuple(getattr(counted, figure) for figure, _ in _FIGURES)
    return (name, *counts)


SECTION = SectionKind("justice", "Before the courts", build)
