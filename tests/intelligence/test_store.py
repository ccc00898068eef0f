"""Received files on disk: sealed, durable, opened by nobody else, gone when they are done with."""

import hashlib
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import LazySettings

from pentameter.intelligence import store
from pentameter.kernel import clock


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    """A folder of the test's own."""
    settings.INTAKE_FOLDER = tmp_path / "intake"
    return tmp_path / "intake"


def keep(file_id: UUID, chunks: Iterable[bytes]) -> store.Kept:
    """Keep a file of at most three million bytes."""
    return store.keep(file_id, chunks, limit=3_000_000)


CONTENT = bytes(range(256)) * 9000


@pytest.mark.parametrize("size", [0, 1, store.PIECE - 1, store.PIECE, store.PIECE + 1, len(CONTENT)])
@pytest.mark.parametrize("chunk", [1000, store.PIECE, 10 * store.PIECE])
def test_what_comes_out_is_what_went_in(size: int, chunk: int) -> None:
    file_id, content = uuid4(), CONTENT[:size]
    kept = keep(file_id, [content[at : at + chunk] for at in range(0, size, chunk)])
    assert kept == store.Kept(hashlib.sha256(content).hexdigest(), size)
    with store.opened(file_id, digest=kept.digest) as path:
        assert path.read_bytes() == content
    assert not path.exists()


def test_nothing_lies_in_the_clear(folder: Path) -> None:
    keep(uuid4(), [b"a woman said " * 1000])
    assert folder.stat().st_mode & 0o077 == 0
    assert b"a woman said" not in b"".join(path.read_bytes() for path in folder.iterdir())


@pytest.mark.parametrize("harm", ["changed", "cut", "cut between pieces", "another's", "gone"])
def test_a_file_that_is_not_as_it_was_kept_is_lost(folder: Path, harm: str) -> None:
    file_id = uuid4()
    kept = keep(file_id, [CONTENT])
    path = folder / f"{file_id}.sealed"
    held = path.read_bytes()
    first = int.from_bytes(held[:4], "big") + 4
    keep(other := uuid4(), [CONTENT])
    harmed = {
        "changed": held[:90] + bytes([held[90] ^ 1]) + held[91:],
        "cut": held[:-7],
        "cut between pieces": held[:first],
        "another's": (folder / f"{other}.sealed").read_bytes(),
    }
    path.unlink() if harm == "gone" else path.write_bytes(harmed[harm])
    with pytest.raises(store.Lost), store.opened(file_id, digest=kept.digest):
        pytest.fail("it opened")


def test_nothing_is_left_of_a_file_that_is_too_large_or_breaks_off(folder: Path) -> None:
    with pytest.raises(store.TooLarge):
        keep(uuid4(), [b"x" * 2_000_000, b"x" * 2_000_000])
    with pytest.raises(ZeroDivisionError):
        keep(uuid4(), (b"x" * (1 // n) for n in (1, 0)))
    assert list(folder.iterdir()) == []


def test_discarding_twice_is_nothing() -> None:
    keep(file_id := uuid4(), [b"x"])
    store.discard(file_id)
    store.discard(file_id)


def test_sweeping_spares_what_is_known_and_what_is_young(folder: Path) -> None:
    keep(known := uuid4(), [b"x"])
    keep(uuid4(), [b"x"])
    assert store.sweep(clock.now() - timedelta(days=1), known={known}) == 0
    assert store.sweep(clock.now() + timedelta(days=1), known={known}) == 1
    assert [path.stem for path in folder.iterdir()] == [str(known)]
