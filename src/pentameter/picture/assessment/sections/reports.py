"""Intelligence: reports by week, theme and grade."""

from collections.abc import Iterable

from pentameter.intelligence.api import Scheme, Tally
from pentameter.look.words import day, number, plural
from pentameter.picture import drawing as charts
from pentameter.picture.assessment.evidence import REPORTS, Evidence, SectionKind
from pentameter.picture.assessment.rules.content import Column, Drawing, Kind, Section, Table
from pentameter.picture.assessment.sections.drawing import drawn
from pentameter.picture.links import Links

_COUNT = Column("Reports", Kind.COUNT)


def build(evidence: Evidence) -> Section:
    """All reports, whoever may read them: counts without a word of what they say."""
    counted = evidence.picture.tallies
    return Section(
        key=SECTION.key,
        title=SECTION.title,
        lead=(
            f"{plural(counted.total.counted, 'report')} came in. "
            f"{plural(counted.quarantined, 'row')} of agencies' files could not be taken in yet, and are not counted.",
        ),
        drawings=tuple(_drawings(evidence)),
        tables=(
            _by_theme(evidence),
            _by_week(evidence),
            _by_both(evidence),
            _by_agency(evidence),
            *_by_grade(evidence),
        ),
        notes=(
            "Every report is counted once, in the week in which it was reported.",
            "Grades of two schemes are never put together or converted.",
        ),
    )


def _drawings(evidence: Evidence) -> Iterable[Drawing]:
    picture, total = evidence.picture, number(evidence.picture.tallies.total.counted)
    yield drawn("reports-weeks", charts.weeks(picture, Links()), f"Bar chart. Reports by week: {total} in all.")
    alt = "Small bar charts on one scale: reports by week for each theme, the most frequent first."
    yield drawn("reports-themes", charts.themes(picture, Links()), alt)
    for scheme in charts.schemes(picture):
        alt = f"Matrix of reports graded by {scheme.value}: source grade down, information grade across."
        yield drawn(f"reports-grades-{scheme.value}", charts.grades(picture, scheme, Links()), alt)


def _by_theme(evidence: Evidence) -> Table:
    counted = evidence.picture.tallies.by_theme
    found = [(words, counted.get(theme, Tally()).counted) for theme, words in charts.THEMES.items()]
    rows = (*sorted(found, key=lambda row: -row[1]), ("All themes", evidence.picture.tallies.total.counted))
    return _table(evidence, "reports-by-theme", "Reports by theme", ("Theme",), rows)


def _by_week(evidence: Evidence) -> Table:
    picture = evidence.picture
    rows = ((day(week), picture.tallies.by_week.get(week, Tally()).counted) for week in picture.weeks)
    total = ("All weeks", picture.tallies.total.counted)
    return _table(evidence, "reports-by-week", "Reports by week", ("Week of",), (*rows, total))


def _by_both(evidence: Evidence) -> Table:
    counted = evidence.picture.tallies.by_theme_and_week
    rows = (
        (charts.THEMES.get(theme, theme), week.isoformat(), tally.counted)
        for (theme, week), tally in sorted(counted.items())
    )
    title = "Reports by theme and week"
    return _table(evidence, "reports-by-theme-and-week", title, ("Theme", "Week of"), tuple(rows), long=True)


def _by_agency(evidence: Evidence) -> Table:
    counted = evidence.picture.tallies.by_agency
    rows = sorted((evidence.agency(slug), tally.counted) for slug, tally in counted.items())
    title = "Reports by the agency that sent them"
    return _table(evidence, "reports-by-agency", title, ("Agency",), tuple(rows), long=True)


def _by_grade(evidence: Evidence) -> Iterable[Table]:
    for scheme in charts.schemes(evidence.picture):
        title = f"Reports by grade, {scheme.value}"
        rows = tuple(_grades(evidence, scheme))
        yield _table(evidence, f"reports-by-grade-{scheme.value}", title, ("Source", "Information"), rows, long=True)


def _grades(evidence: Evidence, scheme: Scheme) -> Iterable[tuple[str, str, int]]:
    for (name, source, information), tally in sorted(evidence.picture.tallies.by_grade.items()):
        if name == scheme.value:
            yield source, information, tally.counted


def _table(
    evidence: Evidence,
    key: str,
    title: str,
    names: tuple[str, ...],
    rows: tuple[tuple[str | int, ...], ...],
    *,
    long: bool = False,
) -> Table:
    columns = (*map(Column, names), _COUNT)
    return Table(key, title, columns, rows, REPORTS, evidence.as_of, names=len(names), long=long)


SECTION = SectionKind("reports", "Intelligence: reports, themes, grades", build)
