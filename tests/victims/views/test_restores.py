"""The page of restores: empty, to confirm, confirmed; outsider, wrong method, bad id; and the first page says it."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from cast import auditor, caseworker, duty_desk, in_database, post, sign_in
from pentameter.config.today import home_page
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.victims.models import Restoration
from pentameter.victims.services.restoring import mark_restored

pytestmark = pytest.mark.django_db


def test_two_people_confirm(django_assert_max_num_queries) -> None:
    desk = sign_in(Client(), duty_desk())
    assert "never restored" in desk.get("/restores/").content.decode()
    mark_restored(stands_for=clock.now() - timedelta(hours=8), by=SYSTEM)
    with django_assert_max_num_queries(12):
        page = desk.get("/restores/").content.decode()
    assert "Everyone counts as protected" in page
    assert page.count("It was all entered again") == 1
    confirm = f"/restores/{Restoration.objects.get().id}/confirm/"
    assert post(desk, confirm)["Location"] == "/restores/"
    assert "a second person confirms" in desk.get("/restores/").content.decode()
    assert post(desk, confirm).status_code == 403
    colleague = replace(duty_desk(), id=str(uuid4()), name="Wren Hollow")
    in_database(colleague)
    assert post(sign_in(Client(), colleague), confirm)["Location"] == "/restores/"
    page = desk.get("/restores/").content.decode()
    assert "Everyone counts as protected" not in page
    assert "nothing to do" in page
    assert "Wren Hollow" in page


def test_the_first_page_says_it_first() -> None:
    in_database(duty_desk())
    assert "Confirm that nothing is missing" not in {one.act for one in home_page(duty_desk(), clock.today()).tasks}
    mark_restored(stands_for=clock.now(), by=SYSTEM)
    assert home_page(duty_desk(), clock.today()).tasks[0].act == "Confirm that nothing is missing"


@pytest.mark.parametrize("person", [caseworker, auditor])
def test_nobody_else_sees_or_confirms(person) -> None:
    mark_restored(stands_for=clock.now(), by=SYSTEM)
    client = sign_in(Client(), person())
    assert client.get("/restores/").status_code == 403
    assert post(client, f"/restores/{Restoration.objects.get().id}/confirm/").status_code == 403


def test_wrong_methods_and_ids() -> None:
    desk = sign_in(Client(), duty_desk())
    assert post(desk, "/restores/").status_code == 405
    assert desk.get(f"/restores/{uuid4()}/confirm/").status_code == 405
    assert post(desk, f"/restores/{uuid4()}/confirm/").status_code == 404
