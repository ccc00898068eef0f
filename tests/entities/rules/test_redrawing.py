"""Other linkings that the records allow: what is doubtful is drawn, what people judged is not."""

import random
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pentameter.entities.rules.canonical import canonical
from pentameter.entities.rules.judgements import Finding, Judgement, Way
from pentameter.entities.rules.redrawing import (
    Around,
    Doubt,
    Linkage,
    chance_of,
    clusters_of,
    drawn,
    is_doubtful,
    likeliest,
)

AT = datetime(2007, 10, 1, tzinfo=UTC)


def mention(number: int) -> UUID:
    return UUID(int=number)


def said(
    left: int, right: int, finding: Finding = Finding.SAME, *, way: Way = Way.PERSON, score: float = 0.0
) -> Judgement:
    return Judgement(UUID(int=10_000 + 100 * left + right), mention(left), mention(right), finding, way, AT, score)


def doubt(left: int, right: int, weight: float) -> Doubt:
    return Doubt(said(left, right, way=Way.MACHINE, score=weight), open=True)


def linkage(count: int, judgements: list[Judgement], doubts: list[Doubt]) -> Linkage:
    everybody = [mention(number) for number in range(count)]
    island_of = canonical(everybody, judgements).island_of
    return clusters_of(Around(island_of, judgements, doubts), everybody)


@pytest.mark.parametrize(("weight", "chance"), [(0.0, 0.5), (1.0, 2 / 3), (-1.0, 1 / 3), (5000.0, 1.0), (-5000.0, 0.0)])
def test_a_weight_is_the_logarithm_of_the_odds(weight: float, chance: float) -> None:
    assert chance_of(weight) == pytest.approx(chance)


@pytest.mark.parametrize(
    ("way", "finding", "score", "doubtful"),
    [
        (Way.MACHINE, Finding.SAME, 5.0, True),
        (Way.MACHINE, Finding.SAME, 20.0, False),
        (Way.MACHINE, Finding.DIFFERENT, 5.0, False),
        (Way.IDENTIFIER, Finding.SAME, 5.0, False),
        (Way.PERSON, Finding.SAME, 0.0, False),
        (Way.PERSON, Finding.DIFFERENT, 0.0, False),
    ],
)
def test_only_a_machine_near_its_threshold_is_doubted(way: Way, finding: Finding, score: float, doubtful: bool) -> None:
    assert is_doubtful(said(1, 2, finding, way=way, score=score)) is doubtful


def test_a_pair_is_drawn_as_often_as_its_chance_says() -> None:
    pair = linkage(2, [], [doubt(0, 1, 2.0)])
    rng = random.Random(1)
    same = sum(len(set(drawn(pair, rng.random).values())) == 1 for _ in range(2_000))
    assert same / 2_000 == pytest.approx(0.8, abs=0.03)


def test_islands_without_a_doubt_and_without_anybody_wanted_are_left_out() -> None:
    island_of = {mention(number): mention(number) for number in range(6)}
    around = Around(island_of, [], [doubt(0, 1, 0.0), doubt(2, 3, 0.0)])
    (cluster,) = clusters_of(around, [mention(1), mention(5)]).clusters
    assert cluster.mentions == (mention(0), mention(1))


def test_a_doubt_whose_end_is_not_known_is_none() -> None:
    assert clusters_of(Around({mention(0): mention(0)}, [], [doubt(0, 1, 0.0)]), [mention(0)]).doubts == 0


def test_who_is_judged_different_is_never_drawn_together() -> None:
    """By way of a third person either: whichever doubt is followed first, the other is not."""
    apart = linkage(3, [said(0, 1, Finding.DIFFERENT)], [doubt(0, 2, 9.0), doubt(1, 2, 8.0)])
    rng = random.Random(2)
    for _ in range(200):
        found = drawn(apart, rng.random)
        assert found[mention(0)] != found[mention(1)]
    assert likeliest(apart)[mention(2)] == mention(0)


edges = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(-8, 8)).filter(lambda e: e[0] < e[1]))


@settings(max_examples=60, deadline=None)
@given(edges, edges, st.integers(0, 2**32))
def test_cluster_by_cluster_is_the_same_as_all_at_once(
    certain: list[tuple[int, int, float]], doubtful: list[tuple[int, int, float]], seed: int
) -> None:
    """The slow twin: the same draw, followed over everybody."""
    judgements = [said(left, right, Finding.DIFFERENT if way > 6 else Finding.SAME) for left, right, way in certain]
    doubts = list({(left, right): doubt(left, right, weight) for left, right, weight in doubtful}.values())
    drawing = linkage(10, judgements, doubts)
    found = drawn(drawing, random.Random(seed).random)
    rng = random.Random(seed)
    ordered = [one for cluster in drawing.clusters for one in cluster.doubts]
    assert len(ordered) == len(doubts)
    followed = [one.judgement for one in ordered if rng.random() < one.chance]
    whole = canonical([mention(number) for number in range(10)], [*judgements, *followed]).thing_of
    assert all(whole[one] == thing for one, thing in found.items())
