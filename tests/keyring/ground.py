"""A ring of throw-away versions, and the keys of cases to wrap by them."""

from pathlib import Path
from uuid import UUID

from pytest_django import Settings

from pentameter.config import keys
from pentameter.kernel.actor import SYSTEM
from pentameter.keyring.services import Step, begin_version, wrap_next
from pentameter.victims.keys import WRAPPED, safe_of
from victims.ground import many

__all__ = ["WRAPPED", "cases", "changed", "opened", "ring_in"]


def ring_in(folder: Path, settings: Settings) -> Path:
    """Keys of their own for this test, in a folder."""
    keys.make(folder / "keys", demo=True)
    settings.ROOT_RING = keys.ring(folder / "keys")
    return folder / "keys"


def cases(count: int = 3) -> list[UUID]:
    """So many people's cases."""
    return [one.case_id for one in many(count)]


def opened(ids: list[UUID]) -> list[bytes]:
    """The key of each."""
    return [safe_of(one).key for one in ids]


def changed(folder: Path, number: int = 2) -> Step:
    """The next version begun, and the keys of cases wrapped by it."""
    keys.make_root(folder, number)
    begin_version(number=number, by=SYSTEM)
    step = wrap_next(kept=WRAPPED, after=None, by=SYSTEM)
    assert step is not None
    return step
