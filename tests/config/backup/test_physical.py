"""A cluster's log is kept sealed and given back; a copy is put into a new folder, told how to recover."""

import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from pentameter.config.backup import physical, recipients
from pentameter.config.backup.recipients import Identity
from pentameter.config.environment import Misconfigured

PIECE, NAME = b"canary in the log" * 1000, "000000010000000000000002"


@pytest.fixture
def key(tmp_path: Path) -> Identity:
    """Whoever recovers."""
    recipients.new_identity(tmp_path / "private.key")
    return recipients.identity(tmp_path / "private.key")


def _kept(tmp_path: Path, key: Identity, content: bytes = PIECE) -> Path:
    (tmp_path / "piece").write_bytes(content)
    physical.keep(tmp_path / "piece", NAME, tmp_path / "log", [key.to_public()])
    return tmp_path / "log"


def test_a_piece_comes_back_as_it_was(tmp_path, key):
    log = _kept(tmp_path, key)
    assert all(b"canary" not in path.read_bytes() for path in log.iterdir())
    assert physical.give(NAME, tmp_path / "wanted", log, key)
    assert (tmp_path / "wanted").read_bytes() == PIECE
    assert not physical.give("00000002.history", tmp_path / "other", log, key)
    assert not (tmp_path / "other").exists()


def test_the_same_twice_is_one_and_another_of_its_name_is_refused(tmp_path, key):
    log = _kept(tmp_path, key)
    _kept(tmp_path, key)
    with pytest.raises(Misconfigured, match="of another piece of the log"):
        _kept(tmp_path, key, b"another")
    assert physical.give(NAME, tmp_path / "wanted", log, key)
    assert (tmp_path / "wanted").read_bytes() == PIECE


def test_what_was_changed_or_is_anothers_is_not_given(tmp_path, key):
    log = _kept(tmp_path, key)
    recipients.new_identity(tmp_path / "other.key")
    with pytest.raises(Misconfigured, match="does not open"):
        physical.give(NAME, tmp_path / "wanted", log, recipients.identity(tmp_path / "other.key"))
    (log / f"{NAME}{physical.SEALED}").write_bytes(pyrage.encrypt(b"put there", [key.to_public()]))
    with pytest.raises(Misconfigured, match="another piece of the log than was kept"):
        physical.give(NAME, tmp_path / "wanted", log, key)
    assert not (tmp_path / "wanted").exists()


def test_a_copy_is_told_how_to_recover(tmp_path, key):
    (tmp_path / "postgresql.auto.conf").write_text("archive_mode = 'on'\n")
    with tarfile.open(tmp_path / "plain.tar", "w") as tar:
        tar.add(tmp_path / "postgresql.auto.conf", "postgresql.auto.conf")
        tar.add(tmp_path / "postgresql.auto.conf", "postmaster.pid")
    pyrage.encrypt_file(str(tmp_path / "plain.tar"), str(tmp_path / "one.base"), [key.to_public()])
    until = datetime(2026, 11, 24, 2, 5, tzinfo=UTC)
    own = (tmp_path / "it's a key", key)
    physical.recover(tmp_path / "one.base", tmp_path / "into", tmp_path / "log", own, until)
    told = (tmp_path / "into" / "postgresql.auto.conf").read_text()
    assert "recovery_target_time = '2026-11-24 02:05:00+00:00'" in told
    assert told.rindex("archive_mode = 'off'") > told.index("archive_mode = 'on'")
    assert "backup give %f %p" in told
    assert "it''\"''\"''s a key" in told or "it'" in told
    assert (tmp_path / "into" / "recovery.signal").exists()
    assert not (tmp_path / "into" / "postmaster.pid").exists()
    with pytest.raises(Misconfigured, match="is not empty"):
        physical.recover(tmp_path / "one.base", tmp_path / "into", tmp_path / "log", own, until)
