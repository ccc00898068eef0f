"""How a look is tied to its case."""

from datetime import date, timedelta

import pytest

from oversight.looking import DAY, MONDAY
from pentameter.kernel.actor import Role
from pentameter.oversight.rules.ties import CaseFact, Looker, Need, Tie, since_closure, tie_of

OPEN = CaseFact("durham", "p9", "p8")
MINE = CaseFact("durham", "p1", "p8")
CLOSED = CaseFact("durham", "p1", "p8", closed_on=(MONDAY - 40 * DAY).date())


def looker(role: Role = Role.FORCE_OFFICER, agency: str = "durham", acted: timedelta | None = None) -> Looker:
    return Looker("p1", role, agency, MONDAY, MONDAY - acted if acted is not None else None)


@pytest.mark.parametrize(
    ("who", "case", "needs", "tie"),
    [
        (looker(), OPEN, (), Tie.NONE),
        (looker(), None, (), Tie.NONE),
        (looker(), MINE, (), Tie.OWN),
        (looker(), CLOSED, (), Tie.PAST),
        (looker(), OPEN, (Need(MONDAY - DAY),), Tie.OWN),
        (looker(), OPEN, (Need(MONDAY - DAY, MONDAY),), Tie.PAST),
        (looker(), OPEN, (Need(MONDAY + DAY),), Tie.PAST),
        (looker(), CLOSED, (Need(MONDAY - 90 * DAY),), Tie.PAST),
        (looker(acted=-timedelta(hours=1)), OPEN, (), Tie.OWN),
        (looker(acted=59 * DAY), OPEN, (), Tie.OWN),
        (looker(acted=61 * DAY), OPEN, (), Tie.PAST),
        (looker(Role.DUTY_DESK, "centre"), OPEN, (), Tie.DUTY),
        (looker(Role.FORCE_SUPERVISOR), OPEN, (), Tie.DUTY),
        (looker(Role.FORCE_SUPERVISOR, "cleveland"), OPEN, (), Tie.NONE),
        (looker(Role.FORCE_SUPERVISOR), None, (), Tie.NONE),
    ],
)
def test_the_tie(who: Looker, case: CaseFact | None, needs: tuple[Need, ...], tie: Tie) -> None:
    assert tie_of(who, case, needs) is tie


def test_since_when_a_case_is_closed() -> None:
    assert since_closure(OPEN, MONDAY.date()) is None
    assert since_closure(CLOSED, MONDAY.date()) == 40 * DAY
    assert since_closure(CLOSED, date(2020, 1, 1)) is None
