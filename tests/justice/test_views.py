"""The pages of justice: who sees what, what a form keeps, what is refused and how."""

import re
from datetime import UTC, date, datetime, time
from uuid import UUID, uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cast import (
    administrator,
    auditor,
    caseworker,
    cleveland_sergeant,
    decision_maker,
    durham_constable,
    durham_sergeant,
    national_analyst,
    outsider,
    post,
    prosecutor,
    removals_officer,
    sign_in,
)
from justice import ground
from pentameter.audit.models import Entry
from pentameter.justice.models import Investigation, PipelineEvent, Suspect
from pentameter.justice.rules.kinds import Kind
from pentameter.justice.services.investigations import add_agency
from pentameter.kernel.actor import Actor
from pentameter.work.api import fresh_key

pytestmark = pytest.mark.django_db
NEVER = (removals_officer, administrator, auditor, caseworker, decision_maker)


def client_of(person: Actor) -> Client:
    return sign_in(Client(), person)


def page_of(person: Actor, path: str) -> str:
    answer = client_of(person).get(path)
    assert answer.status_code == 200, answer.content.decode()[-2000:]
    return answer.content.decode()


def day(name: str, days: int) -> dict[str, object]:
    on = ground.ago(days)
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def test_the_list_shows_nobodys_name_and_what_is_to_do() -> None:
    made = ground.suspect()
    ground.arrested(made)
    for person in (durham_constable(), durham_sergeant(), prosecutor()):
        said = page_of(person, "/justice/")
        assert "Larch" in said
        assert "1 to make" in said
        assert ground.NAME not in said


def test_the_analyst_sees_which_there_are_and_opens_none() -> None:
    made = ground.suspect()
    said = page_of(national_analyst(), "/justice/")
    inside = Suspect.objects.get(pk=made).investigation_id
    assert "Larch" in said
    assert str(inside) not in said
    assert client_of(national_analyst()).get(f"/justice/{inside}/").status_code == 403


@pytest.mark.parametrize("person", NEVER, ids=lambda one: one.__name__)
def test_who_has_nothing_to_do_with_it_sees_nothing(person: object) -> None:
    made = ground.suspect()
    client = client_of(person())  # type: ignore[operator]
    assert client.get("/justice/").status_code in (403, 404)
    assert client.get(f"/justice/suspects/{made}/").status_code in (403, 404)


@pytest.mark.parametrize("person", [cleveland_sergeant, outsider], ids=lambda one: one.__name__)
def test_another_force_finds_the_same_as_for_what_never_was(person: object) -> None:
    made = ground.suspect()
    client = client_of(person())  # type: ignore[operator]
    inside = Suspect.objects.get(pk=made).investigation_id
    for there, nowhere in (
        (f"/justice/suspects/{made}/", "/justice/suspects/{}/"),
        (f"/justice/{inside}/", "/justice/{}/"),
    ):
        found, never = client.get(there), client.get(nowhere.format(uuid4()))
        assert (found.status_code, never.status_code) == (404, 404)
    assert "Larch" not in client.get("/justice/").content.decode()


def test_a_force_that_takes_part_sees_it_and_prosecutors_only_once_it_was_sent() -> None:
    inside = ground.investigation(sent=False)
    ground.suspect(inside)
    assert client_of(prosecutor()).get(f"/justice/{inside}/").status_code == 404
    add_agency(investigation_id=inside, slug="cleveland", by=durham_constable())
    assert ground.NAME in page_of(cleveland_sergeant(), f"/justice/{inside}/")
    ground.in_database(prosecutor())
    post(client_of(durham_constable()), f"/justice/{inside}/agencies/", {"agency": prosecutor().agency})
    assert ground.NAME in page_of(prosecutor(), f"/justice/{inside}/")


def test_an_investigation_begins_with_four_fields() -> None:
    ground.people()
    client = client_of(durham_constable())
    assert "Begin an investigation" in client.get("/justice/").content.decode()
    data = {"name": "Larch", "jurisdiction": "england_wales", **day("opened_on", 3)}
    answer = post(client, "/justice/new/", data)
    made = Investigation.objects.get()
    assert answer.headers["Location"] == f"/justice/{made.id}/"
    assert made.agency_id == "durham"
    wrong = post(client, "/justice/new/", {**data, **day("opened_on", -3)}).content.decode()
    assert "has not come yet" in wrong
    assert 'value="Larch"' in wrong


def test_it_closes_once_nothing_has_to_follow_and_opens_again() -> None:
    inside = ground.investigation()
    made = ground.suspect(inside)
    client, path = client_of(durham_constable()), f"/justice/{inside}/"
    assert (
        "Something still has to follow for one suspect" in post(client, f"{path}close/", day("on", 1)).content.decode()
    )
    ground.records(made, Kind.NO_ACTION, 5)
    post(client, f"{path}close/", day("on", 1))
    assert Investigation.objects.get().closed_on == ground.ago(1)
    assert "Open it again" in client.get(path).content.decode()
    assert client.get(f"{path}reopen/").status_code == 405
    post(client, f"{path}reopen/")
    assert Investigation.objects.get().closed_on is None


def test_what_was_typed_is_kept_and_the_field_is_named() -> None:
    made = ground.suspect()
    client = client_of(durham_constable())
    data = {**day("on", -2), "offence": "MSA15-2", "note": "a note that is kept", "version": ground.version(made)}
    said = post(client, f"/justice/suspects/{made}/record/arrested/", data).content.decode()
    assert "has not come yet" in said
    assert "a note that is kept" in said
    assert 'href="#id_on-day"' in said
    post(client, f"/justice/suspects/{made}/record/arrested/", {**data, **day("on", 2)})
    assert PipelineEvent.objects.get().kind == "arrested"


def test_a_charge_without_a_check_says_what_to_do() -> None:
    made = ground.suspect()
    client = client_of(prosecutor())
    data = {
        **day("on", 2),
        **day("first", 200),
        "offence": "MSA15-2",
        "outcome": "charge",
        "version": ground.version(made),
    }
    answer = post(client, f"/justice/suspects/{made}/record/charged/", data)
    said = answer.content.decode()
    assert "No charge without a non-punishment check" in said
    assert "Make the check" in said
    assert not PipelineEvent.objects.exists()


def test_the_check_is_made_on_its_page() -> None:
    made = ground.suspect()
    client, path = client_of(prosecutor()), f"/justice/suspects/{made}/check/"
    said = client.get(path).content.decode()
    assert "Modern Slavery Act 2015 s.45(1)" in said
    assert "Schedule 4 excludes" in said
    knew = re.findall(r'name="knew" value="(\w+)"', said)[0]
    data = {**day("on", 1), "looked": ["desk"], "ground": "s45_adult", "outcome": "may_be_charged", "knew": knew}
    kept = post(client, path, {**data, "reasons": "short", "version": ground.version(made)}).content.decode()
    assert "Say in a sentence why" in kept
    for unread in ("", "of another day"):
        stale = {**data, "reasons": ground.REASONS, "version": ground.version(made), "knew": unread}
        assert "since you opened the page. Nothing of yours was saved" in post(client, path, stale).content.decode()
    post(client, path, {**data, "reasons": ground.REASONS, "version": ground.version(made)})
    shown = page_of(prosecutor(), f"/justice/suspects/{made}/")
    assert ground.REASONS in shown
    assert "checked: may be charged" in shown


def test_a_mark_and_a_strike() -> None:
    made = ground.suspect()
    client = client_of(durham_constable())
    post(client, f"/justice/suspects/{made}/mark/", {"words": "He said that his passport was taken"})
    assert "his passport was taken" in page_of(prosecutor(), f"/justice/suspects/{made}/")
    event = ground.arrested(made)
    path = f"/justice/events/{event}/strike/"
    assert "Offence on arrest" in client.get(path).content.decode()
    post(client, path, {"reason": ground.REASONS, "version": ground.version(made)})
    shown = page_of(durham_constable(), f"/justice/suspects/{made}/")
    assert "Struck out" in shown
    assert ground.REASONS in shown
    assert client.get(path).status_code == 404


def test_as_it_was_known_before() -> None:
    made = ground.suspect()
    ground.arrested(made)
    said = page_of(durham_constable(), f"/justice/suspects/{made}/?as_of={ground.ago(2)}")
    assert "As it was known on" in said
    assert "Offence on arrest" not in said
    assert "under investigation" in said
    for today in ("never", "9999-12-31", str(ground.ago(0))):
        assert "Offence on arrest" in page_of(durham_constable(), f"/justice/suspects/{made}/?as_of={today}")


@pytest.mark.parametrize(("moment", "known"), [(time(22, 59), True), (time(23, 1), False)])
def test_a_day_that_is_past_ended_at_midnight_in_london(moment: time, known: bool) -> None:
    made = ground.suspect()
    arrest = ground.arrested(made)
    at = datetime.combine(date(2026, 7, 1), moment, UTC)
    PipelineEvent.objects.filter(pk=arrest).update(on=date(2026, 6, 30), known_at=at)
    assert ("Offence on arrest" in page_of(durham_constable(), f"/justice/suspects/{made}/?as_of=2026-07-01")) is known


def test_who_it_is_can_be_said_better_and_is_asked_again() -> None:
    made = ground.suspect()
    client, path = client_of(durham_constable()), f"/justice/suspects/{made}/change/"
    assert f'value="{ground.NAME}"' in client.get(path).content.decode()
    data = {"name": "Ignatius Better-Testperson", "born": "1979", "version": ground.version(made)}
    post(client, path, data)
    said = page_of(durham_constable(), f"/justice/suspects/{made}/")
    assert "Ignatius Better-Testperson" in said
    assert "It is not known yet whether this is somebody protected" not in said
    assert "It is not known yet whether this is" in page_of(prosecutor(), f"/justice/suspects/{made}/")
    stale = post(client, path, {**data, "name": "Somebody Else"}).content.decode()
    assert "Somebody recorded something of this suspect after you opened the page" in stale
    assert 'value="Somebody Else"' in stale
    assert client_of(prosecutor()).get(path).status_code == 403


def test_an_unknown_kind_is_nowhere_and_the_check_has_a_page_of_its_own() -> None:
    made = ground.suspect()
    client = client_of(prosecutor())
    for kind in ("nonsense", "checked"):
        assert client.get(f"/justice/suspects/{made}/record/{kind}/").status_code == 404


@pytest.mark.parametrize("kind", [one.value for one in Kind if one is not Kind.CHECKED])
def test_every_form_opens(kind: str) -> None:
    made = ground.convicted_suspect()
    person = prosecutor() if kind == "charged" else durham_constable()
    assert "Record it" in page_of(person, f"/justice/suspects/{made}/record/{kind}/")


def test_filters_and_the_empty_list() -> None:
    ground.people()
    assert "There is no investigation that you may see." in page_of(durham_constable(), "/justice/")
    ground.suspect()
    assert "No investigation matches." in page_of(durham_constable(), "/justice/?state=convicted")
    assert "Larch" in page_of(durham_constable(), "/justice/?text=lar&place=england_wales&state=check")
    assert "Larch" in page_of(durham_constable(), "/justice/?place=nonsense")


def test_looks_leave_rows_and_a_post_is_once() -> None:
    made = ground.suspect()
    client = client_of(durham_constable())
    client.get(f"/justice/suspects/{made}/")
    assert Entry.objects.filter(event="suspect_read", subject_id=str(made)).count() == 1
    data = {**day("on", 2), "offence": "MSA15-2", "version": ground.version(made), "idempotency_key": fresh_key()}
    for _ in range(2):
        client.post(f"/justice/suspects/{made}/record/arrested/", data)
    assert PipelineEvent.objects.count() == 1


def test_only_reads_by_get() -> None:
    made = ground.suspect()
    assert (
        client_of(durham_constable()).post(f"/justice/suspects/{made}/", {"idempotency_key": fresh_key()}).status_code
        == 405
    )


def test_the_page_asks_as_often_however_many_suspects_there_are(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    inside = ground.investigation()
    for number in range(6):
        ground.arrested(ground.suspect(inside, name=f"Testperson {number}"))
    client = client_of(durham_constable())
    client.get(f"/justice/{inside}/")
    with django_assert_max_num_queries(45):
        client.get(f"/justice/{inside}/")


def test_a_suspect_is_tied_to_what_reports_say_only_by_who_may_read_it() -> None:
    inside = ground.investigation()
    client = client_of(durham_constable())
    path = f"/justice/{inside}/suspects/new/"
    said = post(client, path, {"name": "Testperson", "mention": f"/things/{uuid4()}/"}).content.decode()
    assert "There is nothing there that you may see" in said
    wrong = post(client, path, {"name": "Testperson", "mention": "over there", "born": "yesterday"}).content.decode()
    assert "not the address of a person" in wrong
    assert "yesterday is not a date" in wrong
    post(client, path, {"name": "Testperson"})
    assert UUID(str(Suspect.objects.get().id))
