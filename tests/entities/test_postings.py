"""Mentions under a key open in their own place alone."""

import pytest

from pentameter.entities.postings import opened, place_of, sealed
from pentameter.entities.rules.finding import What
from pentameter.kernel.ids import new_id
from pentameter.kernel.sealing import SealBroken


def test_mentions_come_back_in_their_place_and_in_no_other() -> None:
    ids = [new_id().bytes for _ in range(5)]
    place, other = (place_of(shelf, (What.NAME, "mira")) for shelf in ("xa", "xb"))
    held = sealed(place, ids)
    assert list(opened(place, held)) == list(opened(place, memoryview(held))) == ids
    with pytest.raises(SealBroken):
        list(opened(other, held))


def test_a_word_a_sound_and_a_run_of_one_spelling_lie_apart() -> None:
    assert len({place_of(shelf, (what, "1234")) for shelf in ("xa", "xb") for what in What}) == 8
