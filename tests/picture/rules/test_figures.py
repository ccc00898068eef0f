"""Who looks, who found nothing, who is silent: each agency is counted once."""

from dataclasses import replace
from datetime import date

from pentameter.operations.api import WeekStatus
from pentameter.picture.rules.figures import Looking, looking
from picture.rules.test_areas import FOUND, MONDAY, NIL, NONE, NOT_LOOKED, line


def test_nobody_at_all() -> None:
    assert looking([]) == Looking()


def test_each_agency_by_what_it_said_over_the_wave() -> None:
    silent = replace(line("norfolk", NONE, NONE), missing=(MONDAY,), returns=0)
    not_due = replace(line("kent", NONE), returns=0)
    lines = [
        line("durham", FOUND, NIL, looked=MONDAY),
        line("cumbria", NIL, NIL, looked=MONDAY),
        line("essex", NOT_LOOKED),
        silent,
        not_due,
    ]
    assert looking(lines) == Looking(
        taking_part=5,
        looked=2,
        found_nothing=1,
        did_not_look=1,
        silent=("Norfolk",),
        nil_returns=3,
        nil_agencies=2,
    )


def test_who_left_is_no_longer_asked_and_its_nil_returns_stay() -> None:
    gone = line("durham", NIL, looked=MONDAY)
    gone = replace(gone, participant=replace(gone.participant, ended_on=date(2007, 11, 1)))
    found = looking([gone])
    assert (found.taking_part, found.looked, found.nil_returns) == (0, 0, 1)
    assert WeekStatus.NIL in {cell.status for cell in gone.cells}
