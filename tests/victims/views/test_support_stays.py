"""Where she stays opens for a stated purpose to who works with her; leaving support says until when it runs."""

from uuid import uuid4

import pytest

from cast import caseworker, decision_maker, durham_constable, duty_desk, post, removals_officer
from pentameter.audit.models import Entry
from pentameter.victims.models import SupportEntry
from victims.support_ground import STAY, assigned, at, case, closed, seen_by, today, typed_day

pytestmark = pytest.mark.django_db

PAGES = ("stays/", "stays/new/", "stays/left/")


def test_she_comes_to_a_place_and_it_is_seen_for_a_purpose() -> None:
    case_id = case()
    client = seen_by(assigned(case_id))
    typed = {"kind": "safe_house", "where": STAY, **typed_day("since", today())}
    assert "Sealed from everyone" in client.get(at(case_id, "stays/new/")).content.decode()
    assert post(client, at(case_id, "stays/new/"), typed).status_code == 302
    assert STAY not in client.get(at(case_id, "stays/")).content.decode()
    assert "Say for what purpose" in post(client, at(case_id, "stays/")).content.decode()
    assert post(client, at(case_id, "stays/"), {"purpose": "a visit today"})["Location"] == at(case_id, "stays/")
    assert STAY in client.get(at(case_id, "stays/")).content.decode()
    assert STAY not in client.get(at(case_id, "stays/")).content.decode()
    assert Entry.objects.get(event="whereabouts_read").purpose == "a visit today"
    left = {"reason": "She went to her sister.", **typed_day("on", today())}
    assert post(client, at(case_id, "stays/left/"), left).status_code == 302
    assert "No stay is recorded" in post(client, at(case_id, "stays/left/"), left).content.decode()
    assert STAY not in client.get(at(case_id)).content.decode()


def test_a_day_to_come_is_refused_and_nothing_typed_is_lost() -> None:
    case_id = case()
    client = seen_by(assigned(case_id))
    typed = {"kind": "hotel", "where": STAY, "since_day": 1, "since_month": 1, "since_year": 2099}
    page = post(client, at(case_id, "stays/new/"), typed).content.decode()
    assert "has not come yet" in page
    assert STAY in page


def test_the_desk_says_at_night_where_she_was_brought() -> None:
    case_id = case()
    client = seen_by(duty_desk())
    typed = {"kind": "hotel", "where": STAY, **typed_day("since", today())}
    assert post(client, at(case_id, "stays/new/"), typed).status_code == 302
    assert post(client, at(case_id, "stays/"), {"purpose": "to bring an interpreter"}).status_code == 302
    assert STAY in client.get(at(case_id, "stays/")).content.decode()


@pytest.mark.parametrize("who", [caseworker, durham_constable, decision_maker, removals_officer])
def test_for_who_does_not_work_with_her_it_is_as_if_she_never_was(who) -> None:
    case_id = case()
    client = seen_by(who())
    for page in PAGES:
        hers, nobodys = client.get(at(case_id, page)), client.get(at(uuid4(), page))
        assert (hers.status_code, nobodys.status_code) == (404, 404)
        assert hers.content == nobodys.content
    for one in (case_id, uuid4()):
        assert post(client, at(one, "stays/"), {"purpose": "to know"}).status_code in (302, 404)
        assert client.get(at(one, "stays/")).status_code == 404


def test_leaving_says_until_when_support_runs_and_asks_for_her_words() -> None:
    case_id = case()
    client = seen_by(caseworker())
    page = client.get(at(case_id, "exit/")).content.decode()
    assert "She may leave whenever she wishes" in page
    typed = {"reason": "Time is up.", **typed_day("on", today())}
    refused = post(client, at(case_id, "exit/"), typed).content.decode()
    assert "not sent away" in refused
    assert "Time is up." in refused
    assert not SupportEntry.objects.exists()
    answer = post(client, at(case_id, "exit/"), {**typed, "her_words": "I want to go to my sister."})
    assert (answer.status_code, answer["Location"]) == (302, at(case_id))
    assert "She left support on" in client.get(at(case_id)).content.decode()
    assert "I want to go to my sister." in client.get(at(case_id, "exit/")).content.decode()
    assert client.get(at(case_id, "exit/back/")).status_code == 200
    assert post(client, at(case_id, "exit/back/"), {"reason": "She came back."}).status_code == 302
    assert "She left support on" not in client.get(at(case_id)).content.decode()


def test_exits_of_others_and_of_closed_cases() -> None:
    case_id = case()
    officer = seen_by(durham_constable())
    hers, nobodys = officer.get(at(case_id, "exit/")), officer.get(at(uuid4(), "exit/"))
    assert (hers.status_code, hers.content) == (404, nobodys.content)
    closed(case_id)
    client = seen_by(caseworker())
    typed = {"reason": "x", "her_words": "I wish to.", **typed_day("on", today())}
    assert post(client, at(case_id, "exit/"), typed).status_code == 200
    assert not SupportEntry.objects.exists()
