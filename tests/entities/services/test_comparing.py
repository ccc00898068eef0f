"""Things as they stand while a step decides: what it joined counts for what it decides next."""

from itertools import combinations

import pytest

import cast
from entities import ground as judging
from entities import matched
from intelligence import ground
from pentameter.entities.models import Placing
from pentameter.entities.queries.known import shared
from pentameter.entities.queries.placed import placed
from pentameter.entities.services.comparing import Things

pytestmark = pytest.mark.django_db
SUSPECT = {"name": "Ada Quillfeather", "dob": "1961-04-05"}


@pytest.fixture
def people() -> list:
    """Four suspects told alike, of whom the last two have different documents."""
    cast.in_database(cast.national_analyst())
    facts = [SUSPECT, SUSPECT, SUSPECT | {"document": "AB1234567"}, SUSPECT | {"document": "XK9988776"}]
    rows = [ground.good(n, **matched.person(one)) for n, one in enumerate(facts, 1)]
    matched.take_in(rows, ground.wave())
    found = [matched.mentions(f"DUR-{n:05d}")[0] for n in (1, 2, 3, 4)]
    for one, other in combinations(found, 2):
        judging.judged(one, other, judging.UNSURE)
    matched.place()
    assert matched.sizes() == [1, 1, 1, 1], "the machine leaves alone what people spoke of"
    return found


def things_of(people: list) -> Things:
    found = placed(people)
    return Things(found, shared(one.prepared for one in found.values()))


def decides(things: Things, left, right) -> bool:
    return things.decides(left, right, weight=20.0, decide_at=10.0).allowed


def test_what_contradicts_any_of_what_was_joined_is_not_joined(people) -> None:
    a, b, c, d = people
    things = things_of(people)
    assert decides(things, a, c)
    assert decides(things, a, d)
    assert not decides(things, c, d)
    things.join(a, c)
    assert not decides(things, a, d)
    things.join(b, d)
    assert not decides(things, a, b)
    assert things.of(a) == things.of(c) == min(a, c)


def test_what_people_placed_and_parted_counts(people) -> None:
    a, b, c, _ = people
    judging.judged(a, b)
    judging.judged(b, c, judging.DIFFERENT)
    assert not decides(things_of(people), a, c)


def test_what_was_placed_since_is_read(people) -> None:
    _, b, c, d = people
    judging.judged(b, d)
    things = things_of(people)
    assert not decides(things, b, c), "the other's document stands with a mention that is not in the pair"
    assert Placing.objects.get(pk=max(b, d)).thing == things.of(b)
