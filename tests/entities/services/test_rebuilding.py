"""Counting again from the ledger: what is wrong is found, mended step by step, and what is right is left alone."""

from uuid import UUID

import pytest

import cast
from entities.ground import DIFFERENT, Ground, judged, state
from pentameter.audit.api import Event
from pentameter.audit.models import Entry
from pentameter.entities.models import Interest, Judgement, Placing
from pentameter.entities.queries import checking
from pentameter.entities.queries.checking import check_placings, unplaced
from pentameter.entities.services import mend_placings
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def many() -> list[UUID]:
    """Some things, one of them parted, and some who are told."""
    ground = Ground()
    mentions = sorted(ground.mention(agency) for agency in ("durham", "kent", "cleveland") * 3)
    for one, other in ((0, 1), (1, 2), (3, 4), (5, 6), (6, 7)):
        judged(mentions[one], mentions[other])
    judged(mentions[5], mentions[7], DIFFERENT)
    judged(mentions[0], mentions[8], DIFFERENT)
    return mentions


def mended() -> int:
    """How many mentions were moved, over all steps."""
    moved, after = 0, None
    while True:
        step = mend_placings(by=SYSTEM, after=after)
        moved, after = moved + step.moved, step.after
        if after is None:
            return moved


def found() -> tuple[int, int]:
    """How many mentions are misplaced, and how many interests untrue, over all steps."""
    misplaced = interests = 0
    after = None
    while True:
        step = check_placings(after)
        misplaced, interests, after = misplaced + len(step.misplaced), interests + step.interests, step.after
        if after is None:
            return misplaced, interests


def test_all_is_well(many: list[UUID]) -> None:
    before = state()
    assert found() == (0, 0)
    assert mended() == 0
    assert state() == before


def test_steps_begin_after_any_island(many: list[UUID]) -> None:
    every = sorted(set(Placing.objects.values_list("island", flat=True)))
    assert checking.next_islands(None) == tuple(every)
    assert checking.next_islands(every[1]) == tuple(every[2:])


def test_whatever_was_spoilt_is_found_and_mended(many: list[UUID]) -> None:
    right = state()
    Placing.objects.filter(pk=many[1]).update(thing=many[1], island=many[1])
    Placing.objects.filter(pk__in=many[3:5]).update(thing=many[0], island=many[0])
    Placing.objects.filter(pk=many[7]).update(thing=many[5])
    Interest.objects.filter(told_id="kent").update(withdrawn_at=clock.now())
    misplaced, interests = found()
    assert misplaced >= 4
    assert interests > 0
    assert mended() >= 4
    assert state() == right
    assert found() == (0, 0)
    assert Entry.objects.filter(event=Event.MENTIONS_PLACED).exists()


def test_a_judged_mention_that_is_placed_nowhere_is_placed(many: list[UUID]) -> None:
    right = state()
    Placing.objects.filter(pk=many[4]).delete()
    assert unplaced() == {many[4]}
    mended()
    assert unplaced() == frozenset()
    assert state() == right


def test_an_island_that_has_lost_its_first_mention_is_still_counted(many: list[UUID]) -> None:
    lost = new_id()
    Placing.objects.filter(pk__in=many[3:5]).update(thing=lost, island=lost)
    assert found()[0] == 2
    mended()
    assert found() == (0, 0)


@pytest.mark.parametrize("what", ["thing", "island", "both"])
@pytest.mark.parametrize("how", ["nowhere", "another's"])
def test_things_of_several_agencies_that_name_another_mention_are_counted(what: str, how: str) -> None:
    """Who holds them is read from the ledger, for the table does not know them under that name."""
    ground = Ground()
    durham, kent, other = sorted(ground.mention(agency) for agency in ("durham", "kent", "cleveland"))
    judged(durham, kent)
    right = state()
    Placing.objects.filter(pk=other).delete()
    wrong = new_id() if how == "nowhere" else other
    names = ("thing", "island") if what == "both" else (what,)
    Placing.objects.filter(pk__in=[durham, kent]).update(**dict.fromkeys(names, wrong))
    assert found()[0] == 2
    mended()
    assert state() == right
    assert found() == (0, 0)


def test_only_pentameter_mends_itself() -> None:
    with pytest.raises(Refused):
        mend_placings(by=cast.national_analyst())


def test_no_row_no_act(many: list[UUID]) -> None:
    Placing.objects.filter(pk=many[1]).update(thing=many[1], island=many[1])
    no_row_no_act(lambda: mend_placings(by=SYSTEM))
    assert Judgement.objects.exists()
