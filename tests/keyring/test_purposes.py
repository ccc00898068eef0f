"""What was derived from the first root key stays the same after a change of it."""

from pathlib import Path

import pytest
from django.conf import settings

from pentameter.config import keys
from pentameter.config.environment import Misconfigured
from pentameter.keyring.purposes import STANDING


def test_the_keys_that_stay_outlive_the_first_version(tmp_path: Path) -> None:
    keys.make(tmp_path, demo=True)
    before = keys.standing(tmp_path)
    assert set(before) == set(STANDING)
    keys.make_root(tmp_path, 2)
    assert keys.set_aside(tmp_path, 1) == tmp_path / "retired.root.key"
    assert keys.set_aside(tmp_path, 1) is None
    assert keys.standing(tmp_path) == before
    keys.make(tmp_path, demo=True)
    assert not (tmp_path / keys.ROOT).exists()
    keys.all_there(tmp_path)
    (tmp_path / "root.2.key").unlink()
    with pytest.raises(Misconfigured, match=r"root\.key is missing"):
        keys.all_there(tmp_path)


def test_a_file_of_them_that_others_read_or_that_lacks_one_is_refused(tmp_path: Path) -> None:
    keys.make(tmp_path, demo=True)
    keys.make_root(tmp_path, 2)
    kept = tmp_path / keys.STANDING_KEYS
    kept.chmod(0o640)
    with pytest.raises(Misconfigured, match="chmod 600"):
        keys.standing(tmp_path)
    kept.chmod(0o600)
    kept.write_text("{}")
    with pytest.raises(Misconfigured, match="Restore it"):
        keys.standing(tmp_path)


def test_they_are_the_ones_in_use() -> None:
    assert settings.ROOT_RING.standing["accounts"] == settings.ACCOUNTS_KEY
    assert settings.ROOT_RING.standing["django secret key"].hex() == settings.SECRET_KEY
