"""The page of support and its parts: who reads them, what they say, and that others find nothing."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from django.test import Client

from cast import (
    administrator,
    auditor,
    caseworker,
    decision_maker,
    durham_constable,
    durham_sergeant,
    duty_desk,
    post,
    removals_officer,
)
from pentameter.audit.models import Entry
from pentameter.kernel.actor import Actor
from pentameter.victims.models import Case, SupportEntry
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.support import FlagKind
from pentameter.victims.services.appointments import arrange
from pentameter.victims.services.assessments import assess
from pentameter.victims.services.flags import raise_flag
from pentameter.victims.services.notes import write_note
from pentameter.victims.services.plans import plan_task
from pentameter.victims.services.stays import begin_stay
from pentameter.work.api import fresh_key
from victims.support_ground import (
    CANARY,
    DAY,
    STAY,
    assigned,
    at,
    case,
    closed,
    flag,
    risk,
    seen_by,
    stay,
    task,
    today,
    typed_day,
)
from victims.support_scene import an_appointment

pytestmark = pytest.mark.django_db

PARTS = ("", "assessments/", "assessments/risk/", "plan/", "plan/task/", "notes/", "flags/", "files/", "exit/")
OTHERS = (durham_constable, durham_sergeant, decision_maker, removals_officer, administrator, auditor, duty_desk)


def stranger() -> Actor:
    """A caseworker of an organisation that does not support her."""
    return replace(caseworker(), id=str(UUID(int=7)), name="Quentin Other", agency="southern-support")


def busy() -> UUID:
    """A case in which much stands."""
    case_id, worker = case(), caseworker()
    assigned(case_id)
    assess(case_id=case_id, assessment=risk(level="high"), by=worker)
    for days in (-2, 0, 5):
        plan_task(case_id=case_id, task=task(due_on=today() + days * DAY, what=f"Task of day {days}"), by=worker)
    arrange(case_id=case_id, appointment=an_appointment(), by=worker)
    raise_flag(case_id=case_id, flag=flag(), by=worker)
    raise_flag(case_id=case_id, flag=flag(FlagKind.SOUGHT), by=worker)
    for number in range(5):
        write_note(case_id=case_id, text=f"Note {number}", by=worker)
    begin_stay(case_id=case_id, stay=stay(until=today() + 30 * DAY), by=worker)
    return case_id


def test_one_page_says_what_stands() -> None:
    case_id = busy()
    page = seen_by(caseworker()).get(at(case_id)).content.decode()
    for words in (
        "High risk",
        "Do not contact her by telephone",
        "A trafficker may look for her",
        "overdue",
        "Note 4",
        "Housed until",
        "a doctor",
        "How long support runs",
    ):
        assert words in page, words
    assert page.index("Task of day -2") < page.index("Task of day 0") < page.index("Task of day 5")
    assert "Note 0" not in page
    assert STAY not in page
    assert Entry.objects.filter(event="support_read", subject_id=str(case_id)).count() == 1


def test_the_page_stays_within_fifteen_queries(django_assert_max_num_queries) -> None:
    case_id = busy()
    client = seen_by(caseworker())
    client.get(at(case_id))
    with django_assert_max_num_queries(15):
        assert client.get(at(case_id)).status_code == 200


@pytest.mark.parametrize("who", OTHERS, ids=lambda one: one.__name__)
def test_for_others_it_is_as_if_the_case_never_was(who) -> None:
    case_id = busy()
    client = seen_by(who())
    for part in PARTS:
        hers, nobodys = client.get(at(case_id, part)), client.get(at(uuid4(), part))
        assert (hers.status_code, nobodys.status_code) == (404, 404), part
        assert hers.content == nobodys.content
        assert CANARY.encode() not in hers.content


def test_for_another_organisation_it_is_as_if_the_case_never_was() -> None:
    case_id = busy()
    client = seen_by(stranger())
    for part in PARTS:
        hers, nobodys = client.get(at(case_id, part)), client.get(at(uuid4(), part))
        assert (hers.status_code, nobodys.status_code) == (404, 404), part
        assert hers.content == nobodys.content


def test_a_colleague_reads_it_too() -> None:
    case_id = busy()
    colleague = replace(caseworker(), id=str(UUID(int=8)), name="Rosa Colleague")
    assert "High risk" in seen_by(colleague).get(at(case_id)).content.decode()


def test_who_is_not_signed_in_wrong_methods_and_bad_ids() -> None:
    case_id = case()
    assert Client().get(at(case_id)).status_code == 302
    client = seen_by(caseworker())
    assert post(client, at(case_id)).status_code == 405
    assert client.get("/cases/7/support/").status_code == 404
    assert client.get(at(case_id, "assessments/weather/")).status_code == 404
    assert client.get(at(case_id, f"notes/{uuid4()}/")).status_code == 404
    assert client.get(at(case_id, f"flags/{uuid4()}/")).status_code == 404


def test_an_empty_case_says_what_that_means() -> None:
    page = seen_by(caseworker()).get(at(case())).content.decode()
    for words in ("No task is open", "No appointment is planned", "not assessed yet", "no stay recorded"):
        assert words in page


@pytest.mark.parametrize(("age", "says"), [(Age.CHILD, "none yet"), (Age.MAYBE_CHILD, "counts as a child until")])
def test_a_child_has_a_guardian_beside_her_or_lacks_one(age: Age, says: str) -> None:
    page = seen_by(caseworker()).get(at(case(age=age))).content.decode()
    assert "Guardian" in page
    assert says in page
    assert "Guardian" not in seen_by(caseworker()).get(at(case())).content.decode()


def test_assessing_takes_the_place_of_what_stood() -> None:
    case_id = case()
    client = seen_by(caseworker())
    where = at(case_id, "assessments/risk/")
    typed = {"level": "high", "words": "Seen today.", **typed_day("on", today())}
    assert "Within a year" in client.get(where).content.decode()
    wrong = post(client, where, {**typed, **typed_day("review_on", today())}).content.decode()
    assert "comes after the day of the assessment" in wrong
    assert "Seen today." in wrong
    answer = post(client, where, {**typed, **typed_day("review_on", today() + 28 * DAY)})
    assert (answer.status_code, answer["Location"]) == (302, at(case_id))
    stale = post(client, where, {**typed, **typed_day("review_on", today() + 28 * DAY)})
    assert stale.status_code == 409
    page = stale.content.decode()
    assert "Read it first" in page
    assert "Seen today." in page
    assert f'name="seen" value="{SupportEntry.objects.get().pk}"' in page
    assert "High risk" in client.get(at(case_id, "assessments/")).content.decode()


def test_notes_are_written_once_however_often_they_are_sent() -> None:
    case_id = case()
    client = seen_by(caseworker())
    typed = {"text": "She slept well.", "idempotency_key": fresh_key()}
    first, again = (client.post(at(case_id, "notes/"), typed) for _ in range(2))
    assert (first.status_code, again.status_code) == (302, 302)
    note = SupportEntry.objects.get()
    assert "Write something first." in post(client, at(case_id, "notes/"), {"text": " "}).content.decode()
    corrected = post(client, at(case_id, f"notes/{note.pk}/"), {"text": "She slept badly."})
    assert corrected.status_code == 302
    page = client.get(at(case_id, "notes/")).content.decode()
    assert "She slept well." in page
    assert "corrected later" in page
    page = post(client, at(case_id, f"notes/{note.pk}/"), {"text": "Or did she."}).content.decode()
    assert "corrected already" in page
    assert "Or did she." in page


def test_on_the_record_others_see_that_she_is_not_to_be_called_and_nothing_of_why() -> None:
    case_id = case()
    raise_flag(case_id=case_id, flag=flag(), by=caseworker())
    raise_flag(case_id=case_id, flag=flag(FlagKind.SELF_HARM), by=caseworker())
    page = seen_by(durham_constable()).get(f"/cases/{case_id}/").content.decode()
    assert "Do not contact her by telephone" in page
    assert "harm herself" not in page
    assert CANARY not in page


def test_flags_stand_on_top_of_every_page_of_support() -> None:
    case_id = busy()
    client = seen_by(caseworker())
    for part in PARTS:
        page = client.get(at(case_id, part)).content.decode()
        assert "Know this first" in page, part
        assert "A trafficker may look for her" in page, part
    assert "Know this first" in client.get(at(case_id, "stays/")).content.decode()
    assert "Know this first" not in seen_by(duty_desk()).get(at(case_id, "stays/")).content.decode()


def test_flags_are_raised_and_ended() -> None:
    case_id = case()
    client = seen_by(caseworker())
    typed = {"kind": "self_harm", "reason": "What she said.", **typed_day("since", today())}
    assert post(client, at(case_id, "flags/"), typed).status_code == 302
    twice = post(client, at(case_id, "flags/"), typed).content.decode()
    assert "stands already" in twice
    assert "What she said." in twice
    flag_id = SupportEntry.objects.get().pk
    assert post(client, at(case_id, f"flags/{flag_id}/"), {}).status_code == 200
    assert post(client, at(case_id, f"flags/{flag_id}/"), {"reason": "It is over."}).status_code == 302
    assert "ended" in client.get(at(case_id, "flags/")).content.decode()


def test_a_closed_case_is_read_and_says_why_nothing_is_added() -> None:
    case_id = busy()
    standing = SupportEntry.objects.count()
    closed(case_id)
    client = seen_by(caseworker())
    for part in PARTS:
        assert client.get(at(case_id, part)).status_code == 200, part
    assert "Add a task" not in client.get(at(case_id, "plan/")).content.decode()
    for part, typed in (
        ("notes/", {"text": "One more."}),
        ("flags/", {"kind": "health", "reason": "One more.", **typed_day("since", today())}),
        ("plan/task/", {"what": "One more.", **typed_day("due_on", today())}),
        ("exit/", {"reason": "One more.", "her_words": "I wish to.", **typed_day("on", today())}),
    ):
        page = post(client, at(case_id, part), typed).content.decode()
        assert "This case is closed. Open it again first, and say why." in page, part
        assert "One more." in page, part
    assert SupportEntry.objects.count() == standing


def test_when_another_organisation_takes_over_the_page_is_gone_at_the_next_step() -> None:
    case_id = case()
    client = seen_by(caseworker())
    assert client.get(at(case_id)).status_code == 200
    Case.objects.filter(pk=case_id).update(support_agency=None)
    assert client.get(at(case_id)).status_code == 404
    assert post(client, at(case_id, "notes/"), {"text": "Too late."}).status_code == 404
    assert not SupportEntry.objects.exists()
