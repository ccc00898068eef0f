"""What is sealed opens as it was, in its own row and with its own key alone."""

import pytest

from pentameter.kernel import sealing
from pentameter.kernel.safe import Safe


def test_facts_open_as_they_were() -> None:
    safe = Safe(sealing.new_key())
    facts = {"name": "Zorana Testova", "others": ["Ж", "\ud800"], "born": None}
    assert safe.unseal(safe.seal(facts, bound_to="row:1"), bound_to="row:1") == facts


def test_neither_another_row_nor_another_key_opens_them() -> None:
    safe = Safe(sealing.new_key())
    sealed = safe.seal({"name": "Zorana"}, bound_to="row:1")
    with pytest.raises(sealing.SealBroken):
        safe.unseal(sealed, bound_to="row:2")
    with pytest.raises(sealing.SealBroken):
        Safe(sealing.new_key()).unseal(sealed, bound_to="row:1")
