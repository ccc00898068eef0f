"""Before and after: what a judgement would join, part, and contradict."""

from pentameter.entities.rules.canonical import Contradiction
from pentameter.entities.rules.joining import joining, outcome
from pentameter.entities.rules.judgements import Finding
from tests.entities.rules.test_canonical import DIFFERENT, SAME, judged, mention

FOUR = [mention(one) for one in range(4)]


def numbers(group: frozenset) -> set[int]:
    return {one.int for one in group}


def test_same_joins_all_that_either_was_part_of() -> None:
    found = joining(FOUR, [judged(0, 0, 1, SAME), judged(1, 2, 3, SAME)], judged(9, 1, 2, SAME))
    assert (numbers(found.before.left), numbers(found.before.right)) == ({0, 1}, {2, 3})
    assert numbers(found.same.left) == numbers(found.same.right) == {0, 1, 2, 3}
    assert found.same.one
    assert not found.different.one
    assert found.contradicted_by(Finding.SAME) == ()


def test_same_names_the_judgement_that_stands_against_it() -> None:
    apart = judged(1, 0, 2, DIFFERENT)
    found = joining(FOUR, [judged(0, 0, 1, SAME), apart], judged(9, 1, 2, SAME))
    assert not found.same.one
    assert found.contradicted_by(Finding.SAME) == (Contradiction(same=judged(9, 1, 2, SAME).id, different=apart.id),)


def test_different_parts_what_was_joined_and_names_what_it_contradicts() -> None:
    chain = [judged(0, 0, 1, SAME), judged(1, 1, 2, SAME)]
    found = joining(FOUR, chain, judged(9, 0, 2, SAME))
    assert found.before.one
    assert not found.different.one
    assert [one.same for one in found.contradicted_by(Finding.DIFFERENT)] == [chain[1].id]
    assert found.contradicted_by(Finding.UNSURE) == ()


def test_without_it_is_as_if_it_had_never_been_made() -> None:
    chain = [judged(0, 0, 1, SAME), judged(1, 1, 2, SAME)]
    found = outcome(chain[1].pair, FOUR, chain, but=chain[1].id)
    assert (numbers(found.left), numbers(found.right)) == ({0, 1}, {2})
