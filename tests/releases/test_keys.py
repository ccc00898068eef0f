"""The true tables of a version are sealed under a key of its own, and proved by their digest."""

import pytest

from pentameter.kernel.ids import new_id
from pentameter.kernel.sealing import SealBroken
from pentameter.releases.keys import Truth, seal, unseal
from pentameter.releases.shelf.freezing import Altered
from releases.scene import content, table

pytestmark = pytest.mark.django_db
TRUTH = Truth((table(),), content().ranges)


def test_they_open_again_as_they_were() -> None:
    edition = new_id()
    sealed = seal(TRUTH, edition)
    assert unseal(edition, sealed.key, sealed.body, sealed.digest) == TRUTH


def test_they_open_for_no_other_version() -> None:
    sealed = seal(TRUTH, new_id())
    with pytest.raises(SealBroken):
        unseal(new_id(), sealed.key, sealed.body, sealed.digest)


def test_another_digest_is_refused() -> None:
    edition = new_id()
    sealed = seal(TRUTH, edition)
    with pytest.raises(Altered):
        unseal(edition, sealed.key, sealed.body, "0" * 64)


def test_the_same_tables_have_another_digest_each_time() -> None:
    edition = new_id()
    assert seal(TRUTH, edition).digest != seal(TRUTH, edition).digest
