"""Which mentions are one thing to a reader."""

from uuid import UUID

import pytest

import cast
from entities import looking
from intelligence import ground
from pentameter.entities.models import Judgement, Undoing
from pentameter.entities.queries.seen import things_seen
from pentameter.intelligence.models import Mention
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture
def people() -> list[Mention]:
    """Four mentions of people; the second report is Durham's alone."""
    wave_id = ground.wave()
    reports: list[UUID] = []
    for number in range(1, 5):
        hidden = looking.HIDDEN if number == 2 else {}
        reports.append(looking.told(wave_id, number, person1_name="Mira", **hidden))
    return looking.mentions(reports)


def named(mentions: list[UUID], by: Actor) -> dict[UUID, UUID]:
    """What the thing of each of these is called to a reader."""
    of = things_seen(mentions, by).of
    return {one: of[one] for one in mentions}


def test_what_was_not_judged_or_not_placed_stands_alone(people: list[Mention]) -> None:
    ids = [one.id for one in people]
    assert named(ids, cast.durham_constable()) == dict(zip(ids, ids, strict=True))
    waiting = looking.accepted(people[0].report.wave_id, 9, person1_name="Mira")
    [new] = looking.mentions([waiting])
    assert named([new.id], cast.durham_constable()) == {new.id: new.id}
    assert named([], cast.durham_constable()) == {}


def test_what_only_a_hidden_mention_joins_is_two_things_to_whoever_may_not_know(people: list[Mention]) -> None:
    first, hidden, third, fourth = people
    looking.joined(first, hidden, third)
    looking.joined(third, fourth)
    looking.joined(first, hidden, third, fourth)
    shown = [first.id, third.id, fourth.id]
    assert named(shown, cast.durham_constable()) == dict.fromkeys(shown, first.id)
    assert named(shown, cast.garda()) == {first.id: first.id, third.id: third.id, fourth.id: third.id}


def test_the_thing_is_never_named_after_what_the_reader_may_not_know(people: list[Mention]) -> None:
    _, hidden, third, fourth = people
    looking.joined(hidden, third, fourth)
    assert named([fourth.id], cast.garda()) == {fourth.id: third.id}
    assert named([fourth.id], cast.durham_constable()) == {fourth.id: hidden.id}


def test_what_was_undone_joins_nothing(people: list[Mention]) -> None:
    first, _, third, _ = people
    looking.joined(first, third)
    assert named([third.id], cast.garda()) == {third.id: first.id}
    Undoing.objects.create(judgement=Judgement.objects.get(), made_at=clock.now(), made_by="test")
    assert named([third.id], cast.garda()) == {third.id: third.id}


def test_however_many_it_is_the_same_number_of_queries(people: list[Mention], django_assert_num_queries) -> None:
    looking.joined(*people)
    for some in (people[:1], people):
        with django_assert_num_queries(2):
            named([one.id for one in some], cast.durham_constable())
