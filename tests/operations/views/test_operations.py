"""The list of operations, an operation, what was published."""

import pytest
from django.test import Client

from cast import administrator, auditor, cleveland_sergeant, durham_constable, national_analyst, post
from operations import stage
from operations.views.scene import running, seen_by
from pentameter.audit.models import Entry
from pentameter.kernel.actor import SYSTEM
from pentameter.operations import api
from pentameter.operations.models import Operation, Wave

pytestmark = pytest.mark.django_db


def test_the_list_says_what_ones_own_agency_owes() -> None:
    scene = running()
    page = seen_by(durham_constable()).get("/operations/").content.decode()
    assert "Pentameter (demo)" in page
    assert f"{scene.at('return/')}?week={scene.weeks[1]}" in page
    assert f"{scene.at('return/')}?week={scene.weeks[2]}" in page
    assert "Nothing is owed" in seen_by(cleveland_sergeant()).get("/operations/").content.decode()
    shown = Entry.objects.filter(event="operations_shown")
    assert shown.count() == 2
    assert shown[0].subject_id == stage.OPERATION


def test_history_stands_with_the_rest_and_opens_its_figures() -> None:
    api.load_published_results(by=SYSTEM)
    page = seen_by(auditor()).get("/operations/").content.decode()
    assert "/operations/pentameter-published/published/" in page
    figures = seen_by(auditor()).get("/operations/pentameter-published/published/").content.decode()
    assert "528 arrests (release of 2 July 2008); 406 suspects arrested (paper of February 2009)." in figures
    assert "wired-gov" in figures
    assert "to confirm" in figures


def test_those_who_may_only_read_are_offered_nothing_else() -> None:
    running()
    for address in ("/operations/", f"/operations/{stage.OPERATION}/"):
        page = seen_by(auditor()).get(address).content.decode()
        assert "Demo wave" in page
        assert "/new/" not in page
    assert "/new/" in seen_by(national_analyst()).get("/operations/").content.decode()


@pytest.mark.parametrize("address", ["/operations/", "/operations/pentameter-demo/", "/operations/new/"])
def test_outsiders_are_kept_out(address: str) -> None:
    running()
    assert Client().get(address).status_code == 302
    assert seen_by(administrator()).get(address).status_code == 403


@pytest.mark.parametrize(
    "address", ["/operations/no-such/", "/operations/no-such/published/", "/operations/pentameter-demo/published/"]
)
def test_what_is_not_there_is_not_found(address: str) -> None:
    running()
    assert seen_by(auditor()).get(address).status_code == 404


@pytest.mark.parametrize("address", ["/operations/", "/operations/pentameter-demo/"])
def test_pages_are_only_read(address: str) -> None:
    running()
    assert post(seen_by(national_analyst()), address).status_code == 405


def test_the_national_centre_begins_an_operation_and_its_wave() -> None:
    stage.agencies()
    client = seen_by(national_analyst())
    said = {"name": "Pentameter 3", "slug": "pentameter-3", "purpose": "To look together."}
    answer = post(client, "/operations/new/", said)
    assert (answer.status_code, answer["Location"]) == (302, "/operations/pentameter-3/")
    answer = post(client, "/operations/pentameter-3/waves/new/", {"name": "First", **_day("starts_on", "3", "10")})
    assert answer.status_code == 302
    assert Operation.objects.get().name == "Pentameter 3"
    assert Wave.objects.get().starts_on.isoformat() == "2027-10-03"


def test_errors_stand_at_their_fields_and_nothing_is_begun() -> None:
    stage.agencies()
    client = seen_by(national_analyst())
    page = post(client, "/operations/new/", {"name": "Third", "slug": "new"})
    assert page.status_code == 200
    assert "new cannot be a short name" in page.content.decode()
    assert 'value="Third"' in page.content.decode()
    assert not Operation.objects.exists()


def test_a_wave_cannot_end_before_it_begins() -> None:
    stage.wave()
    backwards = {"name": "Second", **_day("starts_on", "3", "10"), **_day("ends_on", "2", "10")}
    page = post(seen_by(national_analyst()), f"/operations/{stage.OPERATION}/waves/new/", backwards)
    assert "cannot end on 2 October 2027" in page.content.decode()
    assert Wave.objects.count() == 1


def test_others_cannot_begin_anything() -> None:
    running()
    client = seen_by(durham_constable())
    assert post(client, "/operations/new/", {"name": "Mine", "slug": "mine"}).status_code == 403
    assert post(client, f"/operations/{stage.OPERATION}/waves/new/", {"name": "Mine"}).status_code == 403
    assert (Operation.objects.count(), Wave.objects.count()) == (1, 1)


def _day(name: str, day: str, month: str) -> dict[str, object]:
    return {f"{name}_day": day, f"{name}_month": month, f"{name}_year": "2027"}
