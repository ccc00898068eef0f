"""The pages of the questions of policy."""

import pytest
from django.test import Client

from cast import administrator, auditor, national_analyst, post, prosecutor, removals_officer, sign_in
from pentameter.justice.models import PolicyQuestion, QuestionEntry, QuestionStriking
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id

pytestmark = pytest.mark.django_db
ADDRESS = "/laws/questions/"
ENTRY = {
    "state": "raised",
    "on_day": "3",
    "on_month": "10",
    "on_year": "2007",
    "said": "A minister was asked at the launch.",
    "source": "a newspaper of that day",
}
QUESTION = ENTRY | {"text": "Should paying be an offence?", "jurisdiction": "england_wales", "law": "PCA09-14"}


def seen_by(person: Actor) -> Client:
    return sign_in(Client(), person)


def kept(client: Client) -> str:
    return post(client, f"{ADDRESS}new/", QUESTION)["Location"]


def test_the_national_centre_keeps_a_question_and_everyone_reads_it() -> None:
    address = kept(seen_by(national_analyst()))
    for person in (prosecutor(), auditor()):
        page = seen_by(person).get(address).content.decode()
        assert "Should paying be an offence?" in page
        assert "Policing and Crime Act 2009, s.14 in England and Wales, s.15 in Northern Ireland" in page
        assert "a newspaper of that day" in page
        assert "Add an entry" not in page
        assert "Should paying be an offence?" in seen_by(person).get(ADDRESS).content.decode()


def test_an_empty_list_says_what_it_means() -> None:
    assert "No question of policy is kept yet." in seen_by(prosecutor()).get(ADDRESS).content.decode()


def test_an_entry_is_added_and_struck() -> None:
    client = seen_by(national_analyst())
    address = kept(client)
    decided = ENTRY | {"state": "decided", "on_year": "2010", "seen": "1", "to_confirm": "on"}
    assert post(client, f"{address}entries/", decided).status_code == 302
    page = client.get(address).content.decode()
    assert "decided" in page
    assert "to confirm" in page
    entry = QuestionEntry.objects.get(state="decided")
    strike = f"{address}entries/{entry.id}/strike/"
    assert "It counts no more" in client.get(strike).content.decode()
    assert post(client, strike, {"reason": ""}).status_code == 422
    assert post(client, strike, {"reason": "The year was wrong."}).status_code == 302
    page = client.get(address).content.decode()
    assert "The year was wrong." in page
    assert QuestionStriking.objects.count() == 1
    again = post(client, strike, {"reason": "Again."})
    assert again.status_code == 422
    assert "struck already" in again.content.decode()


def test_what_was_typed_is_not_lost() -> None:
    client = seen_by(national_analyst())
    address = kept(client)
    page = post(client, f"{address}entries/", ENTRY | {"seen": "1", "source": ""})
    assert page.status_code == 422
    assert "Name the source." in page.content.decode()
    assert "A minister was asked at the launch." in page.content.decode()
    refused = post(client, f"{address}entries/", ENTRY | {"seen": "1", "said": "Asked once more."})
    assert refused.status_code == 422
    assert "It stands like this already." in refused.content.decode()
    assert "Asked once more." in refused.content.decode()


def test_who_was_slower_sees_the_question_as_it_is_now_and_sends_it_again() -> None:
    client = seen_by(national_analyst())
    address = kept(client)
    assert post(client, f"{address}entries/", ENTRY | {"state": "not_under_review", "seen": "1"}).status_code == 302
    slower = ENTRY | {"state": "decided", "on_year": "2010", "seen": "1", "said": "The law was made."}
    page = post(client, f"{address}entries/", slower)
    assert page.status_code == 409
    assert "Somebody changed this question" in page.content.decode()
    assert "The law was made." in page.content.decode()
    assert 'name="seen" value="2"' in page.content.decode()
    assert post(client, f"{address}entries/", slower | {"seen": "2"}).status_code == 302


def test_a_question_that_is_kept_already_is_said_and_not_lost() -> None:
    client = seen_by(national_analyst())
    kept(client)
    page = post(client, f"{ADDRESS}new/", QUESTION)
    assert page.status_code == 422
    assert "kept already for England and Wales" in page.content.decode()
    assert "A minister was asked at the launch." in page.content.decode()
    assert PolicyQuestion.objects.count() == 1


def test_outsiders_and_readers_cannot_write() -> None:
    address = kept(seen_by(national_analyst()))
    entry = QuestionEntry.objects.get()
    strike = f"{address}entries/{entry.id}/strike/"
    assert Client().get(address).status_code == 302
    for person in (administrator(), removals_officer()):
        assert seen_by(person).get(address).status_code == 403
        assert seen_by(person).get(ADDRESS).status_code == 403
    client = seen_by(prosecutor())
    assert client.get(f"{ADDRESS}new/").status_code == 403
    assert post(client, f"{ADDRESS}new/", QUESTION).status_code == 403
    assert post(client, f"{address}entries/", ENTRY).status_code == 403
    assert post(client, strike, {"reason": "No."}).status_code == 403
    assert (QuestionEntry.objects.count(), QuestionStriking.objects.count()) == (1, 0)


def test_wrong_methods_and_what_is_not_there() -> None:
    client = seen_by(national_analyst())
    address = kept(client)
    assert post(client, address).status_code == 405
    assert client.get(f"{address}entries/").status_code == 405
    assert client.get(f"{ADDRESS}{new_id()}/").status_code == 404
    assert post(client, f"{ADDRESS}{new_id()}/entries/", ENTRY | {"seen": "0"}).status_code == 404
    assert client.get(f"{address}entries/{new_id()}/strike/").status_code == 404
    assert post(client, f"{address}entries/{new_id()}/strike/", {"reason": "Gone."}).status_code == 404
