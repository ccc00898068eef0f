"""A version is read when it is first needed, and a missing one opens nothing."""

import pytest

from pentameter.kernel.sealing import SealBroken
from pentameter.keyring.ring import Ring


def test_a_version_is_read_once_and_a_missing_one_again() -> None:
    asked: list[int] = []
    files = {1: b"one"}

    def read(number: int) -> bytes | None:
        asked.append(number)
        return files.get(number)

    ring = Ring(read=read, standing={})
    assert [ring.root(1), ring.root(1)] == [b"one", b"one"]
    with pytest.raises(SealBroken, match="Version 2"):
        ring.root(2)
    files[2] = b"two"
    assert ring.root(2) == b"two"
    assert asked == [1, 2, 2]
    assert "one" not in repr(ring)
