"""Islands: which a mention lies in, what was judged in them, and what is left out because it was undone."""

import pytest

from entities.ground import DIFFERENT, SAME, Ground, judged, undone
from pentameter.entities.queries.islands import (
    islands_of,
    judgements_from,
    judgements_on,
    parted,
    places_in,
    undone_by_hand,
)
from pentameter.entities.rules.judgements import pair_of
from pentameter.entities.services import decide_by_machine
from pentameter.entities.services.machine import Decided
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.ids import new_id

pytestmark = pytest.mark.django_db


def test_an_island_is_named_after_its_smallest_mention() -> None:
    a, b, c = Ground().mentions(3)
    judged(c, b)
    judged(a, c, DIFFERENT)
    assert islands_of([a, b, c, new_id()]) == {a: a, b: b, c: b}
    assert {one.mention for one in places_in([b])} == {b, c}


def test_undone_judgements_are_left_out() -> None:
    a, b = Ground().mentions(2)
    gone = judged(a, b, DIFFERENT)
    stands = judged(a, b)
    assert parted([a])
    undone(gone)
    assert [one.id for one in judgements_from([a])] == [stands]
    assert [one.id for one in judgements_on([pair_of(a, b)])] == [stands]
    assert not parted([a])


def test_only_the_pairs_that_were_asked_for() -> None:
    a, b, c, d = Ground().mentions(4)
    for pair in ((a, b), (c, d), (a, d)):
        judged(*pair)
    assert {one.pair for one in judgements_on([(a, b), (c, d)])} == {(a, b), (c, d)}


def test_what_a_person_undid_of_the_machines_is_remembered() -> None:
    a, b, c = Ground().mentions(3)
    decide_by_machine(decided=[Decided(a, b, SAME, 20.0)], model_version="1", by=SYSTEM)
    undone(judgements_on([(a, b)])[0].id)
    undone(judged(b, c))
    assert undone_by_hand([(a, b), (b, c), (a, c)]) == {(a, b)}
