"""The pairs in doubt around some people: those that wait, and those that a machine judged near its threshold."""

from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from entities.ground import judged
from pentameter.entities.models import Judgement
from pentameter.entities.queries.doubtful import linkage_of
from pentameter.entities.rules.judgements import pair_of
from pentameter.kernel import clock
from scale.scene import NGO, POLICE, Scene, proposed

pytestmark = pytest.mark.django_db


def by_machine(one: UUID, other: UUID, score: float) -> None:
    left, right = pair_of(one, other)
    Judgement.objects.create(
        left_id=left, right_id=right, finding="same", way="machine", score=score, made_at=clock.now(), made_by="system"
    )


def test_pairs_that_wait_are_doubtful_with_their_islands(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    ground = Scene()
    one, other = ground.woman(POLICE, "cleveland"), ground.woman(NGO)
    ground.woman(POLICE)
    proposed([(one, other)], weight=2.0)
    with django_assert_num_queries(3):
        found = linkage_of([one])
    (cluster,) = found.clusters
    assert len(cluster.mentions) == 3
    assert [doubt.open for doubt in cluster.doubts] == [True]
    assert linkage_of([]).doubts == 0


def test_a_pair_that_was_judged_waits_no_more() -> None:
    ground = Scene()
    one, other = ground.woman(POLICE), ground.woman(NGO)
    proposed([(one, other)], weight=2.0)
    judged(one, other)
    assert linkage_of([one, other]).doubts == 0


def test_a_machines_judgement_near_its_threshold_is_doubtful_and_a_sure_one_is_not() -> None:
    ground = Scene()
    one, other, third = ground.woman(POLICE), ground.woman(NGO), ground.woman(NGO)
    by_machine(one, other, 4.0)
    by_machine(one, third, 30.0)
    found = linkage_of([one])
    assert [doubt.open for doubt in found.clusters[0].doubts] == [False]


def test_the_queries_are_as_many_for_many(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    ground = Scene()
    pairs = [(ground.woman(POLICE), ground.woman(NGO)) for _ in range(30)]
    proposed(pairs, weight=1.0)
    with django_assert_num_queries(3):
        assert linkage_of([one for one, _ in pairs]).doubts == 30
