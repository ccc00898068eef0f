"""Things are what the judgements say: the same in any order, the same after an undo, contradictions named."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations
from random import Random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.entities.rules.canonical import Contradiction, canonical
from pentameter.entities.rules.judgements import Finding, Judgement, Way, holding, pair_of

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SAME, DIFFERENT, UNSURE = Finding.SAME, Finding.DIFFERENT, Finding.UNSURE


def mention(number: int) -> UUID:
    return UUID(int=number)


def judged(
    number: int, one: int, other: int, finding: Finding, way: Way = Way.PERSON, *, score: float = 0.0
) -> Judgement:
    left, right = pair_of(mention(one), mention(other))
    return Judgement(UUID(int=1000 + number), left, right, finding, way, START + timedelta(hours=number), score)


def things(of: int, judgements: Iterable[Judgement]) -> set[frozenset[int]]:
    found = canonical([mention(one) for one in range(of)], judgements)
    groups: dict[UUID, set[int]] = {}
    for one, thing in found.thing_of.items():
        groups.setdefault(thing, set()).add(one.int)
    return {frozenset(group) for group in groups.values()}


def test_what_nobody_judged_stands_alone() -> None:
    assert things(3, []) == {frozenset({0}), frozenset({1}), frozenset({2})}


def test_a_thing_is_named_by_its_smallest_mention() -> None:
    found = canonical([mention(4), mention(2), mention(9)], [judged(0, 9, 4, SAME), judged(1, 4, 2, SAME)])
    assert set(found.thing_of.values()) == {mention(2)}


def test_unsure_joins_nothing_and_parts_nothing() -> None:
    assert things(2, [judged(0, 0, 1, UNSURE)]) == {frozenset({0}), frozenset({1})}
    assert things(3, [judged(0, 0, 1, SAME), judged(1, 1, 2, SAME), judged(2, 0, 2, UNSURE)]) == {frozenset({0, 1, 2})}


def test_a_later_difference_parts_what_it_contradicts_at_its_weakest_place() -> None:
    chain = [
        judged(0, 0, 1, SAME, Way.MACHINE, score=14.0),
        judged(1, 1, 2, SAME, Way.MACHINE, score=11.0),
        judged(2, 2, 3, SAME, Way.MACHINE, score=19.0),
    ]
    apart = judged(3, 0, 3, DIFFERENT)
    assert things(4, chain) == {frozenset({0, 1, 2, 3})}
    assert things(4, [*chain, apart]) == {frozenset({0, 1}), frozenset({2, 3})}
    found = canonical([mention(one) for one in range(4)], [*chain, apart])
    assert found.contradictions == (Contradiction(same=chain[1].id, different=apart.id),)
    assert len(set(found.island_of.values())) == 1


def test_a_persons_same_stands_over_a_machines_different_and_not_the_other_way_round() -> None:
    machine_apart = judged(0, 0, 1, DIFFERENT, Way.MACHINE)
    assert things(2, [judged(1, 0, 1, SAME), machine_apart]) == {frozenset({0, 1})}
    assert things(2, [judged(1, 0, 1, SAME, Way.MACHINE, score=30.0), judged(0, 0, 1, DIFFERENT)]) == {
        frozenset({0}),
        frozenset({1}),
    }


def test_a_difference_stays_between_groups_that_grew() -> None:
    found = things(5, [judged(0, 0, 1, SAME), judged(1, 2, 3, SAME), judged(2, 0, 2, DIFFERENT), judged(3, 1, 3, SAME)])
    assert found == {frozenset({0, 1}), frozenset({2, 3}), frozenset({4})}


@pytest.mark.parametrize(
    ("first", "second", "holds"),
    [
        (judged(0, 0, 1, SAME), judged(1, 0, 1, DIFFERENT), DIFFERENT),
        (judged(0, 0, 1, DIFFERENT), judged(1, 0, 1, SAME), SAME),
        (judged(0, 0, 1, DIFFERENT), judged(1, 0, 1, SAME, Way.MACHINE, score=40.0), DIFFERENT),
        (judged(0, 0, 1, DIFFERENT), judged(1, 0, 1, SAME, Way.IDENTIFIER), DIFFERENT),
        (judged(0, 0, 1, SAME, Way.MACHINE), judged(1, 0, 1, UNSURE, Way.MACHINE), UNSURE),
    ],
)
def test_of_two_judgements_on_a_pair_a_persons_then_the_later_holds(
    first: Judgement, second: Judgement, holds: Finding
) -> None:
    for order in ([first, second], [second, first]):
        assert holding(order)[first.pair].finding is holds


MENTIONS = 8
_pairs = st.sampled_from(list(combinations(range(MENTIONS), 2)))
_ways = st.sampled_from(list(Way))


@st.composite
def histories(draw: st.DrawFn) -> list[Judgement]:
    said = draw(st.lists(st.tuples(_pairs, st.sampled_from(list(Finding)), _ways, st.integers(0, 30)), max_size=24))
    return [
        judged(number, *pair, finding, way, score=0.0 if way is Way.PERSON else float(score))
        for number, (pair, finding, way, score) in enumerate(said)
    ]


@given(histories(), st.randoms(use_true_random=False))
def test_any_order_of_the_same_judgements_gives_the_same(history: list[Judgement], chance: Random) -> None:
    shuffled = list(history)
    chance.shuffle(shuffled)
    everyone = [mention(one) for one in range(MENTIONS)]
    assert canonical(everyone, shuffled) == canonical(everyone, history)


@dataclass
class _Slow:
    """The obviously right twin: sets of mentions, joined one judgement at a time, each join checked pair by pair."""

    groups: list[set[int]]

    def follow(self, one: Judgement, held: Iterable[Judgement]) -> None:
        left = next(group for group in self.groups if one.left.int in group)
        right = next(group for group in self.groups if one.right.int in group)
        if left is right:
            return
        for other in held:
            across = (other.left.int in left and other.right.int in right) or (
                other.left.int in right and other.right.int in left
            )
            if across and other.finding is DIFFERENT and (other.by_person or not one.by_person):
                return
        self.groups.remove(right)
        left |= right


@given(histories())
def test_it_says_the_same_as_its_slow_twin(history: list[Judgement]) -> None:
    held = list(holding(history).values())
    same = [one for one in held if one.finding is SAME]
    same.sort(key=lambda one: (not one.by_person, 0.0 if one.by_person else -one.score, one.made_at, one.id))
    slow = _Slow([{number} for number in range(MENTIONS)])
    for one in same:
        slow.follow(one, held)
    assert things(MENTIONS, history) == {frozenset(group) for group in slow.groups}


@given(histories())
def test_nothing_beyond_the_island_matters(history: list[Judgement]) -> None:
    whole = canonical([mention(one) for one in range(MENTIONS)], history)
    for island in set(whole.island_of.values()):
        inside = [one for one, lies in whole.island_of.items() if lies == island]
        among = [one for one in history if one.left in inside and one.right in inside]
        alone = canonical(inside, among)
        assert all(alone.thing_of[one] == whole.thing_of[one] for one in inside)
