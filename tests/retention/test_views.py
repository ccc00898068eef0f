"""The pages: what is typed wrongly is kept, what is done is said, others get nothing."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client

from cast import caseworker, cleveland_sergeant, durham_constable, durham_sergeant, duty_desk, removals_officer, sign_in
from cast import post as posted
from pentameter.config.today import home_page
from pentameter.kernel import clock
from pentameter.retention.models import Hold, Review
from pentameter.retention.queries.reviews import history
from pentameter.retention.rules.groups import Kind
from retention.ground import old_case, old_report
from retention.services.test_handovers import SOUTH, southern
from victims.ground import supported

pytestmark = pytest.mark.django_db


def post(client: Client, path: str, **typed: object) -> HttpResponse:
    """A form, sent."""
    return posted(client, path, typed)


def test_a_review_from_the_list_to_the_end() -> None:
    item = old_report()
    first, second = sign_in(Client(), durham_sergeant()), sign_in(Client(), durham_constable())
    at = f"/retention/reports/{item}/"
    assert at in first.get("/retention/").content.decode()
    assert "Choose why." in post(first, f"{at}propose/").content.decode()
    post(first, f"{at}propose/", reason="over", words="")
    assert any("disposal" in one.act for one in home_page(durham_constable(), clock.today()).tasks)
    page = second.get(at).content.decode()
    assert "Confirm and dispose" in page
    assert "Confirm and dispose" not in first.get(at).content.decode()
    post(second, f"{at}withdraw/")
    day = clock.today() + timedelta(days=90)
    until = {"until_day": day.day, "until_month": day.month, "until_year": day.year}
    assert "Choose why." in post(first, f"{at}retain/", **until).content.decode()
    post(first, f"{at}retain/", reason="harm", words="", **until)
    assert [one.state for one in history(Kind.REPORT, item)] == ["retained", "withdrawn"]
    post(first, f"{at}hold/", words="Inquiry 7")
    assert Hold.objects.get().words == "Inquiry 7"
    assert post(first, f"{at}lift/").status_code == 403
    assert post(second, f"{at}hold/", words="x").status_code == 403


def test_a_case_and_the_page_of_periods() -> None:
    item = old_case()
    client = sign_in(Client(), caseworker())
    at = f"/retention/cases/{item}/"
    assert at in client.get("/retention/").content.decode()
    post(client, f"{at}propose/", reason="over", words="")
    post(sign_in(Client(), duty_desk()), f"{at}confirm/")
    assert Review.objects.get().confirmed_by == duty_desk().id
    assert "to confirm" in client.get("/retention/periods/").content.decode()


def test_others_get_nothing() -> None:
    item, case = old_report(), old_case()
    for person in (cleveland_sergeant(), removals_officer()):
        client = sign_in(Client(), person)
        for at in (f"/retention/reports/{item}/", f"/retention/cases/{case}/", f"/retention/access/{case}/"):
            assert client.get(at).status_code in (403, 404)
            assert post(client, f"{at}confirm/").status_code in (403, 404)


def test_an_agency_leaves() -> None:
    supported()
    other = southern()
    client = sign_in(Client(), caseworker())
    assert "Choose an agency." in post(client, "/retention/agencies/").content.decode()
    post(client, "/retention/agencies/", receiving=SOUTH, words="It closes.")
    taking = sign_in(Client(), other)
    page = taking.get("/retention/agencies/").content.decode()
    assert "Accept and take over" in page
    assert any("handover" in one.act for one in home_page(other, clock.today()).tasks)
    address = page.split('action="/retention/agencies/')[1].split("/accept/")[0]
    post(taking, f"/retention/agencies/{address}/accept/")
    assert client.get("/cases/").status_code == 302


def test_she_is_given_what_is_held() -> None:
    at = f"/retention/access/{supported().case_id}/"
    client, desk = sign_in(Client(), caseworker()), sign_in(Client(), duty_desk())
    assert "Choose who asks." in post(client, f"{at}ask/").content.decode()
    post(client, f"{at}ask/", asker="herself")
    post(desk, f"{at}release/")
    made = post(client, f"{at}give/", password="")
    assert made["Content-Disposition"].endswith('.zip"')
    assert made.content[:2] == b"PK"
    assert post(desk, f"{at}withdraw/").status_code == 409
