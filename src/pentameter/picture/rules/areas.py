"""What the map says of an area: how many reports, or which of the absences.

An area without reports looks like what its own agency said. What an agency says in its returns is open to all who see
the picture; whether reports exist that a reader may not know of is not. So the look of an area depends on its returns
and on what the reader may count, and on nothing else: databases that differ only in hidden reports draw the same map.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pentameter.intelligence.api import Tally
from pentameter.look.charts.areas import State
from pentameter.operations.api import CoverageLine, WeekStatus

GARDA = "garda"
GARDA_AREAS = ("Garda North-Western", "Garda Eastern", "Garda Dublin Metropolitan", "Garda Southern")
"""An Garda Síochána is one agency with four areas on the map: its returns speak for all four."""


class Standing(StrEnum):
    """What is known of an area from the returns of the agencies that police it."""

    FOUND = "found"
    NIL = "nil"
    NOT_LOOKED = "not_looked"
    SILENT = "silent"
    ABSENT = "absent"
    NOT_YET = "not_yet"

    @property
    def words(self) -> str:
        """The standing, said of an area."""
        return _WORDS[self]

    @property
    def brief(self) -> str:
        """The same in two words at most, for a narrow column."""
        return _BRIEFLY.get(self, self.words)


_WORDS = {
    Standing.FOUND: "looked and found something",
    Standing.NIL: "looked and found nothing",
    Standing.NOT_LOOKED: "did not look",
    Standing.SILENT: "no return",
    Standing.ABSENT: "takes no part",
    Standing.NOT_YET: "nothing expected yet",
}
_BRIEFLY = {
    Standing.FOUND: "looked",
    Standing.NIL: "nil",
    Standing.NOT_LOOKED: "not looked",
    Standing.ABSENT: "no part",
    Standing.NOT_YET: "not yet",
}
_LOOKS = {
    Standing.NIL: State.NIL,
    Standing.NOT_LOOKED: State.NOT_LOOKED,
    Standing.SILENT: State.NO_RETURN,
    Standing.ABSENT: State.NO_RETURN,
    Standing.NOT_YET: State.NO_RETURN,
}
_STRONGEST_FIRST = (
    (WeekStatus.FOUND, Standing.FOUND),
    (WeekStatus.NIL, Standing.NIL),
    (WeekStatus.NOT_LOOKED, Standing.NOT_LOOKED),
    (WeekStatus.NONE, Standing.SILENT),
)


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area of the map: its reports, what its agencies said, the week in which they last looked, and its look."""

    name: str
    tally: Tally
    standing: Standing
    last_looked: date | None
    state: State
    agencies: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What stands where a number would: "31", "nil", "no return"."""
        if self.state is State.COUNT:
            return f"{self.tally.counted:,}"
        return "withheld" if self.state is State.WITHHELD else self.standing.words


def standing(lines: Iterable[CoverageLine]) -> Standing:
    """What the agencies of an area said, all weeks together: one that found something outweighs one that is silent."""
    of_area = list(lines)
    if not of_area:
        return Standing.ABSENT
    said = {cell.status for line in of_area for cell in line.cells if cell.expected}
    return next((result for status, result in _STRONGEST_FIRST if status in said), Standing.NOT_YET)


def state(tally: Tally, known: Standing, *, sees_all: bool, narrowed: bool) -> State:
    """How an area is drawn.

    `sees_all`: the reader may know of all reports. `narrowed`: only some reports were asked for, so that none of them
    does not mean that there are none. An area that found something, of which this reader can count no report, is
    withheld, whether or not a report of it exists.
    """
    if tally.counted:
        return State.COUNT
    if known is Standing.FOUND:
        return State.COUNT if sees_all or narrowed else State.WITHHELD
    return _LOOKS[known]


def lines_by_area(lines: Iterable[CoverageLine], areas: Mapping[str, str]) -> dict[str, list[CoverageLine]]:
    """The coverage of the agencies that police each area. Who polices none is not here."""
    found: dict[str, list[CoverageLine]] = {}
    for line in lines:
        slug = line.participant.agency
        for area in GARDA_AREAS if slug == GARDA else filter(None, (areas.get(slug, ""),)):
            found.setdefault(area, []).append(line)
    return found


def area_line(name: str, tally: Tally, lines: Sequence[CoverageLine], *, sees_all: bool, narrowed: bool) -> AreaLine:
    """An area with everything that the map and its table say of it."""
    known = standing(lines)
    return AreaLine(
        name=name,
        tally=tally,
        standing=known,
        last_looked=max((line.last_looked for line in lines if line.last_looked), default=None),
        state=state(tally, known, sees_all=sees_all, narrowed=narrowed),
        agencies=tuple(line.participant.name for line in lines),
    )
