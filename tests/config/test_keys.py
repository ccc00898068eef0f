"""Keys: made once, readable by their owner alone, refused otherwise."""

import pytest

from pentameter.config import keys
from pentameter.config.environment import Misconfigured
from pentameter.kernel import letters_to_one


def test_keys_are_made_once(tmp_path):
    keys.make(tmp_path / "keys", demo=False)
    first = keys.read(tmp_path / "keys", keys.ROOT)
    keys.make(tmp_path / "keys", demo=False)
    assert keys.read(tmp_path / "keys", keys.ROOT) == first
    assert len(first) == 32
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_key_that_others_can_read_is_refused(tmp_path, mode):
    keys.make(tmp_path, demo=False)
    (tmp_path / keys.ROOT).chmod(mode)
    with pytest.raises(Misconfigured, match="can be read by others"):
        keys.read(tmp_path, keys.ROOT)


@pytest.mark.parametrize("mode", [0o720, 0o702])
def test_a_folder_that_others_can_change_is_refused(tmp_path, mode):
    keys.make(tmp_path / "keys", demo=False)
    (tmp_path / "keys").chmod(mode)
    with pytest.raises(Misconfigured, match="chmod 700"):
        keys.read(tmp_path / "keys", keys.ROOT)


def test_keys_within_the_data_are_refused_however_they_are_named(tmp_path):
    data = tmp_path / "data"
    (data / "keys").mkdir(parents=True)
    (tmp_path / "elsewhere").symlink_to(data / "keys")
    for folder in (data, data / "keys", tmp_path / "elsewhere", tmp_path / "x" / ".." / "data" / "keys"):
        with pytest.raises(Misconfigured, match="PENTAMETER_KEYS"):
            keys.must_lie_outside(folder, data)
    keys.must_lie_outside(tmp_path / "data.keys", data)


def test_a_missing_or_broken_key_says_what_to_do(tmp_path):
    with pytest.raises(Misconfigured, match="Restore the keys folder"):
        keys.read(tmp_path, keys.ROOT)
    (tmp_path / keys.ROOT).write_text("not a key")
    (tmp_path / keys.ROOT).chmod(0o600)
    with pytest.raises(Misconfigured, match="Restore it"):
        keys.read(tmp_path, keys.ROOT)


def test_demo_keys_are_known_as_such(tmp_path):
    keys.make(tmp_path / "demo", demo=True)
    keys.make(tmp_path / "real", demo=False)
    assert keys.are_demo(tmp_path / "demo")
    assert not keys.are_demo(tmp_path / "real")


def test_the_two_keys_of_tip_offs_are_a_pair_that_is_made_once(tmp_path):
    keys.make(tmp_path, demo=False)
    private, public = keys.read(tmp_path, keys.TIPS), keys.read_if_there(tmp_path, keys.TIPS_PUBLIC)
    assert letters_to_one.public_of(private) == public
    keys.make(tmp_path, demo=False)
    assert keys.read(tmp_path, keys.TIPS) == private


def test_a_lost_private_key_is_asked_for_and_never_made_anew(tmp_path):
    keys.make(tmp_path, demo=False)
    (tmp_path / keys.TIPS).unlink()
    keys.make(tmp_path, demo=False)
    assert keys.read_if_there(tmp_path, keys.TIPS) is None
    with pytest.raises(Misconfigured, match=r"tips\.key is missing"):
        keys.all_there(tmp_path)


def test_a_lost_public_key_is_the_private_ones_again(tmp_path):
    keys.make(tmp_path, demo=False)
    public = keys.read(tmp_path, keys.TIPS_PUBLIC)
    (tmp_path / keys.TIPS_PUBLIC).unlink()
    keys.all_there(tmp_path)
    keys.make(tmp_path, demo=False)
    assert keys.read(tmp_path, keys.TIPS_PUBLIC) == public
