"""Agencies in a wave."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from cast import administrator, cleveland_sergeant, durham_constable, national_analyst, post
from operations.views.scene import Scene, running, seen_by
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.operations import api
from pentameter.operations.api import Involvement
from pentameter.work.api import fresh_key

pytestmark = pytest.mark.django_db


def _typed(level: str, *, plan: str = "", replaces: object = "", since: date | None = None) -> dict[str, object]:
    day = since or clock.today()
    days = {"since_day": day.day, "since_month": day.month, "since_year": day.year}
    return {"level": level, "plan": plan, "replaces": replaces or "", **days}


def _part(scene: Scene, slug: str) -> api.Participant | None:
    return next((one for one in api.participants(scene.wave) if one.agency == slug), None)


def test_an_agencys_page_keeps_everything_it_said() -> None:
    scene = running()
    page = seen_by(cleveland_sergeant()).get(scene.at("agencies/durham/")).content.decode()
    assert "looked and found something" in page
    assert "Visits with the fire service." in page
    assert "return/?week=" not in page, "nobody files for another agency"
    assert (
        f"return/?week={scene.weeks[1]}"
        in seen_by(durham_constable()).get(scene.at("agencies/durham/")).content.decode()
    )
    assert Entry.objects.filter(event="returns_shown").count() == 2


def test_the_centre_adds_an_agency() -> None:
    scene = running()
    client = seen_by(national_analyst())
    form = client.get(scene.at("agencies/add/")).content.decode()
    assert '<option value="garda"' in form
    assert '<option value="durham"' not in form
    said = {"agency": "garda", **_typed("gathering_intelligence", plan="Ports first.")}
    answer = post(client, scene.at("agencies/add/"), said)
    assert answer["Location"] == scene.at("agencies/garda/")
    garda = _part(scene, "garda")
    assert garda is not None
    assert (garda.level, garda.plan) == (Involvement.GATHERING_INTELLIGENCE, "Ports first.")


def test_a_form_without_an_agency_or_level_comes_back_with_what_was_typed() -> None:
    scene = running()
    page = post(seen_by(national_analyst()), scene.at("agencies/add/"), {"plan": "Ports first."}).content.decode()
    assert "Choose an agency." in page
    assert "Choose a level of involvement." in page
    assert "Ports first." in page


def test_the_centre_changes_a_level_and_what_was_before_stays_in_sight() -> None:
    scene = running()
    client = seen_by(national_analyst())
    durham = _part(scene, "durham")
    assert durham is not None
    said = _typed("signed_up_nothing_planned", replaces=durham.id)
    assert post(client, scene.at("agencies/durham/change/"), said).status_code == 302
    page = client.get(scene.at("agencies/durham/")).content.decode()
    assert "Signed up, nothing planned" in page
    assert "Visits with the fire service." in page


def test_who_comes_second_sees_what_is_saved_and_keeps_what_was_typed() -> None:
    scene = running()
    client = seen_by(national_analyst())
    before = _part(scene, "durham")
    assert before is not None
    post(client, scene.at("agencies/durham/change/"), _typed("full", plan="Hers.", replaces=before.id))
    conflict = post(client, scene.at("agencies/durham/change/"), _typed("full", plan="His.", replaces=before.id))
    page = conflict.content.decode()
    now = _part(scene, "durham")
    assert now is not None
    assert conflict.status_code == 409
    assert "Hers." in page
    assert "His.</textarea>" in page
    assert f'value="{now.id}"' in page


def test_the_centre_ends_a_part_and_the_returns_stay() -> None:
    scene = running()
    client = seen_by(national_analyst())
    durham = _part(scene, "durham")
    assert durham is not None
    day = clock.today()
    said = {"part": durham.id, "on_day": day.day, "on_month": day.month, "on_year": day.year}
    assert post(client, scene.at("agencies/durham/end/"), said).status_code == 302
    assert _part(scene, "durham") is None
    page = client.get(scene.at("agencies/durham/")).content.decode()
    assert "looked and found something" in page
    assert "End its part" not in page


@pytest.mark.parametrize("rest", ["agencies/add/", "agencies/durham/change/", "agencies/durham/end/"])
def test_colleagues_and_outsiders_cannot_change_who_takes_part(rest: str) -> None:
    scene = running()
    assert Client().get(scene.at(rest)).status_code == 302
    for person in (durham_constable(), cleveland_sergeant(), administrator()):
        assert seen_by(person).get(scene.at(rest)).status_code == 403
        assert post(seen_by(person), scene.at(rest), _typed("full")).status_code == 403
    assert seen_by(national_analyst()).get(scene.at(rest)).status_code == 200
    answer = seen_by(national_analyst()).delete(scene.at(rest), headers={"Idempotency-Key": fresh_key()})
    assert answer.status_code == 405


def test_agencies_that_never_took_part_and_waves_that_never_were() -> None:
    scene = running()
    client = seen_by(national_analyst())
    for address in (scene.at("agencies/kent/"), scene.at("agencies/kent/change/"), scene.at("agencies/no-such/")):
        assert client.get(address).status_code == 404
    assert client.get(f"/operations/waves/{uuid4()}/agencies/durham/").status_code == 404
    assert client.get(f"/operations/waves/{uuid4()}/agencies/add/").status_code == 404
    assert post(client, scene.at("agencies/durham/")).status_code == 405
