"""A wrapped key says by which version, and opens for its row, its purpose and nothing else."""

from pathlib import Path
from uuid import uuid4

import pytest
from pytest_django import Settings

from keyring.ground import WRAPPED, ring_in
from pentameter.kernel import sealing
from pentameter.kernel.sealing import SealBroken
from pentameter.keyring.purposes import STANDING
from pentameter.keyring.wrapping import BARE, Wrapped, current, parted, standing_key, unwrap, wrap
from tests.architecture.house import modules

pytestmark = pytest.mark.django_db
OTHER = Wrapped("suspects", "justice.SuspectKey", "wrapped", "wrapping of suspects' keys", "case:{}")


def test_it_opens_for_its_row_and_its_purpose_alone() -> None:
    key, one = sealing.new_key(), uuid4()
    wrapped = wrap(WRAPPED, one, key)
    assert (unwrap(WRAPPED, one, wrapped), parted(wrapped)[0], current()) == (key, 1, 1)
    for kept, identifier in ((WRAPPED, uuid4()), (OTHER, one)):
        with pytest.raises(SealBroken):
            unwrap(kept, identifier, wrapped)
    for broken in (b"", b"1", bytes(64), wrapped[:-1], b"\0\0\0\2" + wrapped[4:]):
        with pytest.raises(SealBroken):
            unwrap(WRAPPED, one, broken)


def test_what_was_wrapped_before_there_were_versions_is_of_the_first(tmp_path: Path, settings: Settings) -> None:
    ring_in(tmp_path, settings)
    key, one = sealing.new_key(), uuid4()
    bare = sealing.seal(
        sealing.derive(settings.ROOT_RING.root(1), WRAPPED.purpose), key, bound_to=WRAPPED.bound.format(one)
    )
    assert len(bare) == BARE
    assert unwrap(WRAPPED, one, bare) == key


def test_every_key_that_stays_is_asked_for_by_its_name() -> None:
    text = "\n".join(module.path.read_text(encoding="utf-8") for module in modules())
    asked = {
        purpose for purpose in STANDING if f'standing_key("{purpose}")' in text or f'standing["{purpose}"]' in text
    }
    assert asked == set(STANDING)
    with pytest.raises(KeyError):
        standing_key("a purpose that nobody listed")
