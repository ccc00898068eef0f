"""Where reports are about, on the map and area by area."""

from pentameter.look.words import day, number
from pentameter.picture import drawing as charts
from pentameter.picture.assessment.evidence import Evidence, SectionKind
from pentameter.picture.assessment.rules.content import Column, Kind, Section, Table
from pentameter.picture.assessment.sections.drawing import drawn
from pentameter.picture.links import Links
from pentameter.picture.rules.areas import AreaLine


def build(evidence: Evidence) -> Section:
    """The tile map, the map, and the table that says the same."""
    picture = evidence.picture
    with_reports = sum(bool(line.tally.counted) for line in picture.areas)
    alt = (
        f"Reports by force area: {with_reports} of {len(picture.areas)} areas have reports. "
        "The table of areas says the same in numbers."
    )
    return Section(
        key=SECTION.key,
        title=SECTION.title,
        lead=(f"There are reports about {with_reports} of {len(picture.areas)} areas.", *_elsewhere(evidence)),
        drawings=(
            drawn("areas-tiles", charts.tiles(picture, Links()), f"Tile map. {alt}"),
            drawn("areas-map", charts.area_map(picture, Links()), f"Map. {alt}"),
        ),
        tables=(_table(evidence),),
        notes=("An Garda Síochána is one agency with four areas on the map: its returns speak for all four.",),
    )


def _elsewhere(evidence: Evidence) -> tuple[str, ...]:
    counted = sum(tally.counted for _, tally in evidence.picture.elsewhere)
    if not counted:
        return ()
    return (
        f"{number(counted)} further reports name no area, or one that is on no map; they are in every other figure.",
    )


def _table(evidence: Evidence) -> Table:
    lines = sorted(evidence.picture.areas, key=lambda line: (-line.tally.counted, line.name))
    return Table(
        key="areas",
        title="Reports by force area",
        columns=(
            Column("Area"),
            Column("Reports", Kind.COUNT),
            Column("What its returns say"),
            Column("Last looked, week of"),
        ),
        rows=tuple(map(_row, lines)),
        source=charts.BOTH,
        as_of=evidence.as_of,
    )


def _row(line: AreaLine) -> tuple[str | int, ...]:
    return line.name, line.tally.counted, line.standing.words, day(line.last_looked) if line.last_looked else "never"


SECTION = SectionKind("places", "Where", build)
