"""An installation says what it is, and the two kinds never mix."""

import os

import pytest

from pentameter.config import installation, keys
from pentameter.config.environment import Misconfigured, Mode


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch, tmp_path):
    for name in ("PENTAMETER_KEYS", "PENTAMETER_CHECKPOINTS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PENTAMETER_DATA", str(tmp_path / "unused"))


def test_created_twice_it_is_the_same(tmp_path):
    first = installation.create(tmp_path / "data", demo=True)
    again = installation.create(tmp_path / "data", demo=True)
    assert first == again == installation.existing(tmp_path / "data")
    assert first.mode is Mode.DEMO


def test_keys_and_checkpoints_lie_outside_the_data(tmp_path):
    places = installation.create(tmp_path / "data", demo=True).places
    assert not places.keys.is_relative_to(places.data)
    assert not places.checkpoints.is_relative_to(places.data)


@pytest.mark.parametrize("demo", [True, False])
def test_one_kind_does_not_become_the_other(tmp_path, demo):
    installation.create(tmp_path / "data", demo=demo)
    with pytest.raises(Misconfigured, match="Choose another folder"):
        installation.create(tmp_path / "data", demo=not demo)


def test_keys_within_the_data_are_refused_before_anything_is_made(tmp_path, monkeypatch):
    monkeypatch.setenv("PENTAMETER_KEYS", str(tmp_path / "data" / "keys"))
    with pytest.raises(Misconfigured, match="move the folder elsewhere"):
        installation.create(tmp_path / "data", demo=False)
    assert not (tmp_path / "data").exists()


def test_a_real_installation_refuses_demo_keys(tmp_path, monkeypatch):
    monkeypatch.setenv("PENTAMETER_KEYS", str(tmp_path / "keys"))
    installation.create(tmp_path / "demo", demo=True)
    with pytest.raises(Misconfigured, match="belong to a demonstration"):
        installation.create(tmp_path / "real", demo=False)


def test_a_real_installation_whose_keys_were_swapped_does_not_start(tmp_path, monkeypatch):
    monkeypatch.setenv("PENTAMETER_KEYS", str(tmp_path / "keys"))
    installation.create(tmp_path / "real", demo=False)
    (tmp_path / "keys" / "demo").touch()
    with pytest.raises(Misconfigured, match="belong to a demonstration"):
        installation.existing(tmp_path / "real")


def test_no_installation_says_how_to_make_one(tmp_path):
    with pytest.raises(Misconfigured, match="pentameter init"):
        installation.existing(tmp_path / "nowhere")


def test_each_door_is_told_its_settings(tmp_path):
    made = installation.create(tmp_path / "data", demo=True)
    assert installation.environment_of(made)["DJANGO_SETTINGS_MODULE"].endswith(".staff")
    assert installation.environment_of(made, "public")["DJANGO_SETTINGS_MODULE"].endswith(".public")
    assert os.environ["PENTAMETER_DATA"] == str(tmp_path / "data")


@pytest.mark.parametrize("name", [keys.ROOT, keys.PUBLIC_DOOR, keys.CHECKPOINT])
def test_a_lost_key_is_not_made_anew(tmp_path, name):
    lost = installation.create(tmp_path / "data", demo=True).places.keys / name
    lost.unlink()
    with pytest.raises(Misconfigured, match="Restore the keys folder"):
        installation.create(tmp_path / "data", demo=True)
    assert not lost.exists()
