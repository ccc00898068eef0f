"""The list, a record with its parts, its timeline: who sees them, and that nothing typed is lost."""

from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cast import (
    administrator,
    auditor,
    caseworker,
    decision_maker,
    durham_constable,
    duty_desk,
    outsider,
    post,
    removals_officer,
    sign_in,
)
from pentameter.kernel.actor import Actor
from pentameter.victims.models import Case
from pentameter.work.api import fresh_key
from victims.ground import NAME, WHERE, many, rescued, supported, worked_with

pytestmark = pytest.mark.django_db
PARTS = ("", "timeline/", "identity/", "practical/", "close/", "people/", "registered/")
NEVER = (removals_officer(), decision_maker(), administrator(), auditor())


def client_of(person: Actor) -> Client:
    return sign_in(Client(), person)


def typed(version: int, **more: object) -> dict[str, object]:
    return {"name": NAME, "age": "adult", "version": version, **more}


def test_the_list_says_who_is_protected_and_who_has_no_support() -> None:
    done = rescued()
    page = client_of(durham_constable()).get("/cases/").content.decode()
    for words in (done.reference, NAME, "1 case", "1 without support", "nobody yet", "Register a person"):
        assert words in page
    assert WHERE not in page
    assert "No case that you may see matches" in client_of(durham_constable()).get("/cases/?words=!!").content.decode()
    assert "There is no open case that you may see" in client_of(outsider()).get("/cases/").content.decode()


def test_the_list_has_pages() -> None:
    many(51)
    desk = client_of(duty_desk())
    assert "Cases 1 to 50" in desk.get("/cases/").content.decode()
    assert "Cases 51 to 51" in desk.get("/cases/?state=&page=2").content.decode()


@pytest.mark.parametrize("part", PARTS)
def test_who_registered_her_who_supports_her_and_the_desk_open_every_part(part: str) -> None:
    done = worked_with()
    for person in (durham_constable(), caseworker(), duty_desk()):
        answer = client_of(person).get(f"/cases/{done.case_id}/{part}")
        assert answer.status_code == 200
        assert WHERE not in answer.content.decode()
        assert done.reference in answer.content.decode()


@pytest.mark.parametrize("part", PARTS)
def test_for_others_it_never_was(part: str) -> None:
    done = rescued()
    there, nowhere = f"/cases/{done.case_id}/{part}", f"/cases/{uuid4()}/{part}"
    assert Client().get(there).status_code == 302
    other = client_of(outsider())
    assert (other.get(there).status_code, other.get(nowhere).status_code) == (404, 404)
    assert other.get(there).content == other.get(nowhere).content
    for person in NEVER:
        client = client_of(person)
        answer = client.get(there)
        assert answer.status_code in (403, 404)
        assert answer.content == client.get(nowhere).content
    assert client_of(durham_constable()).delete(there, headers={"Idempotency-Key": fresh_key()}).status_code == 405
    assert client_of(durham_constable()).get(f"/cases/7/{part}").status_code == 404


@pytest.mark.parametrize("person", NEVER, ids=lambda one: one.role)
def test_who_sees_no_case_has_no_list(person: Actor) -> None:
    rescued()
    assert client_of(person).get("/cases/").status_code == 403


def test_a_case_page_stays_within_fifteen_queries(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    done = worked_with()
    for person in (durham_constable(), caseworker(), duty_desk()):
        client = client_of(person)
        client.get("/")
        for part in PARTS:
            with django_assert_max_num_queries(15):
                client.get(f"/cases/{done.case_id}/{part}")


def test_who_she_is_is_changed() -> None:
    done = rescued()
    officer, at = client_of(durham_constable()), f"/cases/{done.case_id}/identity/"
    assert f'value="{NAME}"' in officer.get(at).content.decode()
    answer = post(officer, at, typed(1, surname="Testova", born="28/02/1989", other_names="Zora\n\n Zorka "))
    assert (answer.status_code, answer["Location"]) == (302, f"/cases/{done.case_id}/")
    page = officer.get(answer["Location"]).content.decode()
    for words in ("Testova", "1989-02-28", "Zora; Zorka"):
        assert words in page


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"born": "31/02/1989"}, "31/02/1989 is not a date"),
        ({"born": "2999"}, "She cannot have been born after the day on which she was found"),
        ({"born": "1750"}, "Check the year"),
        ({"born": "2020"}, "she may have been under 18"),
        ({"age": ""}, "How old is she"),
    ],
)
def test_what_cannot_be_is_said_and_kept_in_the_form(said: dict[str, str], sentence: str) -> None:
    done = rescued()
    page = post(client_of(durham_constable()), f"/cases/{done.case_id}/identity/", typed(1, surname="Testova", **said))
    assert page.status_code == 200
    assert sentence in page.content.decode()
    assert 'value="Testova"' in page.content.decode()
    assert Case.objects.get().version == 1


def test_who_comes_second_sees_both_versions_and_loses_no_word() -> None:
    done = supported()
    at = f"/cases/{done.case_id}/identity/"
    post(client_of(durham_constable()), at, typed(1, surname="Hers"))
    second = client_of(caseworker())
    conflict = post(second, at, typed(1, surname="His", nationality="not sure"))
    page = conflict.content.decode()
    assert conflict.status_code == 409
    for words in ("<mark>His</mark>", "Hers", 'name="version" value="2"', 'value="His"', 'value="not sure"'):
        assert words in page
    assert post(second, at, typed(2, surname="His")).status_code == 302


def test_practical_matters_are_changed_and_a_conflict_shows_both() -> None:
    done = rescued()
    officer, at = client_of(durham_constable()), f"/cases/{done.case_id}/practical/"
    said = {"language": "Romanian or Moldovan", "worker_gender": "woman", "safe_contact": "mornings only", "version": 1}
    assert post(officer, at, said).status_code == 302
    page = officer.get(f"/cases/{done.case_id}/").content.decode()
    for words in ("Romanian", "a woman", "mornings only"):
        assert words in page
    conflict = post(officer, at, {**said, "safe_contact": "evenings only"})
    assert conflict.status_code == 409
    assert "<mark>evenings only</mark>" in conflict.content.decode()
    assert "mornings only" in conflict.content.decode()


def test_a_case_is_closed_and_opened_again_with_a_reason() -> None:
    done = rescued()
    officer, home = client_of(durham_constable()), f"/cases/{done.case_id}/"
    assert "Say why" in post(officer, f"{home}close/", {"reason": ""}).content.decode()
    assert post(officer, f"{home}close/", {"reason": "moved away"}).status_code == 302
    page = officer.get(home).content.decode()
    assert "Protected from removal" in page
    assert "Open it again" in page
    assert officer.get(f"{home}identity/").status_code == 403
    assert post(officer, f"{home}identity/", typed(2)).status_code == 403
    assert post(officer, f"{home}reopen/", {"reason": "came back"}).status_code == 302
    timeline = officer.get(f"{home}timeline/").content.decode()
    assert "The case was opened again." in timeline
    assert "moved away" not in timeline


def test_the_ways_to_files_of_cases_and_to_her_copy_stand_where_they_may_be_gone() -> None:
    done = supported()
    worker = client_of(caseworker())
    page = worker.get("/cases/").content.decode()
    assert "/cases/import/" in page
    assert "/cases/export/" in page
    record = worker.get(f"/cases/{done.case_id}/").content.decode()
    assert f"/cases/export/?case={done.reference}" in record
    assert f"/cases/{done.case_id}/copy/" in record
    officer = client_of(durham_constable())
    for address in ("/cases/", f"/cases/{done.case_id}/"):
        page = officer.get(address).content.decode()
        assert "/cases/import/" not in page
        assert "/cases/export/" not in page
        assert "/copy/" not in page


def test_the_banner_and_the_page_of_clocks_name_one_day() -> None:
    done = supported()
    worker = client_of(caseworker())
    for part in ("", "protection/"):
        page = worker.get(f"/cases/{done.case_id}/{part}").content.decode()
        assert "sooner only by a negative decision" in page
        assert "any day, by a decision" not in page
