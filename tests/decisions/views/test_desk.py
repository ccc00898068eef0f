"""The desk's pages: a queue, one line whole, two people for a clearance, and who may be trawling."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.test import Client

from cast import auditor, caseworker, duty_desk, in_database, post, removals_officer, sign_in
from decisions.ground import checked, line_of, protected, sound, stage, typed
from pentameter.decisions.models import ListLine
from pentameter.decisions.services.screening import check_list
from pentameter.kernel.actor import SYSTEM, Actor

pytestmark = pytest.mark.django_db

WHY = "The passport shows another person."


def seen_by(person: Actor) -> Client:
    """A browser in which the person is signed in."""
    return sign_in(Client(), person)


def second() -> Actor:
    """Another person at the desk."""
    person = replace(duty_desk(), id="11111111-1111-4111-8111-111111111111", name="Sioned Vaughan")
    in_database(person)
    return person


@pytest.fixture
def line() -> ListLine:
    """A line that may be a protected person."""
    stage()
    protected()
    return line_of(checked())


def act(client: Client, line: ListLine, what: str, **data: object) -> object:
    """An act on the line as it stands now."""
    version = ListLine.objects.get(pk=line.pk).version
    return post(client, f"/screening/desk/{line.pk}/{what}/", {"reason": WHY, "version": version, **data})


def state(line: ListLine) -> str:
    """How it stands now."""
    return ListLine.objects.get(pk=line.pk).state


def test_the_desk_sees_the_line_beside_the_case(line: ListLine) -> None:
    client = seen_by(duty_desk())
    queue = client.get("/screening/desk/").content.decode()
    assert f"/screening/desk/{line.pk}/" in queue
    assert "No list is clear at the moment" in queue
    with sound():
        assert "No list is clear at the moment" not in client.get("/screening/desk/").content.decode()
    page = client.get(f"/screening/desk/{line.pk}/").content.decode()
    for words in ("TESTOVA", "Zorana Testova", "year wrong by one", "Protected from removal", "Open the case"):
        assert words in page
    assert f"/screening/desk/{line.pk}/" in client.get(f"/screening/desk/?reference={line.reference}").content.decode()


def test_it_is_held_by_one_and_cleared_by_two(line: ListLine) -> None:
    one, two = seen_by(duty_desk()), seen_by(second())
    assert act(one, line, "propose").status_code == 302
    assert "Another person at the desk has to agree" in one.get(f"/screening/desk/{line.pk}/").content.decode()
    assert act(one, line, "agree").status_code == 403
    assert "I agree: clear" in two.get(f"/screening/desk/{line.pk}/").content.decode()
    assert act(two, line, "agree")["Location"] == "/screening/desk/"
    assert state(line) == "cleared"
    act(one, line, "reopen")
    act(one, line, "propose")
    assert act(one, line, "undo").status_code == 302
    assert state(line) == "open"
    act(one, line, "confirm")
    assert state(line) == "confirmed"


def test_without_a_reason_nothing_is_done_and_the_field_says_so(line: ListLine) -> None:
    page = act(seen_by(duty_desk()), line, "confirm", reason=" ")
    assert "Say why: the reason is kept with the line." in page.content.decode()
    assert state(line) == "open"


def test_who_was_slower_sees_how_it_stands_and_keeps_what_was_typed(line: ListLine) -> None:
    act(seen_by(duty_desk()), line, "propose")
    answer = act(seen_by(second()), line, "confirm", version=line.version)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Someone was quicker" in page
    assert WHY in page
    assert state(line) == "proposed"


def test_the_next_line_comes_by_itself(line: ListLine) -> None:
    other = line_of(checked())
    assert act(seen_by(duty_desk()), line, "confirm")["Location"] == f"/screening/desk/{other.pk}/"


@pytest.mark.parametrize("stranger", [removals_officer(), caseworker(), auditor()], ids=lambda one: one.role)
def test_nobody_else_comes_to_the_desk(line: ListLine, stranger: Actor) -> None:
    client = seen_by(stranger)
    assert client.get("/screening/desk/").status_code in (403, 404)
    assert client.get(f"/screening/desk/{line.pk}/").status_code in (403, 404)
    assert act(client, line, "confirm").status_code in (403, 404)
    assert state(line) == "open"


def test_outsiders_wrong_methods_and_bad_ids(line: ListLine) -> None:
    client = seen_by(duty_desk())
    assert Client().get("/screening/desk/").status_code == 302
    assert post(client, "/screening/desk/").status_code == 405
    assert client.get(f"/screening/desk/{line.pk}/confirm/").status_code == 405
    assert client.get(f"/screening/desk/{uuid4()}/").status_code == 404
    assert client.get("/screening/desk/7/").status_code == 404


def test_an_item_stays_within_its_queries(line: ListLine, django_assert_max_num_queries) -> None:
    client = seen_by(duty_desk())
    client.get(f"/screening/desk/{line.pk}/")
    with django_assert_max_num_queries(21):  # 19, six of them for the case beside it, and a savepoint of the tests'
        client.get(f"/screening/desk/{line.pk}/")


def test_who_may_be_trawling_is_shown_to_the_desk_and_the_auditor() -> None:
    stage()
    for _ in range(4):
        check_list(list_id=typed("Zorana Testova"), by=SYSTEM)
    for reader in (duty_desk(), auditor()):
        assert (
            "The same surname in several small checks" in seen_by(reader).get("/screening/trawling/").content.decode()
        )
    assert seen_by(removals_officer()).get("/screening/trawling/").status_code == 403
    assert "trawl" not in seen_by(removals_officer()).get("/screening/").content.decode().lower()
