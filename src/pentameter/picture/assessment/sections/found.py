"""People found, premises visited, arrests: what returns add up to, beside the people who were registered."""

from datetime import date

from pentameter.look.charts.bars import Bars, Week
from pentameter.look.charts.chart import Width
from pentameter.look.words import day, number, plural
from pentameter.operations.api import Sums
from pentameter.picture.assessment.evidence import CASES, RETURNS, Evidence, SectionKind
from pentameter.picture.assessment.rules.content import Column, Drawing, Kind, Section, Table
from pentameter.picture.assessment.sections.drawing import drawn

_MEASURES = (("people_found", "People found"), ("premises_visited", "Premises visited"), ("arrests", "Arrests"))
_COUNTS = tuple(Column(label, Kind.COUNT) for _, label in _MEASURES)


def build(evidence: Evidence) -> Section:
    """By agency, by week, and by both."""
    sums = evidence.picture.sums
    registered = sum(_registered(evidence).values())
    return Section(
        key=SECTION.key,
        title=SECTION.title,
        lead=(
            f"Agencies' returns tell of {plural(sums.people_found, 'person', 'people')} found, "
            f"{plural(sums.premises_visited, 'visit to premises', 'visits to premises')} and "
            f"{plural(sums.arrests, 'arrest')} since the wave began.",
            f"{plural(registered, 'person is', 'people are')} registered as rescued in this wave.",
        ),
        drawings=tuple(_bars(evidence, figure, label) for figure, label in _MEASURES) if evidence.picture.begun else (),
        tables=(_by_agency(evidence), _by_week(evidence), _by_both(evidence)),
        notes=(
            "People found are counted by agencies in their returns; people registered are those for whom a case was "
            "opened here. The two are counted in different ways, and are never added up or made to agree.",
            "A figure that an agency left out of its return adds nothing. The latest return of a week counts.",
        ),
    )


def _bars(evidence: Evidence, figure: str, label: str) -> Drawing:
    picture = evidence.picture
    weekly = picture.weekly(figure)
    weeks = tuple(Week(monday, count) for monday, count in zip(picture.grid.weeks, weekly, strict=True))
    chart = Bars(
        title=f"{label} by week",
        source=RETURNS,
        as_of=evidence.as_of,
        weeks=weeks,
        counted=label,
        running=picture.running,
        width=Width.MOST,
    )
    most = max(weeks, key=lambda week: week.count or 0, default=None)
    told = f" Most in the week of {day(most.monday)}: {number(most.count)}." if most and most.count else ""
    return drawn(f"{figure}-by-week", chart, f"Bar chart. {label} by week: {number(sum(weekly))} in all.{told}")


def _by_agency(evidence: Evidence) -> Table:
    registered = _registered(evidence)
    rows = [
        (line.participant.name, *_figures(line.sums), registered.pop(line.participant.agency, 0), line.returns)
        for line in evidence.picture.lines
    ]
    rows += [(evidence.agency(slug), 0, 0, 0, people, 0) for slug, people in sorted(registered.items())]
    return Table(
        key="found-by-agency",
        title="People found, premises visited and arrests, by agency",
        columns=(
            Column("Agency"),
            *_COUNTS,
            Column("People registered", Kind.COUNT),
            Column("Returns", Kind.COUNT),
        ),
        rows=(*rows, ("All agencies", *(sum(int(row[i]) for row in rows) for i in range(1, 6)))),
        source=f"{RETURNS[:-1]}; people registered: {CASES}",
        as_of=evidence.as_of,
    )


def _by_week(evidence: Evidence) -> Table:
    weekly = [evidence.picture.weekly(figure) for figure, _ in _MEASURES]
    weeks = map(day, evidence.picture.grid.weeks)
    return Table(
        key="found-by-week",
        title="People found, premises visited and arrests, by week",
        columns=(Column("Week of"), *_COUNTS),
        rows=(*zip(weeks, *weekly, strict=True), ("All weeks", *map(sum, weekly))),
        source=RETURNS,
        as_of=evidence.as_of,
    )


def _by_both(evidence: Evidence) -> Table:
    rows = (
        (line.participant.name, _iso(week), *_figures(sums))
        for line in evidence.picture.lines
        for week, sums in sorted(line.weekly.items())
    )
    return Table(
        key="found-by-agency-and-week",
        title="People found, premises visited and arrests, by agency and week",
        columns=(Column("Agency"), Column("Week of"), *_COUNTS),
        rows=tuple(rows),
        source=RETURNS,
        as_of=evidence.as_of,
        notes=("One row for each return. A week without a row has no return.",),
        names=2,
        long=True,
    )


def _figures(sums: Sums) -> tuple[int, int, int]:
    return sums.people_found, sums.premises_visited, sums.arrests


def _registered(evidence: Evidence) -> dict[str, int]:
    wave = evidence.picture.wave.id
    return {one.agency: one.people for one in evidence.rescued if one.wave == wave}


def _iso(week: date) -> str:
    return week.isoformat()


SECTION = SectionKind("found", "People found, premises visited, arrests", build)
