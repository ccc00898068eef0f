"""How the versions of the root key stand."""

from pathlib import Path

import pytest
from pytest_django import Settings

from keyring.ground import WRAPPED, cases, changed, ring_in
from pentameter.kernel.actor import SYSTEM
from pentameter.keyring.queries import keys_kept, left_behind, versions
from pentameter.keyring.services import retire_versions

pytestmark = pytest.mark.django_db


def test_a_change_is_seen_from_its_beginning_to_its_end(tmp_path: Path, settings: Settings) -> None:
    folder = ring_in(tmp_path, settings)
    cases(2)
    assert (versions().current, versions().changing, keys_kept(WRAPPED), left_behind(WRAPPED, 1)) == (1, False, 2, 0)
    assert left_behind(WRAPPED, 2) == 2
    changed(folder)
    assert (versions().current, versions().earlier, left_behind(WRAPPED, 2)) == (2, (1,), 0)
    retire_versions(columns=[WRAPPED], by=SYSTEM)
    assert (versions().earlier, versions().retired, versions().changing) == ((), (1,), False)
