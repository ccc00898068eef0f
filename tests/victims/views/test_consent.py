"""The ledger of consent, as it is used: six questions, a conflict, a double submit, a budget of queries."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client

from cast import (
    auditor,
    caseworker,
    cleveland_sergeant,
    decision_maker,
    durham_constable,
    duty_desk,
    outsider,
    post,
    removals_officer,
    sign_in,
)
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.victims.models import Case, Consent, NeedToKnow
from pentameter.victims.rules.cases import Age, NeedKind
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.rules.referrals import ReferralKind
from pentameter.victims.services.consent import withdraw_consent
from pentameter.victims.services.referrals import Asking, ask_support
from pentameter.work.api import fresh_key
from victims.ground import WHERE, rescued, supported
from victims.records import NOTE, ask_in_the_night, other_organisation, says

pytestmark = pytest.mark.django_db


def as_(person: Actor) -> Client:
    return sign_in(Client(), person)


def at(case_id: UUID, rest: str = "") -> str:
    return f"/cases/{case_id}/consent/{rest}"


def typed(**other: object) -> dict[str, object]:
    today = clock.today()
    day = {"on_day": today.day, "on_month": today.month, "on_year": today.year}
    return {"purpose": "support", "said": "given", "how": "spoken", "language": "Albanian", **day, **other}


def test_who_works_with_her_writes_down_what_she_says() -> None:
    done = supported()
    client = as_(caseworker())
    assert "She has not been asked for anything yet." in client.get(at(done.case_id)).content.decode()
    assert 'value="Albanian"' in client.get(at(done.case_id, "new/")).content.decode()
    answer = post(client, at(done.case_id, "new/"), typed(note=NOTE))
    assert (answer.status_code, answer["Location"]) == (302, at(done.case_id))
    page = client.get(at(done.case_id)).content.decode()
    assert NOTE in page
    assert "Withdraw" in page
    assert NOTE not in str(list(Consent.objects.values_list("sealed", flat=True)))


def test_outsiders_wrong_methods_and_bad_ids() -> None:
    done = rescued()
    given = says(done.case_id, Said.GIVEN)
    for path in (at(done.case_id), at(done.case_id, "new/"), at(done.case_id, f"{given}/withdraw/")):
        assert Client().get(path).status_code == 302
        assert as_(outsider()).get(path).status_code == 404
        for person in (removals_officer(), decision_maker(), auditor()):
            assert as_(person).get(path).status_code in (403, 404)
    client = as_(durham_constable())
    assert post(client, at(done.case_id)).status_code == 405
    assert client.delete(at(done.case_id, "new/"), HTTP_IDEMPOTENCY_KEY=fresh_key()).status_code == 405
    assert client.get(at(uuid4())).status_code == 404
    assert client.get(at(done.case_id, f"{uuid4()}/withdraw/")).status_code == 404
    assert client.get("/cases/7/consent/").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"purpose": ""}, "Choose what she was asked."),
        ({"said": ""}, "Say what she answered."),
        ({"on_year": clock.today().year + 1}, "has not come yet"),
        ({"on_day": 31, "on_month": 2}, "is not a date"),
        ({"until_day": 1, "until_month": 1, "until_year": 2001}, "The last day lies before"),
        ({"said": "refused", "until_day": 1, "until_month": 1, "until_year": 2050}, "Only a consent that was given"),
        ({"agency": "durham", "named": "Her sister"}, "not both"),
        ({"agency": "nowhere"}, "Choose an agency of the list"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(wrong: dict[str, object], sentence: str) -> None:
    done = rescued()
    page = post(as_(durham_constable()), at(done.case_id, "new/"), typed(note=NOTE, **wrong))
    said = page.content.decode()
    assert page.status_code == 200
    assert sentence in said
    assert NOTE in said
    assert not Consent.objects.exists()


def test_a_double_submit_writes_one_row() -> None:
    done = rescued()
    client, data = as_(durham_constable()), typed(idempotency_key=fresh_key())
    first = client.post(at(done.case_id, "new/"), data)
    again = client.post(at(done.case_id, "new/"), data)
    assert first["Location"] == again["Location"]
    assert Consent.objects.count() == 1


def test_the_page_of_a_withdrawal_says_what_closes_and_the_ledger_keeps_both() -> None:
    done = rescued()
    ask_in_the_night(done.case_id, agrees=True)
    given = Consent.objects.get().pk
    client = as_(durham_constable())
    page = client.get(at(done.case_id, f"{given}/withdraw/")).content.decode()
    assert "Northern Support" in page
    assert "close at their next step" in page
    answer = post(client, at(done.case_id, f"{given}/withdraw/"), {"how": "spoken", "note": NOTE})
    assert answer.status_code == 302
    assert Consent.objects.filter(withdraws_id=given).count() == 1
    assert "withdrawn on" in client.get(at(done.case_id)).content.decode()


@pytest.mark.parametrize(
    ("age", "sentence"),
    [
        (Age.ADULT, "this support ends with the next daily look, unless she consents again"),
        (Age.MAYBE_CHILD, "She counts as a child, so that goes on without consent"),
    ],
)
def test_the_page_of_a_withdrawal_says_what_becomes_of_the_support_that_she_has(age: Age, sentence: str) -> None:
    done = supported(age=age)
    given, other = says(done.case_id, Said.GIVEN), says(done.case_id, Said.GIVEN, purpose=Purpose.MEDICAL)
    named = says(done.case_id, Said.GIVEN, agency="durham")
    client = as_(durham_constable())
    assert sentence in client.get(at(done.case_id, f"{given}/withdraw/")).content.decode()
    for one in (other, named):
        assert "supports her now" not in client.get(at(done.case_id, f"{one}/withdraw/")).content.decode()


def test_a_consent_withdrawn_between_opening_and_saving_is_not_withdrawn_twice() -> None:
    done = rescued()
    given = says(done.case_id, Said.GIVEN)
    client = as_(durham_constable())
    client.get(at(done.case_id, f"{given}/withdraw/"))
    withdraw_consent(case_id=done.case_id, consent_id=given, by=durham_constable())
    answer = post(client, at(done.case_id, f"{given}/withdraw/"), {"how": "spoken"})
    assert answer.status_code == 409
    assert "This consent was withdrawn on" in answer.content.decode()
    assert Consent.objects.count() == 2


def test_an_adult_who_refuses_referral_is_offered_the_notification_and_asked_about_the_hold_by_itself() -> None:
    done = rescued()
    client = as_(durham_constable())
    says(done.case_id, Said.REFUSED, purpose=Purpose.REFERRAL)
    page = client.get(at(done.case_id)).content.decode()
    assert 'href="/notifications/new/"' in page
    assert "?purpose=hold" in page
    assert "removal lists will no longer find her" not in page
    says(done.case_id, Said.REFUSED, purpose=Purpose.HOLD)
    page = client.get(at(done.case_id)).content.decode()
    assert "removal lists will no longer find her" in page
    assert "or the duty desk, asks for it" in page
    assert f"/cases/{done.case_id}/erasure/" in as_(duty_desk()).get(at(done.case_id)).content.decode()


def test_a_child_needs_no_consent_and_the_page_says_so_with_her_guardian() -> None:
    done = rescued(age=Age.MAYBE_CHILD)
    says(done.case_id, Said.REFUSED, purpose=Purpose.REFERRAL)
    page = as_(durham_constable()).get(at(done.case_id)).content.decode()
    assert "need no consent" in page
    assert "Guardian or advocate: none is recorded yet" in page
    assert "/notifications/new/" not in page


def test_a_closed_case_takes_a_withdrawal_and_no_new_consent() -> None:
    done = rescued()
    given = says(done.case_id, Said.GIVEN)
    Case.objects.filter(pk=done.case_id).update(state="closed")
    client = as_(durham_constable())
    refused = post(client, at(done.case_id, "new/"), typed())
    assert refused.status_code == 403
    assert "Open it again first" in refused.content.decode()
    assert post(client, at(done.case_id, f"{given}/withdraw/"), {"how": "spoken"}).status_code == 302


def test_the_page_stays_within_fifteen_queries(django_assert_max_num_queries) -> None:
    done = rescued()
    for _ in range(5):
        says(done.case_id, Said.GIVEN, until=clock.today() + timedelta(days=30))
    client = as_(durham_constable())
    client.get(at(done.case_id))
    with django_assert_max_num_queries(15):
        page = client.get(at(done.case_id))
    assert WHERE not in page.content.decode()
    assert Entry.objects.filter(event="case_read").count() == 2


def test_whoever_was_only_shown_the_case_finds_no_form_to_write_in() -> None:
    case_id = supported().case_id
    given = says(case_id, Said.GIVEN)
    asked = ask_support(case_id=case_id, asking=Asking(other_organisation(), ReferralKind.HELP), by=caseworker())
    sergeant = cleveland_sergeant()
    until = clock.now() + timedelta(hours=1)
    shown = {"case_id": case_id, "person": sergeant.id, "kind": NeedKind.BREAK_GLASS.value}
    NeedToKnow.objects.create(**shown, began_at=clock.now(), given_by=sergeant.id, until=until)
    client = sign_in(Client(), sergeant)
    for read in ("consent", "referrals"):
        assert client.get(f"/cases/{case_id}/{read}/").status_code == 200
    for write in ("consent/new", f"consent/{given}/withdraw", "referrals/new", f"referrals/{asked}/revoke"):
        assert client.get(f"/cases/{case_id}/{write}/").status_code == 404, write
