"""Referrals as they are used: asked for on her page, answered in the inbox, closed by her withdrawal."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client

from cast import (
    auditor,
    caseworker,
    decision_maker,
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
from pentameter.victims.models import Case, Referral
from pentameter.victims.rules.consent import Said
from pentameter.victims.services.consent import withdraw_consent
from pentameter.work.api import fresh_key
from victims.ground import NAME, WHERE, rescued
from victims.records import ask_in_the_night, other_organisation, says, worker_elsewhere

pytestmark = pytest.mark.django_db
WORDS = "She asked for a room with her sister, canary-words."


def as_(person: Actor) -> Client:
    return sign_in(Client(), person)


def at(case_id: UUID, rest: str = "") -> str:
    return f"/cases/{case_id}/referrals/{rest}"


def asked_of(agrees: bool | None = True) -> tuple[UUID, UUID]:
    done = rescued()
    in_database(caseworker())
    asked = ask_in_the_night(done.case_id, agrees=agrees)
    assert asked.referral_id
    return done.case_id, asked.referral_id


def typed(**other: object) -> dict[str, object]:
    return {"asked": other_organisation(), "kind": "support", "chosen": ["worker_gender"], "words": WORDS, **other}


def test_an_officer_asks_and_sees_what_was_sent() -> None:
    done = rescued()
    client = as_(durham_constable())
    assert "Her consent comes first" in client.get(at(done.case_id)).content.decode()
    says(done.case_id, Said.GIVEN)
    other_organisation()
    assert "Shoreline Refuge, Scotland" in client.get(at(done.case_id, "new/")).content.decode()
    answer = post(client, at(done.case_id, "new/"), typed())
    assert (answer.status_code, answer["Location"]) == (302, at(done.case_id))
    page = client.get(at(done.case_id)).content.decode()
    for words in ("Shoreline Refuge", "waits for an answer", WORDS, "Revoke"):
        assert words in page


def test_a_consent_withdrawn_between_opening_and_saving_sends_nothing_and_loses_nothing() -> None:
    done = rescued()
    given = says(done.case_id, Said.GIVEN)
    client = as_(durham_constable())
    client.get(at(done.case_id, "new/"))
    withdraw_consent(case_id=done.case_id, consent_id=given, by=durham_constable())
    answer = post(client, at(done.case_id, "new/"), typed())
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "She withdrew this consent on" in page
    assert "Nothing was sent." in page
    assert WORDS in page
    assert not Referral.objects.exists()


def test_a_double_submit_asks_once() -> None:
    done = rescued()
    says(done.case_id, Said.GIVEN)
    client, data = as_(durham_constable()), typed(idempotency_key=fresh_key())
    assert (
        client.post(at(done.case_id, "new/"), data)["Location"]
        == client.post(at(done.case_id, "new/"), data)["Location"]
    )
    assert Referral.objects.count() == 1


def test_what_is_missing_is_said() -> None:
    done = rescued()
    says(done.case_id, Said.GIVEN)
    page = post(as_(durham_constable()), at(done.case_id, "new/"), typed(asked="")).content.decode()
    assert "Choose the organisation to ask." in page
    assert WORDS in page


def test_the_asked_organisation_accepts_and_the_case_opens() -> None:
    case, referral = asked_of()
    client = as_(caseworker())
    assert "No referral was sent" in as_(worker_elsewhere()).get("/referrals/").content.decode()
    inbox = client.get("/referrals/").content.decode()
    assert "18 or over, Albanian" in inbox
    page = client.get(f"/referrals/{referral}/").content.decode()
    assert NAME not in inbox + page
    assert WHERE not in inbox + page
    assert client.get(at(case)).status_code == 404
    answer = post(client, f"/referrals/{referral}/accept/")
    assert answer["Location"] == f"/referrals/{referral}/"
    assert "Open her case" in client.get(f"/referrals/{referral}/").content.decode()
    assert NAME in client.get(at(case)).content.decode()
    post(client, f"/referrals/{referral}/done/")
    assert Referral.objects.get().state == "done"


def test_before_she_was_asked_the_page_says_whose_word_comes_first() -> None:
    case, referral = asked_of(agrees=None)
    client = as_(caseworker())
    assert "She was not asked yet" in client.get(f"/referrals/{referral}/").content.decode()
    post(client, f"/referrals/{referral}/accept/")
    assert "Take her case on" in client.get(f"/referrals/{referral}/").content.decode()
    assert "has not been asked" in post(client, f"/referrals/{referral}/take-on/").content.decode()
    says(case, Said.GIVEN)
    assert post(client, f"/referrals/{referral}/take-on/").status_code == 302
    assert "They see her case" not in client.get(at(case)).content.decode()


def test_a_rejection_needs_its_reason() -> None:
    _, referral = asked_of()
    client = as_(caseworker())
    assert "Say why" in post(client, f"/referrals/{referral}/reject/").content.decode()
    assert post(client, f"/referrals/{referral}/reject/", {"reason": "No bed is free."}).status_code == 302
    page = client.get(f"/referrals/{referral}/").content.decode()
    assert "rejected" in page
    assert "It is closed to you." in page


def test_an_answer_after_her_withdrawal_says_so_and_opens_nothing() -> None:
    case, referral = asked_of(agrees=None)
    given = says(case, Said.GIVEN)
    withdraw_consent(case_id=case, consent_id=given, by=durham_constable())
    client = as_(caseworker())
    post(client, f"/referrals/{referral}/accept/")
    assert "She withdrew this consent on" in client.get(f"/referrals/{referral}/").content.decode()
    assert client.get(at(case)).status_code == 404
    assert "She withdrew this consent on" in as_(durham_constable()).get(at(case)).content.decode()


def test_a_referral_is_revoked_with_its_reason() -> None:
    case, referral = asked_of()
    client = as_(durham_constable())
    path = at(case, f"{referral}/revoke/")
    assert "It closes at once" in client.get(path).content.decode()
    assert "Say why" in post(client, path).content.decode()
    assert post(client, path, {"reason": "She moved."}).status_code == 302
    assert "It is closed to you." in as_(caseworker()).get(f"/referrals/{referral}/").content.decode()


def test_outsiders_wrong_methods_and_bad_ids() -> None:
    case, referral = asked_of()
    mine = (at(case), at(case, "new/"), at(case, f"{referral}/revoke/"))
    theirs = ("/referrals/", f"/referrals/{referral}/")
    for path in (*mine, *theirs):
        assert Client().get(path).status_code == 302
        for person in (removals_officer(), decision_maker(), auditor()):
            assert as_(person).get(path).status_code in (403, 404)
    assert {as_(outsider()).get(path).status_code for path in mine} == {404}
    assert as_(duty_desk()).get("/referrals/").status_code == 403
    client = as_(caseworker())
    assert post(client, "/referrals/").status_code == 405
    for step in ("accept", "reject", "take-on", "done"):
        assert client.get(f"/referrals/{referral}/{step}/").status_code == 405
        assert post(client, f"/referrals/{uuid4()}/{step}/", {"reason": "No."}).status_code == 404
        assert post(as_(worker_elsewhere()), f"/referrals/{referral}/{step}/", {"reason": "No."}).status_code == 404
    assert client.get(f"/referrals/{uuid4()}/").status_code == 404
    assert as_(durham_constable()).get(at(case, f"{uuid4()}/revoke/")).status_code == 404


def test_a_closed_case_offers_and_takes_nothing() -> None:
    case, referral = asked_of()
    Case.objects.filter(pk=case).update(state="closed")
    client = as_(durham_constable())
    assert "Ask an organisation" not in client.get(at(case)).content.decode()
    assert post(client, at(case, "new/"), typed()).status_code == 403
    assert post(as_(caseworker()), f"/referrals/{referral}/accept/").status_code == 403


def test_the_first_page_tells_whose_answer_is_waited_for() -> None:
    asked_of()
    assert "A referral waits for your answer" in as_(caseworker()).get("/").content.decode()
    assert "waits for your answer" not in as_(worker_elsewhere()).get("/").content.decode()


def test_the_pages_stay_within_fifteen_queries(django_assert_max_num_queries) -> None:
    case, referral = asked_of()
    for number in range(4):
        says(case, Said.GIVEN, agency=other_organisation(f"refuge-{number}"))
        post(as_(durham_constable()), at(case, "new/"), typed(asked=f"refuge-{number}"))
    Referral.objects.exclude(pk=referral).update(answer_by=clock.now() - timedelta(hours=1))
    officer, worker = as_(durham_constable()), as_(caseworker())
    for client, path in ((officer, at(case)), (worker, "/referrals/"), (worker, f"/referrals/{referral}/")):
        client.get(path)
        with django_assert_max_num_queries(15):
            assert client.get(path).status_code == 200
