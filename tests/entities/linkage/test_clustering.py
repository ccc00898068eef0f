"""Pairs put together to people."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.entities.linkage.births import Birth
from pentameter.entities.linkage.clustering import Told, clusters

NOBODY = Told()


def test_pairs_are_joined_to_the_smallest_number() -> None:
    assert clusters([(3, 4), (0, 3)], [NOBODY] * 5) == [0, 1, 2, 0, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Told(sex="f"), Told(sex="m")),
        (Told(document="R01234567"), Told(document="R07654321")),
        (Told(born=Birth(1990, 325)), Told(born=Birth(1965, 1102))),
        (Told(born=Birth(1990, 325)), Told(born=Birth(1985))),
    ],
)
def test_nobody_is_joined_across_a_contradiction(one: Told, other: Told) -> None:
    assert clusters([(0, 1)], [one, other]) == [0, 1]
    assert clusters([(0, 1), (1, 2)], [one, NOBODY, other]) == [0, 0, 2], "not by way of a third either"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Told(document="R01234567"), Told(document="R01234561")),
        (Told(born=Birth(1990, 325)), Told(born=Birth(1991, 325))),
        (Told(born=Birth(1990, 325)), Told(born=Birth(1990))),
        (Told(sex="f"), Told()),
    ],
)
def test_faults_are_no_contradiction(one: Told, other: Told) -> None:
    assert clusters([(0, 1)], [one, other]) == [0, 0]


def test_the_surest_pair_goes_first() -> None:
    told = [Told(document="R01111111"), NOBODY, Told(document="R02222222")]
    assert clusters([(1, 2), (0, 1)], told) == [0, 1, 1]


TOLDS = st.builds(
    Told,
    st.sampled_from(["", "f", "m"]),
    st.sampled_from([Birth(), Birth(1990, 325), Birth(1990, 326), Birth(1970), Birth(1991)]),
    st.sampled_from(["", "R01234567", "R07654321"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(TOLDS, min_size=2, max_size=12), st.integers(0, 10_000))
def test_no_cluster_holds_a_contradiction_and_each_is_connected(told: list[Told], seed: int) -> None:
    chance = random.Random(seed)
    pairs = [(chance.randrange(len(told)), chance.randrange(len(told))) for _ in range(30)]
    of = clusters(pairs, told)
    for left in range(len(told)):
        for right in range(left):
            if of[left] == of[right]:
                assert clusters([(0, 1)], [told[right], told[left]]) == [0, 0]
    assert all(of[leader] == leader <= number for number, leader in enumerate(of))
