"""The picture's charts, each by the name under which it can be carried away."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TypedDict

from pentameter.intelligence.api import INFORMATION_CODES, SOURCE_CODES, Scheme, Tally, Theme
from pentameter.look import words
from pentameter.look.charts.area_map import AreaMap
from pentameter.look.charts.areas import Area
from pentameter.look.charts.bars import Bars, Panel, SmallMultiples, Week
from pentameter.look.charts.chart import Chart, Width
from pentameter.look.charts.coverage import Coverage, CoverageStrip, Looked
from pentameter.look.charts.matrix import Cell, Code, Matrix
from pentameter.look.charts.ranges import Range, Ranges
from pentameter.look.charts.tile_map import TileMap
from pentameter.operations.api import CoverageLine, WeekCell, WeekStatus
from pentameter.picture.links import Links
from pentameter.picture.queries.picture import Picture
from pentameter.picture.rules.areas import AreaLine, Standing
from pentameter.picture.rules.prices import PriceLine
from pentameter.picture.themes import THEMES as THEMES

REPORTS = "agencies' reports."
RETURNS = "agencies' weekly returns."
BOTH = "agencies' reports and weekly returns."
_LOOKED = {
    WeekStatus.FOUND: Looked.FOUND,
    WeekStatus.NIL: Looked.NIL,
    WeekStatus.NOT_LOOKED: Looked.NOT_LOOKED,
    WeekStatus.NONE: Looked.NO_RETURN,
}


class _Given(TypedDict):
    source: str
    as_of: date


def charts(picture: Picture, links: Links) -> Mapping[str, Callable[[], Chart]]:
    """Every chart of this picture by name, each drawn when it is asked for."""
    made: dict[str, Callable[[], Chart]] = {
        "areas": partial(tiles, picture, links),
        "map": partial(area_map, picture, links),
        "weeks": partial(weeks, picture, links),
        "themes": partial(themes, picture, links),
        "coverage": partial(coverage, picture, picture.lines, links),
    }
    made |= {f"grades-{one.value}": partial(grades, picture, one, links) for one in schemes(picture)}
    made |= {price_name(one): partial(prices, picture, one) for one in picture.prices}
    return made


def tiles(picture: Picture, links: Links) -> TileMap:
    """Reports by area, every area equally large."""
    return TileMap(
        title=_titled(picture, "Reports by force area"),
        areas=_areas(picture, links),
        width=Width.MOST,
        **_given(picture, BOTH),
    )


def area_map(picture: Picture, links: Links) -> AreaMap:
    """The same on the map."""
    title = _titled(picture, "Reports by force area, map")
    return AreaMap(title=title, areas=_areas(picture, links), width=Width.MOST, **_given(picture, BOTH))


def weeks(picture: Picture, links: Links) -> Bars:
    """Reports by week."""
    counted = picture.tallies.by_week
    found = tuple(
        Week(monday, counted.get(monday, Tally()).counted, links.to(counted.get(monday, Tally()).readable, week=monday))
        for monday in picture.weeks
    )
    title = _titled(picture, "Reports by week")
    return Bars(title=title, weeks=found, running=picture.running, height=346, **_given(picture, REPORTS))


def themes(picture: Picture, links: Links) -> SmallMultiples:
    """Reports by week for each theme, all on one scale, the most frequent first."""
    counted = picture.tallies
    shown = [picture.asked.theme] if picture.asked.theme else list(THEMES)
    by_size = sorted(shown, key=lambda theme: (theme == Theme.UNKNOWN, -counted.by_theme.get(theme, Tally()).counted))
    panels = tuple(
        Panel(
            THEMES[theme],
            tuple(counted.by_theme_and_week.get((theme, monday), Tally()).counted for monday in picture.weeks),
            links.to(counted.by_theme.get(theme, Tally()).readable, theme=theme),
        )
        for theme in by_size
    )
    title = _titled(picture, "Reports by theme and week")
    given = _given(picture, REPORTS)
    return SmallMultiples(title=title, mondays=picture.weeks, panels=panels, **given)


def schemes(picture: Picture) -> tuple[Scheme, ...]:
    """The grading schemes that were used."""
    used = {scheme for scheme, _, _ in picture.tallies.by_grade}
    return tuple(scheme for scheme in Scheme if scheme.value in used)


def grades(picture: Picture, scheme: Scheme, links: Links) -> Matrix:
    """The grades of one scheme: source by information. Two schemes are never drawn together."""

    def cell(source: str, information: str) -> Cell:
        tally = picture.tallies.by_grade.get((scheme.value, source, information), Tally())
        both = {"source": f"{scheme.value}/{source}", "information": f"{scheme.value}/{information}"}
        return Cell(tally.counted, links.to(tally.readable, **both))

    sources, informations = SOURCE_CODES[scheme], INFORMATION_CODES[scheme]
    return Matrix(
        title=_titled(picture, f"Reports by grade, {scheme.value}"),
        down=_codes(sources),
        across=_codes(informations),
        cells=tuple(tuple(cell(source, information) for information in informations) for source in sources),
        names=("Source", "Information"),
        **_given(picture, REPORTS),
    )


def coverage(picture: Picture, lines: Sequence[CoverageLine], links: Links) -> CoverageStrip:
    """Who has looked, week by week."""
    told = picture.tallies.by_agency
    rows = tuple(
        Coverage(
            line.participant.name,
            tuple(map(_looked, line.cells)),
            words.short_day(line.last_looked) if line.last_looked else "never",
            links.to(told.get(line.participant.agency, Tally()).readable, agency=line.participant.agency),
        )
        for line in lines
    )
    given = _given(picture, RETURNS)
    return CoverageStrip(title="Who has looked, by week", mondays=picture.grid.weeks, agencies=rows, **given)


def prices(picture: Picture, line: PriceLine) -> Ranges:
    """The advertised prices of one currency: from the lowest to the highest, the median inside."""
    unit = line.currency or "currency not given"
    one = Range(unit, float(line.low), float(line.high), float(line.median))
    title = _titled(picture, f"Advertised prices, {unit}")
    given = _given(picture, REPORTS)
    return Ranges(title=title, ranges=(one,), counted=f"Price in {unit}", **given)


def price(value: Decimal) -> str:
    """A price without empty pence."""
    return words.number(int(value) if value == int(value) else value.quantize(Decimal("0.01")))


def price_name(line: PriceLine) -> str:
    """The name of the chart of a currency's prices."""
    return f"prices-{line.currency or 'unnamed'}"


def area_note(line: AreaLine, *, tells_withheld: bool) -> str:
    """What is said of an area beside its count."""
    if line.standing is Standing.ABSENT and not line.tally.counted:
        return line.standing.words
    if not tells_withheld or not line.tally.withheld:
        return ""
    if not line.tally.readable:
        return "none of which you may read"
    return f"{line.tally.withheld:,} of which you may not read"


def _areas(picture: Picture, links: Links) -> tuple[Area, ...]:
    return tuple(
        Area(
            line.name,
            line.state,
            line.tally.counted,
            links.to(line.tally.readable, area=line.name),
            area_note(line, tells_withheld=picture.tells_withheld),
        )
        for line in picture.areas
    )


def _looked(cell: WeekCell) -> Looked:
    return _LOOKED[cell.status] if cell.expected else Looked.NOT_ASKED


def _codes(codes: Mapping[str, str]) -> tuple[Code, ...]:
    return tuple(Code(code, meaning) for code, meaning in codes.items())


def _given(picture: Picture, source: str) -> _Given:
    return {"source": source, "as_of": picture.today}


def _titled(picture: Picture, title: str) -> str:
    """The title, with what the reports were narrowed to: a chart that is carried away says what it counts."""
    asked = picture.asked
    names = {line.participant.agency: line.participant.name for line in picture.lines}
    grade = f"{asked.scheme} {asked.source_grade}{asked.information_grade}".strip()
    parts = (THEMES.get(asked.theme, ""), names.get(asked.agency, asked.agency), grade)
    return ": ".join((title, ", ".join(filter(None, parts)))) if asked.narrowed else title
