"""The file of a backup opens for its recipients alone, whole or not at all, and is never there half."""

import os
import stat
from pathlib import Path
from random import Random

import pytest

from pentameter.config.backup import archive, recipients
from pentameter.config.backup.recipients import Identity
from pentameter.config.environment import Misconfigured

CONTENTS = {"a": b"", "b/c": Random(7).randbytes(3_000_000), "d": b"canary-in-the-archive" * 9}


@pytest.fixture
def members(tmp_path: Path) -> dict[str, Path]:
    """Files of several sizes."""
    for name, content in CONTENTS.items():
        path = tmp_path / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return {name: tmp_path / "files" / name for name in CONTENTS}


def _key(path: Path) -> Identity:
    recipients.new_identity(path)
    return recipients.identity(path)


def _written(tmp_path: Path, members: dict[str, Path], *keys: Identity) -> Path:
    target = tmp_path / "one.backup"
    sizes: list[int] = []
    archive.write(target, members, [key.to_public() for key in keys], sizes.append)
    assert sizes == [len(content) for content in CONTENTS.values()]
    return target


def test_each_recipient_opens_it(tmp_path, members):
    keys = [_key(tmp_path / name) for name in ("one", "two")]
    target = _written(tmp_path, members, *keys)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert b"canary" not in target.read_bytes()
    for number, key in enumerate(keys):
        folder = tmp_path / str(number)
        folder.mkdir()
        archive.unpack(target, folder, key)
        assert {name: (folder / name).read_bytes() for name in CONTENTS} == CONTENTS


def test_another_key_does_not(tmp_path, members):
    target = _written(tmp_path, members, _key(tmp_path / "one"))
    with pytest.raises(Misconfigured, match="not one that it was sealed to"):
        archive.unpack(target, tmp_path, _key(tmp_path / "other"))


@pytest.mark.parametrize("kept", [0.0, 0.001, 0.5, 0.999999])
def test_what_is_cut_short_does_not_count(tmp_path, members, kept):
    key = _key(tmp_path / "one")
    target = _written(tmp_path, members, key)
    os.truncate(target, int(target.stat().st_size * kept))
    with pytest.raises(Misconfigured, match="does not open"):
        archive.unpack(target, tmp_path / "out", key)


@pytest.mark.parametrize("place", [0.3, 0.6, 0.999])
def test_what_was_changed_does_not_count(tmp_path, members, place):
    key = _key(tmp_path / "one")
    target = _written(tmp_path, members, key)
    content = bytearray(target.read_bytes())
    content[int(len(content) * place)] ^= 1
    target.write_bytes(content)
    with pytest.raises(Misconfigured, match="does not open"):
        archive.unpack(target, tmp_path / "out", key)


def test_where_it_cannot_be_finished_nothing_is_left(tmp_path, members):
    members["gone"] = tmp_path / "gone"
    with pytest.raises(FileNotFoundError):
        archive.write(tmp_path / "one.backup", members, [_key(tmp_path / "one").to_public()], lambda size: None)
    assert not [path for path in tmp_path.iterdir() if "backup" in path.name]
