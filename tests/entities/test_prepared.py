"""What is kept of a placed person opens for their own placing, and shows nothing."""

from uuid import uuid4

import pytest

from pentameter.entities.linkage.api import PersonFacts, block_keys, prepare
from pentameter.entities.prepared import Kept, opened, sealed, value_of
from pentameter.kernel.sealing import SealBroken


def test_it_opens_as_it_was_and_for_its_own_mention_alone() -> None:
    one, other = uuid4(), uuid4()
    kept = Kept("victim", prepare(PersonFacts(name="Mira Testova", dob="1989-02-28", documents=("AB1",))))
    row = sealed(one, kept)
    assert opened(one, row) == kept
    assert b"victim" not in row
    with pytest.raises(SealBroken):
        opened(other, row)


def test_of_a_thing_nothing_is_kept() -> None:
    one = uuid4()
    assert opened(one, sealed(one, Kept("", None))) == Kept()


def test_a_block_key_is_a_digest_that_tells_rules_apart() -> None:
    keys = block_keys(prepare(PersonFacts(name="Mira Testova", dob="1989-02-28", phones=("+447700900417",))))
    assert len({value_of(key) for key in keys}) == len(keys) > 0
    assert all(0 <= value_of(key) < 2**63 for key in keys)
