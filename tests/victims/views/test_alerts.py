"""The page of alerts: works, colleague, outsider, wrong method, bad id, read-only."""

from uuid import uuid4

import pytest
from django.test import Client

from cast import caseworker, durham_constable, duty_desk, post, sign_in
from pentameter.config.today import home_page
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.victims.models import Alert
from pentameter.victims.services.looking_ahead import look_ahead
from victims.ground import supported

pytestmark = pytest.mark.django_db


def test_it_is_taken_done_and_undone(django_assert_max_num_queries) -> None:
    done = supported()
    desk = sign_in(Client(), duty_desk())
    assert "never looked at" in desk.get("/alerts/").content.decode()
    look_ahead(day=clock.today(), by=SYSTEM)
    with django_assert_max_num_queries(15):
        page = desk.get("/alerts/").content.decode()
    assert "never looked at" not in page
    assert done.reference in page
    assert "any day" in page
    alert = Alert.objects.get(kind="rescue").id
    assert post(desk, f"/alerts/{alert}/take/")["Location"] == "/alerts/"
    assert post(desk, f"/alerts/{alert}/take/").status_code == 409
    assert desk.get(f"/alerts/{alert}/done/").status_code == 200
    assert "Enter what was done" in post(desk, f"/alerts/{alert}/done/").content.decode()
    assert post(desk, f"/alerts/{alert}/done/", {"note": "Called back."})["Location"] == "/alerts/"
    assert "Done lately" in desk.get("/alerts/").content.decode()
    assert post(desk, f"/alerts/{alert}/undo/")["Location"] == "/alerts/"


def test_the_home_page_says_what_is_pressing() -> None:
    supported()
    look_ahead(day=clock.today(), by=SYSTEM)
    acts = [task.act for task in home_page(caseworker(), clock.today()).tasks]
    assert "Deal with 2 alerts" in acts


def test_outsiders_wrong_methods_and_bad_ids() -> None:
    supported()
    alert = Alert.objects.get(kind="rescue").id
    assert Client().get("/alerts/").status_code == 302
    officer, hers, desk = (sign_in(Client(), who) for who in (durham_constable(), caseworker(), duty_desk()))
    assert officer.get("/alerts/").status_code == 403
    assert post(hers, f"/alerts/{alert}/take/").status_code == 404
    assert hers.get(f"/alerts/{alert}/done/").status_code == 404
    assert desk.get(f"/alerts/{alert}/take/").status_code == 405
    assert post(desk, "/alerts/").status_code == 405
    assert post(desk, f"/alerts/{uuid4()}/undo/").status_code == 404
