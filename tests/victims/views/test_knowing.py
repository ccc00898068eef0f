"""The page of who needs to know, and breaking the glass."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from cast import (
    caseworker,
    cleveland_sergeant,
    durham_constable,
    duty_desk,
    in_database,
    outsider,
    post,
    removals_officer,
    sign_in,
)
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.victims.models import NeedToKnow
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.services.consent import Saying, record_consent
from pentameter.work.api import fresh_key
from victims.ground import rescued, supported

pytestmark = pytest.mark.django_db
GLASS = "/cases/break-glass/"


def client_of(person: Actor) -> Client:
    return sign_in(Client(), person)


def consents(case_id: UUID) -> None:
    record_consent(case_id=case_id, saying=Saying(Purpose.SHARE, Said.GIVEN), by=caseworker())


def shared(**more: object) -> dict[str, object]:
    day = clock.today()
    until = {"until_day": day.day, "until_month": day.month, "until_year": day.year}
    return {"username": in_database(outsider()).username, "purpose": "a joint visit", **until, **more}


def test_people_are_assigned_and_shared_with_and_ended() -> None:
    done = supported()
    consents(done.case_id)
    client, at = client_of(caseworker()), f"/cases/{done.case_id}/people/"
    assert caseworker().name in client.get(at).content.decode()
    assert post(client, f"{at}assign/", {"person": caseworker().id}).status_code == 302
    assert post(client, f"{at}share/", shared()).status_code == 302
    page = client.get(at).content.decode()
    for words in ("Works with her", "By a share", "a joint visit", outsider().name):
        assert words in page
    assert client_of(outsider()).get(f"/cases/{done.case_id}/").status_code == 200
    need = NeedToKnow.objects.get(kind="share")
    assert post(client, f"{at}{need.pk}/end/").status_code == 302
    assert client_of(outsider()).get(f"/cases/{done.case_id}/").status_code == 404


@pytest.mark.parametrize(
    ("act", "said", "sentence"),
    [
        ("assign", {"person": ""}, "Choose who works with her"),
        ("assign", {"person": str(uuid4())}, "no open account"),
        ("share", {"username": "nobody.here"}, "has the username nobody.here"),
        ("share", {"purpose": ""}, "Say for what purpose"),
        ("share", {"until_year": "2999"}, "90 days at most"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(act: str, said: dict[str, object], sentence: str) -> None:
    done = supported()
    consents(done.case_id)
    whole = shared(**said) if act == "share" else said
    answer = post(client_of(caseworker()), f"/cases/{done.case_id}/people/{act}/", whole)
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert not NeedToKnow.objects.exists()


def test_others_wrong_methods_and_bad_ids() -> None:
    done = supported()
    at = f"/cases/{done.case_id}/people/"
    assert client_of(outsider()).get(at).status_code == 404
    assert client_of(removals_officer()).get(at).status_code in (403, 404)
    assert post(client_of(durham_constable()), f"{at}assign/", {"person": caseworker().id}).status_code == 403
    client = client_of(caseworker())
    assert client.get(f"{at}assign/").status_code == 405
    assert client.get(f"{at}share/").status_code == 405
    assert post(client, f"{at}{uuid4()}/end/").status_code == 404
    assert post(client, f"/cases/{uuid4()}/people/assign/", {"person": caseworker().id}).status_code == 404
    assert post(client, at).status_code == 405


def test_glass_is_broken_for_four_hours() -> None:
    done = rescued()
    client = client_of(cleveland_sergeant())
    assert client.get(f"/cases/{done.case_id}/").status_code == 404
    assert "What is the emergency?" in client.get(GLASS).content.decode()
    wrong = post(client, GLASS, {"reference": "H-0000-0000", "purpose": "she called"})
    assert "No case has this reference" in wrong.content.decode()
    assert 'value="she called"' in wrong.content.decode()
    answer = post(client, GLASS, {"reference": done.reference, "purpose": "she called"})
    assert answer["Location"] == f"/cases/{done.case_id}/"
    assert client.get(answer["Location"]).status_code == 200


def test_without_a_second_factor_or_the_role_no_glass_breaks() -> None:
    done = rescued()
    for person in (durham_constable(), duty_desk(), removals_officer()):
        assert client_of(person).get(GLASS).status_code == 403
        assert post(client_of(person), GLASS, {"reference": done.reference, "purpose": "x"}).status_code == 403
    assert client_of(cleveland_sergeant()).delete(GLASS, headers={"Idempotency-Key": fresh_key()}).status_code == 405
    assert Client().get(GLASS).status_code == 302
