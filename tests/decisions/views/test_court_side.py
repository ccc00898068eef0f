"""The page of her side of prosecutions: on her case's tabs for those who may, nowhere for others."""

from uuid import UUID

import pytest
from django.test import Client

from cast import caseworker, durham_constable, outsider, post, prosecutor, removals_officer, sign_in
from justice import ground
from pentameter.decisions.forms.court_side import EntryForm
from pentameter.decisions.models import CourtSide
from pentameter.justice.models import Investigation
from pentameter.kernel import clock
from pentameter.victims.models import Case
from victims.ground import supported

pytestmark = pytest.mark.django_db


def typed(reference: str) -> dict[str, object]:
    now = clock.today()
    return {
        "side": "told",
        "reference": reference,
        "progress": "given",
        "on_day": now.day,
        "on_month": now.month,
        "on_year": now.year,
        "words": "Told of the charge by telephone",
    }


@pytest.fixture
def case_id() -> UUID:
    ground.investigation()
    return supported().case_id


def test_it_is_a_tab_of_her_case_and_what_is_recorded_stands_there(case_id: UUID) -> None:
    client = sign_in(Client(), caseworker())
    path = f"/cases/{case_id}/court/"
    assert path in client.get(f"/cases/{case_id}/").content.decode()
    assert "Nothing was recorded of a prosecution" in client.get(path).content.decode()
    post(client, f"{path}new/", typed(Investigation.objects.get().reference))
    assert "Told of the charge by telephone" in client.get(path).content.decode()
    strike = f"{path}{CourtSide.objects.get().id}/strike/"
    assert "Strike it out" in client.get(strike).content.decode()
    post(client, strike, {"reason": "It was another person"})
    assert "Struck out: It was another person" in client.get(path).content.decode()


def test_what_was_typed_is_kept_and_the_field_is_named(case_id: UUID) -> None:
    client = sign_in(Client(), caseworker())
    said = post(client, f"/cases/{case_id}/court/new/", typed("J-0000-0000")).content.decode()
    assert 'href="#id_reference"' in said
    assert "No investigation has this reference" in said
    assert "Told of the charge by telephone" in said
    assert not CourtSide.objects.exists()


def test_the_force_that_found_her_may_tell_her(case_id: UUID) -> None:
    assert sign_in(Client(), durham_constable()).get(f"/cases/{case_id}/court/").status_code == 200


@pytest.mark.parametrize("person", [prosecutor, removals_officer, outsider], ids=lambda one: one.__name__)
def test_for_others_there_is_nothing(person: object, case_id: UUID) -> None:
    client = sign_in(Client(), person())  # type: ignore[operator]
    assert client.get(f"/cases/{case_id}/court/").status_code in (403, 404)
    assert Case.objects.filter(pk=case_id).exists()


def test_a_form_that_says_something_of_no_field_says_it_on_top() -> None:
    form = EntryForm({})
    form.say("It cannot be.")
    assert form.non_field_errors() == ["It cannot be."]
