"""One chart of each kind, with the awkward things in it: absences, long names, zeros, what is not known."""

from datetime import date, timedelta
from random import Random

from pentameter.look.charts.area_map import AreaMap
from pentameter.look.charts.areas import Area, State, tiles
from pentameter.look.charts.bars import Bars, Panel, SmallMultiples, Week
from pentameter.look.charts.chart import Chart, Width
from pentameter.look.charts.coverage import Coverage, CoverageStrip, Looked
from pentameter.look.charts.lines import Line, Lines
from pentameter.look.charts.matrix import Cell, Code, Matrix
from pentameter.look.charts.ranges import Range, Ranges
from pentameter.look.charts.ranked import Ranked, RankedShares
from pentameter.look.charts.rows import Row, Rows
from pentameter.look.charts.shares import Share, StackedShare
from pentameter.look.charts.spans import Mark, SpanRow, Spans, Stretch
from pentameter.look.charts.tile_map import TileMap
from pentameter.look.charts.waterfall import Step, Waterfall
from pentameter.look.charts.world_map import WorldMap, WorldWay

AS_OF = date(2007, 11, 5)
SOURCE = "agencies' returns and reports."
MONDAYS = tuple(date(2007, 10, 1) + timedelta(weeks=i) for i in range(10))
_ABSENT = {"Cumbria": State.NIL, "North Yorkshire": State.NIL, "Wiltshire": State.NIL, "City of London": State.WITHHELD}
_SILENT = ("Garda Southern", "Dyfed-Powys", "Norfolk", "Gwent")


def areas() -> tuple[Area, ...]:
    """All areas, with every absence among them."""
    chance = Random(2007)
    found = []
    for tile in tiles():
        if tile.area in _SILENT:
            continue
        state = _ABSENT.get(tile.area, State.COUNT)
        count = int(chance.paretovariate(0.9) * 9) if state is State.COUNT else None
        found.append(Area(tile.area, state, count, href=f"/reports?area={tile.label}" if count else ""))
    return tuple(found)


def tile_map() -> TileMap:
    return TileMap(title="Reports by force area", source=SOURCE, as_of=AS_OF, areas=areas(), width=Width.MOST)


def area_map() -> AreaMap:
    return AreaMap(title="Reports by force area, map", source=SOURCE, as_of=AS_OF, areas=areas(), width=Width.HALF)


def bars() -> Bars:
    counts = (61, 118, 204, 187, 240, 0, 262, None, 331, 96)
    weeks = tuple(Week(day, count, "/reports") for day, count in zip(MONDAYS, counts, strict=True))
    return Bars(title="Reports by week", source=SOURCE, as_of=AS_OF, weeks=weeks, running=True)


def small_multiples() -> SmallMultiples:
    panels = (
        Panel("Sexual exploitation", (88, 140, 180, 210, 240, 251, 240, 222, 200, 98), "/reports?theme=sexual"),
        Panel("Forced labour", (12, 18, 25, 30, 38, 44, 51, 48, 52, 20)),
        Panel("Domestic servitude", (4, 6, 2, 9, 0, 7, 3, 5, 8, 1)),
        Panel("Theme not known", (20, 22, 31, 28, None, None, 26, 24, 30, 12)),
    )
    return SmallMultiples(
        title="Reports by week and theme", source=SOURCE, as_of=AS_OF, mondays=MONDAYS, panels=panels, width=Width.THIRD
    )


def lines() -> Lines:
    found = (
        Line("People rescued", (2, 5, 9, 14, 20, 26, 31, 38, 44, 47)),
        Line("Arrests", (6, 14, 25, 38, 52, 66, 80, 94, 109, 118)),
        Line("Premises visited", (11, 30, 52, 80, 101, 130, None, 168, 190, 212)),
        Line("Charged", (0, 0, 1, 4, 9, 15, 22, 30, 38, 45)),
    )
    return Lines(title="Counters of the wave", source=SOURCE, as_of=AS_OF, mondays=MONDAYS, lines=found)


def ranges() -> Ranges:
    found = (
        Range("Stepwise log-linear", 10_000, 13_000, 11_300),
        Range("Best model by BIC", 11_400, 41_800, 23_000, href="/runs/14"),
        Range("Averaged over graphs", 11_200, 33_100, 22_900),
        Range("Latent classes", reason="The lists cannot carry it."),
        Range("Chao lower bound", 12_200, 15_100, 13_600),
    )
    return Ranges(
        title="How many were never seen",
        source="the 2013 table, published by the Home Office in 2014.",
        as_of=AS_OF,
        ranges=found,
        known=2744,
        known_label="known",
    )


def shares() -> StackedShare:
    found = (
        Share("Durham Constabulary", (14, 30, 12, 5, 2), "/reports?agency=durham"),
        Share("Garda National Immigration Bureau", (40, 60, 21, 9, 17)),
        Share("City of London Police", (0, 0, 0, 0, 0)),
        Share("Metropolitan Police Service", (88, 104, 16, 4, 2)),
    )
    return StackedShare(
        title="Source grades by agency",
        source=SOURCE,
        as_of=AS_OF,
        parts=("1 reliable", "2 untested", "3 not reliable", "4 unknown", "not graded"),
        shares=found,
        apart=True,
    )


def coverage() -> CoverageStrip:
    chance = Random(5)
    names = (
        "Durham Constabulary",
        "Cleveland Police",
        "North Yorkshire Police",
        "An Garda Síochána",
        "PSNI",
        "Northern Support",
    )
    rows = []
    for name in names:
        weeks = tuple(chance.choice(tuple(Looked)) for _ in MONDAYS)
        rows.append(Coverage(name, weeks, "last 29 October 2007", f"/agencies/{name[:3]}"))
    return CoverageStrip(
        title="Who has looked", source=SOURCE, as_of=AS_OF, mondays=MONDAYS, agencies=tuple(rows), width=Width.MOST
    )


def matrix() -> Matrix:
    down = (Code("A", "always reliable"), Code("E", "untested source"))
    cells = ((Cell(1200, "/reports?grade=A1"), Cell(7)), (Cell(0), Cell(31)))
    across = (Code("1", "known"), Code("2", "heard"))
    names = ("Source", "Information")
    return Matrix(
        title="5x5x5", source=SOURCE, as_of=AS_OF, down=down, across=across, cells=cells, names=names, width=Width.HALF
    )


def waterfall() -> Waterfall:
    steps = (
        Step("Same phone number, given by 4 people", 6.0),
        Step("The name is spelled otherwise, in words that are common where she comes from", 9.3),
        Step("Same year of birth", 2.2),
        Step("Same nationality, common here", 0.8),
        Step("Seen in towns far from each other", -1.3),
        Step("Same postcode", 2.6),
    )
    return Waterfall(
        title="What speaks for and against",
        source="two reports.",
        as_of=AS_OF,
        steps=steps,
        beginning=-16.0,
        beginning_label="Before anything is compared",
        needed=14.0,
        needed_label="to decide alone",
        width=Width.THIRD,
    )


def spans() -> Spans:
    rows = (
        SpanRow(
            "Forced labour, 2004",
            (Stretch(date(2004, 12, 1)),),
            (Mark(date(2006, 5, 2)), Mark(date(2007, 3, 1), 2)),
            remark="In force nearly three years, no conviction",
            out=True,
            cells=("since 1 December 2004", "3", "0"),
            href="/laws/AITC04-4",
        ),
        SpanRow(
            "Trafficking for sexual exploitation",
            (
                Stretch(date(2004, 5, 1), date(2006, 4, 5), "England and Wales"),
                Stretch(date(2004, 5, 1), label="Northern Ireland"),
            ),
            (Mark(date(2005, 2, 1)), Mark(date(2006, 1, 9), full=True)),
            cells=("since 1 May 2004", "1", "1"),
        ),
        SpanRow("Common law", (Stretch(None),), cells=("in force already", "0", "0")),
        SpanRow("An old Act", (Stretch(None, known=date(2005, 11, 7)),), cells=("known on 7 November 2005", "0", "0")),
    )
    return Spans(
        title="Laws",
        source=SOURCE,
        as_of=AS_OF,
        rows=rows,
        first=date(2004, 5, 1),
        tick="charge",
        dot="conviction",
        columns=(("Law", ""), ("In force", ""), ("Charges", "num"), ("Convictions", "num")),
        width=Width.FULL,
    )


def ranked() -> RankedShares:
    found = (
        Ranked("GO:GP, GO:NG, GP:NG, GP:PF, LA:NG, LA:PF, NCA:PF", 0.31),
        Ranked("GO:PF, GP:NG, LA:NG", 0.15),
        Ranked("GP:NG", 0.004),
    )
    return RankedShares(title="Models and their weights", source=SOURCE, as_of=AS_OF, shares=found, named="Model")


def world_map() -> WorldMap:
    ways = (WorldWay(("RO", "FR", "GB"), 40, "Romania to Durham"), WorldWay(("XX", "IE"), 2, "nowhere to the Garda"))
    table = (("Romania", "France", "Durham", "40"), ("XX", "directly", "Garda Eastern", "2"))
    columns = (("From", ""), ("Through", ""), ("To", ""), ("Reports", "num"))
    names = {"RO": "Romania", "FR": "France", "GB": "United Kingdom", "IE": "Ireland"}
    return WorldMap(title="Routes", source=SOURCE, as_of=AS_OF, ways=ways, names=names, rows=table, columns=columns)


def rows() -> Rows:
    found = (Row("Sexual exploitation", (31, 12)), Row("A very long name of a kind of exploitation", (0, None)))
    return Rows(title="Two forces", source=SOURCE, as_of=AS_OF, rows=found, series=("Durham", "Kent"), what="Theme")


def all_charts() -> dict[str, Chart]:
    """Every chart by its name."""
    made = (
        tile_map,
        area_map,
        bars,
        small_multiples,
        lines,
        ranges,
        shares,
        coverage,
        matrix,
        waterfall,
        spans,
        ranked,
    )
    return {make.__name__: make() for make in (*made, world_map, rows)}
