"""Both doors say whether they can do their work: to this machine alone, and in fixed words."""

import json

import pytest
from django.db import OperationalError, connections
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client, RequestFactory

from pentameter.config import readiness
from public_door import BOTH, public_door

ADDRESSES = ("/health/live/", "/health/ready/")


@pytest.mark.django_db(databases=BOTH)
def test_the_public_door_is_ready() -> None:
    with public_door() as browser:
        told = browser.get("/health/ready/")
        assert (told.status_code, told.json()) == (
            200,
            {"ready": True, "parts": {"database": "well", "tables": "well", "folder": "well"}},
        )
        assert browser.get("/health/live/").content == b"alive\n"
        assert browser.get("/metrics/").status_code == 404


@pytest.mark.parametrize(
    "from_elsewhere",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": "nonsense"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_VIA": "1.1 proxy"},
    ],
)
@pytest.mark.parametrize("address", [*ADDRESSES, "/metrics/"])
def test_for_everybody_else_there_is_nothing_here(address: str, from_elsewhere: dict[str, str]) -> None:
    told = Client().get(address, **from_elsewhere)  # no database is asked: the test has none
    assert told.status_code == 404
    with public_door() as browser:
        assert browser.get(address, **from_elsewhere).status_code == 404


def test_what_answers_is_alive_whatever_its_database_does() -> None:
    assert Client().get("/health/live/").status_code == 200  # no database is asked: the test has none


def test_a_socket_of_this_machine_is_this_machine() -> None:
    assert readiness.asked_here(RequestFactory().get("/", REMOTE_ADDR=""))
    assert readiness.asked_here(RequestFactory().get("/", REMOTE_ADDR="::1"))


def _away() -> str:
    raise OperationalError('could not connect: password of "maria"')


def test_what_is_away_is_503_and_says_no_more() -> None:
    told = readiness.told({"database": _away, "tables": lambda: "", "worker": lambda: ""})
    assert told.status_code == 503
    assert json.loads(told.content) == {
        "ready": False,
        "parts": {"database": "away", "tables": "not asked", "worker": "not asked"},
    }


def test_one_part_that_is_not_well_is_503() -> None:
    told = readiness.told({"database": lambda: "", "worker": lambda: "none is alive"})
    assert (told.status_code, json.loads(told.content)["parts"]["worker"]) == (503, "none is alive")


@pytest.mark.django_db(databases=BOTH)
@pytest.mark.parametrize(("alias", "app"), [("default", "victims"), ("public", "tips")])
def test_a_change_of_the_tables_that_waits_is_found(alias: str, app: str) -> None:
    assert readiness.tables() == ""
    MigrationRecorder(connections[alias]).record_unapplied(app, "0001_initial")
    assert readiness.waiting(alias) == {(app, "0001_initial")}
    assert "pentameter init" in readiness.tables()


def test_a_folder_that_cannot_be_written_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = readiness.settings
    settings.PLACES.checkpoints.mkdir(exist_ok=True)
    assert readiness.folders() == readiness.folder() == ""
    monkeypatch.setattr(readiness.os, "access", lambda folder, _: folder != settings.PLACES.checkpoints)
    assert readiness.folders() == "cannot be written"
