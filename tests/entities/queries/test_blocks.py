"""Of each key the first mentions, and of a key that many share no more than say so."""

import pytest

from entities import ground
from pentameter.entities.models import Block
from pentameter.entities.queries import blocks

pytestmark = pytest.mark.django_db


def test_each_key_has_its_first_mentions_in_their_order(django_assert_num_queries) -> None:
    mentions = ground.Ground().mentions(5)
    held = {7: mentions, 2**62: mentions[1:3]}
    Block.objects.bulk_create(Block(mention_id=one, value=value) for value, some in held.items() for one in some)
    with django_assert_num_queries(1):
        assert blocks.sharing([2**62, 7, 8]) == {7: tuple(mentions), 2**62: tuple(mentions[1:3])}
    assert blocks.sharing([7], limit=2) == {7: tuple(mentions[:3])}
    assert blocks.sharing([]) == {}


def test_many_keys_are_asked_in_parts(django_assert_num_queries) -> None:
    with django_assert_num_queries(3):
        assert blocks.sharing(range(250)) == {}
