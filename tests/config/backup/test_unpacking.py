"""A backup is opened in a new place, held against what it says of itself, and leaves no installation where it fails."""

from dataclasses import replace
from pathlib import Path

import pytest

from pentameter.config import keys
from pentameter.config.backup import archive, recipients, unpacking
from pentameter.config.backup.manifest import NAME
from pentameter.config.backup.recipients import Identity
from pentameter.config.environment import Misconfigured
from pentameter.config.installation import MARK
from tests.config.backup.test_manifest import SAID


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch, tmp_path):
    for name in ("PENTAMETER_KEYS", "PENTAMETER_CHECKPOINTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PENTAMETER_DATA", str(tmp_path / "unused"))


@pytest.fixture
def key(tmp_path: Path) -> Identity:
    """Whoever restores."""
    recipients.new_identity(tmp_path / "private.key")
    return recipients.identity(tmp_path / "private.key")


def _backup(folder: Path, key: Identity, *, other: bool = False) -> Path:
    files = {MARK: b'{"mode": "real"}', "staff.database": b"rows"}
    stage = folder / "made"
    stage.mkdir()
    for name, content in files.items():
        (stage / name).write_bytes(content)
    said = {name: archive.digest(stage / name) for name in files}
    replace(SAID, files=said).write(stage / NAME)
    if other:
        (stage / "staff.database").write_bytes(b"other rows")
    target = folder / "one.backup"
    archive.write(target, {name: stage / name for name in (NAME, *files)}, [key.to_public()], lambda size: None)
    return target


def test_while_it_is_restored_it_is_an_installation_and_its_files_are_there(tmp_path, key):
    keys.make(tmp_path / "new.keys", demo=False)
    with unpacking.unpacked(_backup(tmp_path, key), key, tmp_path / "new") as backup:
        assert (backup.stage / "staff.database").read_bytes() == b"rows"
        assert backup.manifest.head == SAID.head
        assert backup.installation.places.keys == tmp_path / "new.keys"
    assert (tmp_path / "new" / MARK).exists()
    assert [path.name for path in (tmp_path / "new").iterdir()] == [MARK]


def test_where_a_restore_fails_there_is_no_installation(tmp_path, key):
    keys.make(tmp_path / "new.keys", demo=False)
    with pytest.raises(RuntimeError), unpacking.unpacked(_backup(tmp_path, key), key, tmp_path / "new"):
        raise RuntimeError
    assert not (tmp_path / "new" / MARK).exists()


def test_without_the_keys_nothing_is_restored(tmp_path, key):
    source = _backup(tmp_path, key)
    with pytest.raises(Misconfigured, match=r"root\.key is missing"), unpacking.unpacked(source, key, tmp_path / "new"):
        raise AssertionError
    assert not (tmp_path / "new" / MARK).exists()


def test_nothing_is_restored_over_an_installation(tmp_path, key):
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / MARK).write_text('{"mode": "real"}')
    source = _backup(tmp_path, key)
    with pytest.raises(Misconfigured, match="restored over it"), unpacking.unpacked(source, key, tmp_path / "new"):
        raise AssertionError
    assert (tmp_path / "new" / MARK).exists()


def test_a_file_that_is_another_is_named(tmp_path, key):
    keys.make(tmp_path / "new.keys", demo=False)
    source = _backup(tmp_path, key, other=True)
    with (
        pytest.raises(Misconfigured, match=r"not what was backed up: staff\.database"),
        unpacking.unpacked(source, key, tmp_path / "new"),
    ):
        raise AssertionError
