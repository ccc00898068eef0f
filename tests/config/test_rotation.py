"""The command that changes the root key covers every column of keys, and goes on after it was interrupted."""

from pathlib import Path

import pytest
from django.apps import apps
from pytest_django import Settings

from keyring.ground import cases, opened, ring_in
from pentameter.config import keys
from pentameter.config.rotation import COLUMNS, rotate
from pentameter.intelligence import api as intelligence
from pentameter.intelligence.keys import keys_of
from pentameter.kernel.actor import SYSTEM
from pentameter.keyring import api as keyring

pytestmark = pytest.mark.django_db
ELSEWHERE: dict[str, str] = {}
"""Columns that hold a key and are wrapped by no root key, each with the reason."""


def silent(what: str, done: int, of: int) -> None:
    """Nobody watches."""


def test_every_column_of_keys_is_changed() -> None:
    named = {(kept.model, kept.column) for kept in COLUMNS}
    found = {
        (f"{model._meta.app_label}.{model.__name__}", field.name)
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.name in ("wrapped", "key") and type(field).__name__ == "BinaryField"
    }
    assert found - set(ELSEWHERE) == named


def test_it_is_changed_twice_and_everything_opens(tmp_path: Path, settings: Settings) -> None:
    folder = ring_in(tmp_path, settings)
    ids, agency = cases(2), keys_of("durham").key
    before = opened(ids)
    for version in (2, 3):
        outcome = rotate(folder, silent)
        assert (outcome.version, outcome.went_on, outcome.retired) == (version, False, (version - 1,))
        assert (outcome.wrapped["cases"], outcome.wrapped["agencies"]) == (2, 1)
        settings.ROOT_RING = keys.ring(folder)
        assert opened(ids) == before
        assert keys_of("durham").key == agency
        assert intelligence.locked_agencies() == ()
    here = {path.name for path in folder.iterdir() if "root" in path.name}
    assert here == {"root.3.key", "retired.root.key", "retired.root.2.key"}


def test_interrupted_anywhere_it_goes_on(tmp_path: Path, settings: Settings) -> None:
    folder = ring_in(tmp_path, settings)
    ids = cases(2)
    before = opened(ids)
    keys.make_root(folder, 2)
    made = (folder / "root.2.key").read_bytes()
    assert not rotate(folder, silent).went_on
    assert (folder / "root.2.key").read_bytes() == made
    keys.make_root(folder, 3)
    keyring.begin_version(number=3, by=SYSTEM)
    outcome = rotate(folder, silent)
    assert (outcome.version, outcome.went_on, outcome.retired) == (3, True, (2,))
    (folder / "retired.root.2.key").rename(folder / "root.2.key")
    outcome = rotate(folder, silent)
    assert (outcome.version, outcome.went_on, len(outcome.aside)) == (3, True, 1)
    settings.ROOT_RING = keys.ring(folder)
    assert opened(ids) == before
