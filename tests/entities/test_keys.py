"""What linking derives opens for its mention alone, and its digests fit the database."""

import pytest

from pentameter.entities import keys
from pentameter.kernel.sealing import SealBroken


def test_what_is_derived_opens_for_its_mention_alone() -> None:
    sealed = keys.safe().seal({"name": "Mira Testova"}, bound_to="placing:1")
    assert keys.safe().unseal(sealed, bound_to="placing:1") == {"name": "Mira Testova"}
    with pytest.raises(SealBroken):
        keys.safe().unseal(sealed, bound_to="placing:2")


def test_equal_values_of_one_kind_have_one_digest_that_the_database_can_hold() -> None:
    found = {keys.digest(kind, value) for kind in ("name", "phone") for value in ("a", "b", "a")}
    assert len(found) == 4
    assert all(0 <= one < 2**63 for one in found)
