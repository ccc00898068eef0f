"""Who may be counted, in a fixed number of queries, without anything that is compared of them."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

import cast
from entities.ground import judged, undone
from pentameter.entities.queries.counting import Among, LedgerMark, ledger_mark, seen_people
from pentameter.kernel.actor import Actor
from scale.scene import NGO, POLICE, Scene, some_day

pytestmark = pytest.mark.django_db


def among(**other: str) -> Among:
    return Among(some_day(), some_day(), **other)


def centre() -> Actor:
    return cast.national_analyst()


def test_victims_are_found_in_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    ground = Scene()
    ground.women(3, POLICE, NGO)
    ground.woman(POLICE, role="suspect")
    ground.woman(POLICE, role="")
    with django_assert_num_queries(1):
        found = seen_people(among(), centre())
    assert len(found.people) == 6
    assert len({one.thing for one in found.people}) == 3
    assert {one.agency for one in found.people} == {POLICE, NGO}
    assert (found.left_out, found.unsaid) == (0, 1)


def test_what_may_not_be_told_to_whoever_counts_is_left_out_and_counted() -> None:
    ground = Scene()
    ground.woman(POLICE, scheme="5x5x5", handling="4")
    assert seen_people(among(), centre()).left_out == 1
    assert seen_people(among(), cast.durham_constable()).left_out == 0


def test_the_days_at_both_ends_belong_to_the_period() -> None:
    Scene().woman(POLICE)
    day = some_day()
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    for first, last, count in ((before, day, 1), (day, after, 1), (after, after, 0), (before, before, 0)):
        assert len(seen_people(Among(first, last), centre()).people) == count


def test_the_mark_moves_with_every_judgement_and_undoing() -> None:
    ground = Scene()
    before = ledger_mark()
    assert before == LedgerMark(0, 0, "")
    one = judged(ground.woman(POLICE), ground.woman(NGO))
    made = ledger_mark()
    undone(one, reason="A slip.")
    assert (made.judgements, made.undone, ledger_mark().undone) == (1, 0, 1)
    assert made.latest
