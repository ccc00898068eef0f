"""An undo in a large island: only the few are fetched, whichever side they are on; what comes of it is the same."""

from itertools import pairwise

import pytest

from entities.ground import Ground, judged, state, things, undone
from pentameter.entities.models import Placing
from pentameter.entities.queries.checking import check_placings
from pentameter.entities.queries.reaching import reached
from pentameter.entities.services import parting

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
