"""The drawing of a wave's coverage."""

from pentameter.look.charts.chart import Width
from pentameter.look.charts.coverage import Coverage, CoverageStrip, Looked
from pentameter.look.words import short_day
from pentameter.operations.queries.coverage import CoverageGrid, CoverageLine
from pentameter.operations.rules.coverage import WeekCell, WeekStatus

_LOOKS = {
    WeekStatus.FOUND: Looked.FOUND,
    WeekStatus.NIL: Looked.NIL,
    WeekStatus.NOT_LOOKED: Looked.NOT_LOOKED,
    WeekStatus.NONE: Looked.NO_RETURN,
}


def strip(grid: CoverageGrid, width: Width = Width.MOST) -> CoverageStrip:
    """One row an agency, one cell a week; weeks in which an agency did not take part stay blank."""
    return CoverageStrip(
        title="Who has looked, week by week",
        source="agencies' weekly returns.",
        as_of=grid.today,
        note="The last column is the present week: its returns may still come.",
        width=width,
        mondays=grid.weeks,
        agencies=tuple(_row(line) for line in grid.lines),
    )


def _row(line: CoverageLine) -> Coverage:
    last = f"last looked {short_day(line.last_looked)}" if line.last_looked else "has not looked"
    return Coverage(agency=line.participant.name, weeks=tuple(_look(cell) for cell in line.cells), last=last)


def _look(cell: WeekCell) -> Looked:
    return _LOOKS[cell.status] if cell.expected else Looked.NOT_ASKED
