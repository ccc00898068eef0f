"""A rescue is registered in four fields, and the hold is said at once."""

from uuid import uuid4

import pytest
from django.test import Client

from cast import administrator, agency, durham_constable, garda, outsider, post, removals_officer, sign_in
from operations import stage
from pentameter.kernel import clock
from pentameter.victims.models import Case
from pentameter.work.api import fresh_key
from victims.ground import NAME, WHERE, agencies, rescued

pytestmark = pytest.mark.django_db
NEW = "/cases/new/"


def typed(**more: object) -> dict[str, object]:
    return {"name": NAME, "age": "adult", "where": WHERE, "agreement": "yes", "language": "Albanian", **more}


def test_the_form_asks_four_things_and_a_language(client: Client) -> None:
    page = sign_in(client, durham_constable()).get(NEW).content.decode()
    for words in ("What is she called?", "How old is she?", "Where is she tonight?", "Does she agree", "Albanian"):
        assert words in page


def test_the_hold_is_said_at_once_and_where_she_is_never_again(client: Client) -> None:
    agencies()
    wave = stage.wave(clock.today(), None)
    answer = post(sign_in(client, durham_constable()), NEW, typed())
    case = Case.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/cases/{case.pk}/registered/")
    page = client.get(answer["Location"]).content.decode()
    for words in (
        case.reference,
        "Duty desk alerted",
        "can end at the earliest on",
        "UK-NABA61",
        "Support asked",
        "Northern Support",
    ):
        assert words in page
    assert "expired" not in page
    assert WHERE not in page
    assert case.wave_id == wave
    assert WHERE not in client.get(f"/cases/{case.pk}/").content.decode()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"agreement": "no"}, "Support not asked"),
        ({"agreement": "not_asked"}, "Her consent comes first"),
        ({"agreement": "no", "age": "maybe_child"}, "call the duty desk now"),
    ],
)
def test_what_to_do_next_goes_by_what_she_said(client: Client, said: dict[str, str], sentence: str) -> None:
    agencies()
    answer = post(sign_in(client, durham_constable()), NEW, typed(**said))
    assert sentence in client.get(answer["Location"]).content.decode()


def test_where_no_day_can_be_named_it_says_what_must_come_first(client: Client) -> None:
    done = rescued()
    Case.objects.update(place="isle_of_man")
    page = sign_in(client, durham_constable()).get(f"/cases/{done.case_id}/registered/").content.decode()
    assert "no day that can be named" in page
    assert "before this is mended" in page


def test_what_is_missing_is_said_and_nothing_typed_is_lost(client: Client) -> None:
    page = post(sign_in(client, durham_constable()), NEW, typed(age="", agreement="")).content.decode()
    assert "Say how old she is" in page
    assert "Say whether she agrees" in page
    assert NAME in page
    assert not Case.objects.exists()


def test_sent_twice_she_is_registered_once(client: Client) -> None:
    agencies()
    sign_in(client, garda())
    said = {**typed(), "idempotency_key": fresh_key()}
    first, second = client.post(NEW, said), client.post(NEW, said)
    assert first["Location"] == second["Location"]
    assert Case.objects.count() == 1


def test_others_wrong_methods_and_bad_ids(client: Client) -> None:
    done = rescued()
    registered = f"/cases/{done.case_id}/registered/"
    assert Client().get(NEW).status_code == 302
    for person in (removals_officer(), administrator()):
        agency(person)
        assert post(sign_in(Client(), person), NEW, typed()).status_code == 403
        assert sign_in(Client(), person).get(registered).status_code in (403, 404)
    officer = sign_in(client, durham_constable())
    assert officer.delete(NEW, headers={"Idempotency-Key": fresh_key()}).status_code == 405
    assert post(officer, registered).status_code == 405
    assert officer.get(f"/cases/{uuid4()}/registered/").status_code == 404
    there = sign_in(Client(), outsider()).get(registered)
    assert there.status_code == 404
    assert there.content == sign_in(Client(), outsider()).get(f"/cases/{uuid4()}/registered/").content
