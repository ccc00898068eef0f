"""Working the queue: no row no act, one pair one person, and an undo that lets the pair wait again."""

from datetime import timedelta

import pytest

import cast
from cast import cleveland_sergeant, national_analyst
from entities.ground import SAME, judged, things
from entities.people import second_analyst
from entities.scene import Scene, proposed, scene, told
from pentameter.entities.keys import safe
from pentameter.entities.models import Claim, Judgement, Opinion, Proposal
from pentameter.entities.queries.queue import QueueFilter
from pentameter.entities.queries.reviewed import bound
from pentameter.entities.rules.judgements import Finding
from pentameter.entities.rules.reviewing import BATCH, HELD_FOR, Whom
from pentameter.entities.services.pairs import show_pair
from pentameter.entities.services.reviewing import (
    Answer,
    Asking,
    PairChangedMeanwhile,
    ReasonNeeded,
    answer_pair,
    ask_no_more,
    ask_second,
    give_back,
    take_batch,
)
from pentameter.entities.services.taking_back import SLIPPED, WhyUndone, show_judgement, take_back
from pentameter.kernel import clock
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db

ESTHER, EVERYTHING = national_analyst(), QueueFilter()
SAME_AS_SHOWN = Answer(Finding.SAME, "", 1)
ANALYSTS = Whom(role="national_analyst", agency="national-centre")


@pytest.fixture
def here() -> Scene:
    """The two reports, and the pair."""
    return scene()


def many(here: Scene, count: int) -> list:
    """So many more pairs, of more and more effect."""
    return [
        proposed(
            here.hers, told(here.wave, 100 + n, {"person1_name": f"E. {n}"}, by=cleveland_sergeant()), impact=20.0 + n
        )
        for n in range(count)
    ]


def test_a_batch_is_the_first_pairs_and_nobody_elses(here: Scene) -> None:
    pairs = many(here, BATCH)
    assert take_batch(chosen=EVERYTHING, by=ESTHER) == pairs[-1]
    assert Claim.objects.filter(held_by=ESTHER.id).count() == BATCH
    assert take_batch(chosen=EVERYTHING, by=second_analyst()) == here.pair
    assert Claim.objects.get(proposal=here.pair).held_by == second_analyst().id


def test_who_has_a_batch_goes_on_with_it(here: Scene) -> None:
    first = take_batch(chosen=EVERYTHING, by=ESTHER)
    many(here, 2)
    assert take_batch(chosen=EVERYTHING, by=ESTHER) == first
    assert Claim.objects.count() == 1


def test_what_lapsed_is_free_and_an_answer_keeps_the_rest_for_longer(here: Scene) -> None:
    pairs = many(here, 2)
    take_batch(chosen=EVERYTHING, by=ESTHER)
    soon = clock.now() + timedelta(minutes=1)
    Claim.objects.update(held_until=soon)
    assert answer_pair(pair_id=pairs[1], answer=SAME_AS_SHOWN, by=ESTHER).following in (pairs[0], here.pair)
    assert Claim.objects.get(proposal=pairs[0]).held_until > clock.now() + HELD_FOR - timedelta(minutes=1)
    Claim.objects.update(held_until=clock.now())
    assert take_batch(chosen=EVERYTHING, by=second_analyst()) in (pairs[0], here.pair)
    assert give_back(by=ESTHER) == 0
    assert give_back(by=second_analyst()) == 2


def test_after_the_last_pair_the_skipped_ones_come_again(here: Scene) -> None:
    pairs = many(here, 1)
    take_batch(chosen=EVERYTHING, by=ESTHER)
    assert show_pair(pair_id=pairs[0], by=ESTHER).following == here.pair
    assert show_pair(pair_id=here.pair, by=ESTHER).following == pairs[0]
    assert answer_pair(pair_id=here.pair, answer=SAME_AS_SHOWN, by=ESTHER).following == pairs[0]
    as_shown = Answer(Finding.SAME, "", show_pair(pair_id=pairs[0], by=ESTHER).row.version)
    assert answer_pair(pair_id=pairs[0], answer=as_shown, by=ESTHER).following is None


def test_ones_own_answer_makes_no_other_page_old(here: Scene) -> None:
    """Each answer changes where the others stand in the queue, which is not what a page shows of them."""
    pairs = many(here, 3)
    shown = [show_pair(pair_id=one, by=ESTHER).row.version for one in pairs]
    weighed = dict(Proposal.objects.values_list("pk", "impact"))
    answer_pair(pair_id=pairs[0], answer=Answer(Finding.SAME, "Seen.", shown[0]), by=ESTHER)
    assert Proposal.objects.get(pk=pairs[1]).impact != weighed[pairs[1]]
    for one, version in list(zip(pairs, shown, strict=True))[1:]:
        assert answer_pair(pair_id=one, answer=Answer(Finding.SAME, "Seen.", version), by=ESTHER).judgement


def test_what_was_closed_and_opened_again_by_others_is_as_it_was_shown(here: Scene) -> None:
    """Joined by other judgements and parted again: what the two records say is what it was."""
    between = told(here.wave, 99, {"person1_name": "E. Between"}, by=cleveland_sergeant())
    judged(here.hers, between)
    last = judged(between, here.theirs)
    assert Proposal.objects.get(pk=here.pair).state == "overtaken"
    take_back(judgement_id=last, reason="", by=ESTHER)
    assert answer_pair(pair_id=here.pair, answer=SAME_AS_SHOWN, by=ESTHER).judgement


def test_a_pair_that_was_judged_and_undone_meanwhile_is_not_as_it_was_shown(here: Scene) -> None:
    take_back(judgement_id=judged(here.hers, here.theirs), reason="", by=ESTHER)
    with pytest.raises(PairChangedMeanwhile):
        answer_pair(pair_id=here.pair, answer=SAME_AS_SHOWN, by=ESTHER)


@pytest.mark.parametrize("version", [0, 2])
def test_of_two_the_slower_changes_nothing(here: Scene, version: int) -> None:
    with pytest.raises(PairChangedMeanwhile):
        answer_pair(pair_id=here.pair, answer=Answer(Finding.SAME, "", version), by=ESTHER)
    assert not Judgement.objects.exists()


def test_no_row_no_act(here: Scene) -> None:
    asking = Asking(Answer(Finding.SAME, "The name.", 1), ANALYSTS)
    for act in (
        lambda: take_batch(chosen=EVERYTHING, by=ESTHER),
        lambda: give_back(by=ESTHER),
        lambda: answer_pair(pair_id=here.pair, answer=SAME_AS_SHOWN, by=ESTHER),
        lambda: ask_second(pair_id=here.pair, asking=asking, by=ESTHER),
        lambda: show_pair(pair_id=here.pair, by=ESTHER),
    ):
        no_row_no_act(act)
    ask_second(pair_id=here.pair, asking=asking, by=ESTHER)
    no_row_no_act(lambda: ask_no_more(pair_id=here.pair, by=ESTHER))
    ask_no_more(pair_id=here.pair, by=ESTHER)
    done = answer_pair(pair_id=here.pair, answer=Answer(Finding.SAME, "", 3), by=ESTHER).judgement
    no_row_no_act(lambda: take_back(judgement_id=done, reason="", by=ESTHER))
    no_row_no_act(lambda: show_judgement(judgement_id=done, by=ESTHER))


def test_what_the_first_found_is_sealed_and_joins_nothing(here: Scene) -> None:
    ask_second(pair_id=here.pair, asking=Asking(Answer(Finding.SAME, "The name.", 1), ANALYSTS), by=ESTHER)
    row = Opinion.objects.get()
    assert b"name" not in bytes(row.sealed)
    assert safe().unseal(row.sealed, bound_to=bound(row.id)) == "The name."
    assert things() == set()


def test_who_was_asked_does_not_ask_on_and_no_one_outside_is_asked(here: Scene) -> None:
    for of in (Whom(cleveland_sergeant().id), Whom(role="force_supervisor", agency="cleveland")):
        with pytest.raises(Refused, match="able to read both"):
            ask_second(pair_id=here.pair, asking=Asking(Answer(Finding.SAME, "The name.", 1), of), by=ESTHER)
    with pytest.raises(ReasonNeeded):
        ask_second(pair_id=here.pair, asking=Asking(SAME_AS_SHOWN, ANALYSTS), by=ESTHER)
    ask_second(pair_id=here.pair, asking=Asking(Answer(Finding.SAME, "The name.", 1), ANALYSTS), by=ESTHER)
    with pytest.raises(Refused, match="asked yourself"):
        ask_second(
            pair_id=here.pair, asking=Asking(Answer(Finding.SAME, "The name.", 2), ANALYSTS), by=second_analyst()
        )


def test_an_undone_pair_waits_again_for_who_undid_it(here: Scene) -> None:
    done = answer_pair(pair_id=here.pair, answer=SAME_AS_SHOWN, by=ESTHER).judgement
    assert Proposal.objects.get().state == "decided"
    with pytest.raises(WhyUndone):
        take_back(judgement_id=done, reason="", by=second_analyst())
    assert take_back(judgement_id=done, reason="", by=ESTHER) == here.pair
    assert Proposal.objects.get().state == "open"
    assert Claim.objects.get().held_by == ESTHER.id
    assert show_judgement(judgement_id=done, by=ESTHER).line.undone.reason == SLIPPED
    with pytest.raises(Refused, match="already undone"):
        take_back(judgement_id=done, reason="Again.", by=ESTHER)


def test_of_two_judgements_undoing_one_leaves_the_pair_judged(here: Scene) -> None:
    first = answer_pair(pair_id=here.pair, answer=SAME_AS_SHOWN, by=ESTHER).judgement
    judged(here.hers, here.theirs, SAME, by=second_analyst())
    take_back(judgement_id=first, reason="", by=ESTHER)
    assert Proposal.objects.get().state == "decided"
    assert things() == {frozenset({here.hers, here.theirs})}


@pytest.mark.parametrize("person", [cleveland_sergeant(), cast.garda(), cast.auditor()], ids=lambda one: one.role)
def test_for_others_none_of_it_is_there(here: Scene, person) -> None:
    done = answer_pair(pair_id=here.pair, answer=SAME_AS_SHOWN, by=ESTHER).judgement
    asking = Asking(Answer(Finding.SAME, "The name.", 2), ANALYSTS)
    for act in (
        lambda: show_pair(pair_id=here.pair, by=person),
        lambda: answer_pair(pair_id=here.pair, answer=SAME_AS_SHOWN, by=person),
        lambda: ask_second(pair_id=here.pair, asking=asking, by=person),
        lambda: take_back(judgement_id=done, reason="Why not.", by=person),
        lambda: show_judgement(judgement_id=done, by=person),
        lambda: show_judgement(judgement_id=new_id(), by=person),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.hidden or "may not do this" in refused.value.reason
