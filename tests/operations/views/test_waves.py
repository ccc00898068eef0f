"""A wave, and changing it."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cast import administrator, auditor, cleveland_sergeant, durham_constable, national_analyst, post
from operations import stage
from operations.views.scene import Scene, running, seen_by
from pentameter.audit.models import Entry
from pentameter.operations import api

pytestmark = pytest.mark.django_db


def test_a_wave_shows_who_looked_found_nothing_and_is_silent() -> None:
    scene = running()
    page = seen_by(durham_constable()).get(scene.at()).content.decode()
    for words in ("looked, found nothing", "no return", "Visits with the fire service.", "1 nil return"):
        assert words in page
    assert f"{scene.at('agencies/durham/')}" in page
    assert Entry.objects.get(event="wave_shown").subject_id == str(scene.wave)


def test_the_page_asks_the_database_no_more_often_for_more_agencies() -> None:
    scene = running()
    client = seen_by(national_analyst())
    client.get(scene.at())
    with CaptureQueriesContext(connection) as few:
        client.get(scene.at())
    for slug in ("garda", "kent"):
        stage.joins(scene.wave, slug, since=scene.weeks[0])
    with CaptureQueriesContext(connection) as more:
        client.get(scene.at())
    assert len(more) == len(few)


def test_only_ones_own_agency_is_offered_its_return_and_only_the_centre_changes() -> None:
    scene = running()
    durham = seen_by(durham_constable()).get(scene.at()).content.decode()
    assert scene.at("return/") in durham
    assert scene.at("edit/") not in durham
    centre = seen_by(national_analyst()).get(scene.at()).content.decode()
    assert scene.at("return/") not in centre
    assert scene.at("edit/") in centre
    reader = seen_by(auditor()).get(scene.at()).content.decode()
    assert scene.at("return/") not in reader
    assert scene.at("agencies/add/") not in reader


def test_outsiders_wrong_methods_and_bad_ids() -> None:
    scene = running()
    assert Client().get(scene.at()).status_code == 302
    assert seen_by(administrator()).get(scene.at()).status_code == 403
    assert post(seen_by(durham_constable()), scene.at()).status_code == 405
    assert seen_by(durham_constable()).get(f"/operations/waves/{uuid4()}/").status_code == 404
    assert seen_by(national_analyst()).get(f"/operations/waves/{uuid4()}/edit/").status_code == 404
    assert seen_by(durham_constable()).get("/operations/waves/7/").status_code == 404


def _typed(scene: Scene, version: int, name: str = "Demo wave, longer") -> dict[str, object]:
    first = scene.weeks[0]
    days = {"starts_on_day": first.day, "starts_on_month": first.month, "starts_on_year": first.year}
    return {"name": name, **days, "note": "Extended.", "version": version}


def test_the_national_centre_changes_a_wave() -> None:
    scene = running()
    client = seen_by(national_analyst())
    assert 'value="Demo wave"' in client.get(scene.at("edit/")).content.decode()
    answer = post(client, scene.at("edit/"), _typed(scene, 1))
    assert (answer.status_code, answer["Location"]) == (302, scene.at())
    now = api.wave(scene.wave)
    assert now is not None
    assert (now.name, now.note, now.version) == ("Demo wave, longer", "Extended.", 2)


def test_who_comes_second_sees_both_versions_and_loses_no_word() -> None:
    scene = running()
    client = seen_by(national_analyst())
    post(client, scene.at("edit/"), _typed(scene, 1, "Hers"))
    conflict = post(client, scene.at("edit/"), _typed(scene, 1, "His"))
    page = conflict.content.decode()
    assert conflict.status_code == 409
    assert "<mark>His</mark>" in page
    assert "Hers" in page
    assert 'name="version" value="2"' in page
    assert 'value="His"' in page
    assert post(client, scene.at("edit/"), _typed(scene, 2, "His")).status_code == 302
    now = api.wave(scene.wave)
    assert now is not None
    assert now.name == "His"


def test_colleagues_cannot_change_a_wave() -> None:
    scene = running()
    for person in (durham_constable(), cleveland_sergeant(), auditor()):
        assert post(seen_by(person), scene.at("edit/"), _typed(scene, 1)).status_code == 403
    now = api.wave(scene.wave)
    assert now is not None
    assert now.version == 1
