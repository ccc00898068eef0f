"""How an area is drawn, as a table; and what an area's agencies said, taken together."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from pentameter.intelligence.api import Tally
from pentameter.look.charts.areas import State, tiles
from pentameter.operations.api import CoverageLine, Involvement, Participant, Sums, WeekCell, WeekStatus
from pentameter.picture.rules.areas import (
    GARDA_AREAS,
    Standing,
    area_line,
    lines_by_area,
    standing,
    state,
)

MONDAY = date(2007, 10, 1)
FOUND, NIL, NOT_LOOKED, NONE = WeekStatus.FOUND, WeekStatus.NIL, WeekStatus.NOT_LOOKED, WeekStatus.NONE


def line(slug: str, *said: WeekStatus, expected: bool = True, looked: date | None = None) -> CoverageLine:
    """An agency's line of coverage."""
    who = Participant(UUID(int=1), slug, slug.title(), Involvement.FULL, "", MONDAY, None)
    cells = tuple(WeekCell(MONDAY, status, expected) for status in said)
    return CoverageLine(who, cells, (), None, looked, len(said), Sums(), {})


@pytest.mark.parametrize(
    ("lines", "known"),
    [
        ([], Standing.ABSENT),
        ([line("durham", FOUND, NONE)], Standing.FOUND),
        ([line("durham", NONE, NIL)], Standing.NIL),
        ([line("durham", NOT_LOOKED, NIL)], Standing.NIL),
        ([line("durham", NOT_LOOKED, NONE)], Standing.NOT_LOOKED),
        ([line("durham", NONE, NONE)], Standing.SILENT),
        ([line("durham")], Standing.NOT_YET),
        ([line("durham", NONE, expected=False)], Standing.NOT_YET),
        ([line("fife", NONE), line("tayside", NIL)], Standing.NIL),
        ([line("fife", FOUND), line("tayside", NONE)], Standing.FOUND),
    ],
)
def test_what_an_areas_agencies_said(lines: Sequence[CoverageLine], known: Standing) -> None:
    assert standing(lines) is known


@pytest.mark.parametrize("known", Standing)
@pytest.mark.parametrize("sees_all", [True, False])
@pytest.mark.parametrize("narrowed", [True, False])
def test_reports_that_are_counted_are_always_drawn(known: Standing, sees_all: bool, narrowed: bool) -> None:
    assert state(Tally(1, 0), known, sees_all=sees_all, narrowed=narrowed) is State.COUNT


@pytest.mark.parametrize(
    ("known", "sees_all", "narrowed", "drawn"),
    [
        (Standing.FOUND, True, False, State.COUNT),
        (Standing.FOUND, False, True, State.COUNT),
        (Standing.FOUND, False, False, State.WITHHELD),
        (Standing.NIL, False, False, State.NIL),
        (Standing.NIL, True, True, State.NIL),
        (Standing.NOT_LOOKED, True, False, State.NOT_LOOKED),
        (Standing.SILENT, False, False, State.NO_RETURN),
        (Standing.ABSENT, True, False, State.NO_RETURN),
        (Standing.NOT_YET, True, False, State.NO_RETURN),
    ],
)
def test_an_area_without_reports(known: Standing, sees_all: bool, narrowed: bool, drawn: State) -> None:
    assert state(Tally(), known, sees_all=sees_all, narrowed=narrowed) is drawn


def test_every_standing_has_words_and_a_look() -> None:
    for known in Standing:
        assert known.words
        assert len(known.brief) <= 12
        assert state(Tally(), known, sees_all=False, narrowed=False) in State


def test_the_garda_answer_for_four_areas_and_scotland_has_eight_forces() -> None:
    lines = [line("garda", FOUND), line("fife", NIL), line("tayside", NONE), line("btp", FOUND)]
    areas = {"garda": "", "fife": "Police Scotland", "tayside": "Police Scotland", "btp": ""}
    found = lines_by_area(lines, areas)
    assert set(found) == {*GARDA_AREAS, "Police Scotland"}
    assert [one.participant.agency for one in found["Police Scotland"]] == ["fife", "tayside"]
    assert set(GARDA_AREAS) <= {tile.area for tile in tiles()}


def test_a_line_of_an_area_says_when_somebody_last_looked() -> None:
    early, late = line("fife", NIL, looked=MONDAY), line("tayside", FOUND, looked=date(2007, 10, 15))
    found = area_line("Police Scotland", Tally(4, 1), [early, late], sees_all=True, narrowed=False)
    assert (found.last_looked, found.standing, found.state) == (date(2007, 10, 15), Standing.FOUND, State.COUNT)
    assert (found.words, found.agencies) == ("4", ("Fife", "Tayside"))
    alone = area_line("Kent", Tally(), [], sees_all=False, narrowed=False)
    assert (alone.words, alone.last_looked) == ("takes no part", None)
    hidden = area_line("Kent", Tally(), [late], sees_all=False, narrowed=False)
    assert hidden.words == "withheld"
