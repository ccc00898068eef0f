"""The pairs that wait among some mentions."""

import pytest

import cast
from entities import ground
from pentameter.entities.queries.proposals import open_among
from pentameter.entities.rules.judgements import pair_of
from pentameter.entities.services.proposals import Proposed, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def pairs() -> list[tuple]:
    """A pair that all may read, one of which a half stays with the Garda, and one that all of stays with Durham."""
    place = ground.Ground()
    cast.in_database(cast.national_analyst())
    cast.in_database(cast.durham_sergeant())
    mentions = [
        (place.mention("durham"), place.mention("cleveland")),
        (place.mention("durham"), place.mention("garda", handling="4", scheme="5x5x5")),
        (place.mention("durham", handling="4", scheme="5x5x5"), place.mention("durham", handling="4", scheme="5x5x5")),
    ]
    found = [pair_of(*pair) for pair in mentions]
    from pentameter.entities.services.placing import place as placing
    from pentameter.intelligence.api import mentions_by_id

    placing(mentions_by_id([one for pair in found for one in pair]).values())
    assert propose([Proposed(pair, "person", 5.0, "1") for pair in found], closed_by="system") == 3
    return found


def test_what_was_judged_waits_no_more(pairs) -> None:
    ground.judged(*pairs[0])
    assert pairs[0] not in open_among(list(pairs[0]))


def test_open_pairs_among_some(pairs) -> None:
    assert open_among([one for pair in pairs[:2] for one in pair]) == set(pairs[:2])
    assert open_among([pairs[0][0], pairs[1][1]]) == frozenset()
