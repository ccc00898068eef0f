"""Undo of a judgement: exactly as if it had never been made, and both acts stay."""

import pytest

import cast
from entities.ground import DIFFERENT, SAME, Ground, judged, state, things, undone
from pentameter.audit.api import Event
from pentameter.audit.models import Entry
from pentameter.entities.keys import safe
from pentameter.entities.models import Interest, Judgement, Undoing
from pentameter.entities.services import undo_judgement
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground() -> Ground:
    return Ground()


def test_it_is_as_if_it_had_never_been_made(ground: Ground) -> None:
    a, b, c = ground.mention("durham"), ground.mention("cleveland"), ground.mention("kent")
    judged(a, b, DIFFERENT)
    judged(b, c)
    judgement = judged(a, c, DIFFERENT)
    undone(judgement)
    before = state()
    undone(judged(a, c))
    assert state() == before


def test_alerts_drawn_from_it_are_withdrawn_and_stay(ground: Ground) -> None:
    a, b, c = ground.mention("durham"), ground.mention("cleveland"), ground.mention("kent")
    judged(a, b)
    wrong = judged(b, c)
    assert Interest.objects.filter(withdrawn_at=None).count() == 6
    undone(wrong)
    live = Interest.objects.filter(withdrawn_at=None)
    assert {(one.told_id, one.other_id) for one in live} == {("durham", "cleveland"), ("cleveland", "durham")}
    assert Interest.objects.count() == 6


def test_both_acts_are_attributed(ground: Ground) -> None:
    one, other = ground.mention(), ground.mention()
    judgement = judged(one, other, by=cast.durham_sergeant())
    undone(judgement, reason="Born in another year.", by=cast.national_analyst())
    row = Undoing.objects.get()
    assert (row.judgement.made_by, row.made_by) == (cast.durham_sergeant().id, cast.national_analyst().id)
    assert safe().unseal(row.sealed, bound_to=f"undoing:{judgement}") == "Born in another year."
    acts = Entry.objects.filter(subject_id=str(judgement)).order_by("seq").values_list("event", flat=True)
    assert list(acts) == [Event.PAIR_JUDGED, Event.JUDGEMENT_UNDONE]


def test_what_it_stood_over_holds_again(ground: Ground) -> None:
    one, other = ground.mention(), ground.mention()
    judged(one, other, SAME)
    undone(judged(one, other, DIFFERENT))
    assert things() == {frozenset({one, other})}


def test_what_a_later_judgement_stood_over_can_be_undone_beneath_it(ground: Ground) -> None:
    one, other = ground.mention(), ground.mention()
    first = judged(one, other, SAME)
    judged(one, other, SAME)
    undone(first)
    assert things() == {frozenset({one, other})}


def test_a_later_difference_parts_and_its_undo_joins_again(ground: Ground) -> None:
    a, b, c = ground.mentions(3)
    judged(a, b)
    judged(b, c)
    whole = state()
    apart = judged(a, c, DIFFERENT)
    assert things() == {frozenset({a, b})}
    undone(apart)
    assert state() == whole


def test_an_undo_is_not_done_twice(ground: Ground) -> None:
    judgement = judged(ground.mention(), ground.mention())
    undone(judgement)
    with pytest.raises(Refused, match="already undone") as refused:
        undone(judgement)
    assert refused.value.conflict


def test_what_one_may_not_read_was_never_there(ground: Ground) -> None:
    theirs = [ground.mention("garda", scheme="5x5x5", handling="4") for _ in range(2)]
    left, right = sorted(theirs)
    row = Judgement.objects.create(
        left_id=left, right_id=right, finding="same", way="machine", made_at="2026-03-02T09:00Z", made_by="system"
    )
    said = []
    for judgement in (row.id, new_id()):
        with pytest.raises(Refused) as refused:
            undone(judgement, by=cast.durham_sergeant())
        said.append((refused.value.reason, refused.value.hidden))
    assert said[0] == said[1]
    assert said[0][1] is True


def test_no_row_no_act(ground: Ground) -> None:
    judgement = judged(ground.mention("durham"), ground.mention("cleveland"))
    no_row_no_act(lambda: undo_judgement(judgement_id=judgement, reason="", by=cast.national_analyst()))
