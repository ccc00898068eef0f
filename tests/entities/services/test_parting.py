"""An undo in a large island: only the few are fetched, whichever side they are on; what comes of it is the same."""

from itertools import pairwise

import pytest

from entities.ground import Ground, judged, state, things, undone
from pentameter.entities.models import Placing
from pentameter.entities.queries.checking import check_placings
from pentameter.entities.queries.reaching import reached
from pentameter.entities.rules.judgements import Finding, Way
from pentameter.entities.services import decide_by_machine, parting
from pentameter.entities.services.machine import Decided
from pentameter.kernel.actor import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture(params=[500, 2, 0])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many count as few: all, some, none. What comes of it is the same."""
    monkeypatch.setattr(parting, "FEW", request.param)
    return request.param


@pytest.mark.parametrize("cut", [0, 1, 3, 5])
def test_a_chain_is_cut_anywhere(few: int, cut: int) -> None:
    ground = Ground()
    chain = sorted(ground.mention(agency) for agency in ("durham", "kent", "garda") * 2 + ("cleveland",))
    links = [judged(one, other) for one, other in pairwise(chain)]
    undone(links[cut])
    sides = (frozenset(chain[: cut + 1]), frozenset(chain[cut + 1 :]))
    assert things() == {side for side in sides if len(side) > 1}
    found = check_placings()
    assert (found.misplaced, found.interests) == ((), 0)


def test_a_ring_holds(few: int) -> None:
    a, b, c = Ground().mentions(3)
    judged(a, b)
    judged(b, c)
    before = state()
    undone(judged(a, c))
    assert state() == before


@pytest.mark.parametrize("finding", [Finding.DIFFERENT, Finding.UNSURE])
def test_what_a_later_judgement_stands_over_leads_nowhere(few: int, finding: Finding) -> None:
    """The island of the pair that is undone does not show that one of its ends was once held to be somebody else."""
    a, b, c = sorted(Ground().mentions(3))
    wrong = judged(b, c)
    judged(a, b)
    judged(a, b, finding)
    before = state()
    undone(wrong)
    assert things() == set(), "two that were judged to be different became one"
    judged(b, c)
    assert state() == before
    assert (reached(a, most=3), reached(b, most=3)) == ({a}, {b, c})


def test_what_was_undone_stands_over_nothing() -> None:
    a, b = Ground().mentions(2)
    judged(a, b)
    over = judged(a, b, Finding.DIFFERENT)
    assert reached(a, most=3) == {a}
    undone(over)
    assert reached(a, most=3) == {a, b}


def test_the_machine_stands_over_nobody() -> None:
    a, b = sorted(Ground().mentions(2))
    decide_by_machine(decided=[Decided(a, b, Finding.SAME, 20.0, Way.MACHINE)], model_version="1", by=SYSTEM)
    assert reached(a, most=3) == {a, b}
    decide_by_machine(decided=[Decided(a, b, Finding.DIFFERENT, 20.0, Way.MACHINE)], model_version="1", by=SYSTEM)
    assert reached(a, most=3) == {a}
    judged(a, b)
    assert reached(a, most=3) == {a, b}


def test_what_is_reached_and_no_more() -> None:
    a, b, c, alone = Ground().mentions(4)
    judged(a, b)
    gone = judged(b, c)
    judged(alone, alone_too := Ground().mention())
    assert reached(c, most=3) == {a, b, c}
    assert reached(c, most=2) is None
    undone(gone)
    assert reached(c, most=2) == {c}
    assert Placing.objects.get(pk=alone_too).thing == min(alone, alone_too)
