"""The plan: two people at one task, a double submit, settling and undoing."""

from uuid import UUID, uuid4

import pytest

from cast import caseworker, durham_constable, post
from pentameter.victims.models import SupportEntry
from pentameter.victims.services.appointments import arrange
from pentameter.victims.services.plans import plan_task
from pentameter.work.api import fresh_key
from victims.support_ground import CANARY, DAY, at, case, closed, seen_by, task, today, typed_day
from victims.support_scene import an_appointment

pytestmark = pytest.mark.django_db


def planned() -> tuple[UUID, UUID]:
    case_id = case()
    return case_id, plan_task(case_id=case_id, task=task(what="Ask for a dentist"), by=caseworker())


def typed(what: str, version: int = 1) -> dict[str, object]:
    return {"what": what, "version": version, **typed_day("due_on", today() + DAY)}


def test_a_task_is_planned_once_however_often_it_is_sent() -> None:
    case_id = case()
    client = seen_by(caseworker())
    assert caseworker().name in client.get(at(case_id, "plan/task/")).content.decode()
    sent = {**typed("Find a school"), "idempotency_key": fresh_key()}
    answers = [client.post(at(case_id, "plan/task/"), sent) for _ in range(2)]
    assert [(one.status_code, one["Location"]) for one in answers] == [(302, at(case_id, "plan/"))] * 2
    assert SupportEntry.objects.count() == 1
    assert "Find a school" in client.get(at(case_id, "plan/")).content.decode()


def test_who_comes_second_sees_both_versions_and_loses_no_word() -> None:
    case_id, task_id = planned()
    client = seen_by(caseworker())
    where = at(case_id, f"plan/task/{task_id}/")
    assert 'value="Ask for a dentist"' in client.get(where).content.decode()
    assert post(client, where, typed("Hers")).status_code == 302
    conflict = post(client, where, typed("His"))
    page = conflict.content.decode()
    assert conflict.status_code == 409
    assert "<mark>His</mark>" in page
    assert "Hers" in page
    assert 'name="version" value="2"' in page
    assert 'value="His"' in page
    assert post(client, where, typed("His", 2)).status_code == 302
    assert "His" in client.get(at(case_id, "plan/")).content.decode()


def test_two_people_at_one_appointment() -> None:
    case_id = case()
    entry_id = arrange(case_id=case_id, appointment=an_appointment(), by=caseworker())
    client = seen_by(caseworker())
    where = at(case_id, f"plan/appointment/{entry_id}/")
    sent = {"with_whom": "a solicitor", "at": "10:00", "version": 1, **typed_day("on", today() + DAY)}
    assert "14:30" in client.get(where).content.decode()
    assert post(client, where, sent).status_code == 302
    conflict = post(client, where, {**sent, "with_whom": "a nurse"})
    assert conflict.status_code == 409
    assert "<mark>a nurse</mark>" in conflict.content.decode()


def test_an_appointment_is_arranged_with_what_she_needs_before_ones_eyes() -> None:
    case_id = case()
    client = seen_by(caseworker())
    assert 'value="Albanian"' in client.get(at(case_id, "plan/appointment/")).content.decode()
    sent = {"with_whom": "a doctor", "at": "noon", **typed_day("on", today())}
    assert "Write the time as 14:30." in post(client, at(case_id, "plan/appointment/"), sent).content.decode()
    assert post(client, at(case_id, "plan/appointment/"), {**sent, "at": "12:00"}).status_code == 302


def test_it_is_settled_and_undone_and_the_history_shows_both() -> None:
    case_id, task_id = planned()
    client = seen_by(caseworker())
    settle, undo = at(case_id, f"plan/task/{task_id}/settle/"), at(case_id, f"plan/{task_id}/undo/")
    assert "Say why." in post(client, settle, {"to": "not_needed", "version": 1}).content.decode()
    assert post(client, settle, {"to": "not_needed", "reason": "She has one.", "version": 1}).status_code == 302
    assert "not needed" in client.get(at(case_id, "plan/")).content.decode()
    answer = post(client, undo, {"version": 2})
    assert (answer.status_code, answer["Location"]) == (302, at(case_id, f"plan/task/{task_id}/"))
    page = client.get(at(case_id, f"plan/task/{task_id}/")).content.decode()
    assert "She has one." in page
    assert "undone" in page
    assert post(client, undo, {"version": 2}).status_code == 409
    late = post(client, settle, {"to": "done", "reason": "She went there.", "version": 2})
    assert late.status_code == 409
    page = late.content.decode()
    assert "Somebody changed this task after you opened it" in page
    assert "She went there." in page
    assert 'name="version" value="3"' in page


def test_outsiders_wrong_methods_bad_ids_and_closed_cases() -> None:
    case_id, task_id = planned()
    client = seen_by(caseworker())
    assert client.get(at(case_id, f"plan/{task_id}/undo/")).status_code == 405
    assert client.get(at(case_id, f"plan/task/{uuid4()}/")).status_code == 404
    assert client.get(at(case_id, f"plan/appointment/{task_id}/")).status_code == 404
    assert client.get(at(case(), f"plan/task/{task_id}/")).status_code == 404
    officer = seen_by(durham_constable())
    for where in (f"plan/task/{task_id}/", f"plan/task/{task_id}/settle/", "plan/appointment/", "plan/"):
        hers, nobodys = officer.get(at(case_id, where)), officer.get(at(uuid4(), where))
        assert (hers.status_code, hers.content) == (404, nobodys.content)
        assert CANARY.encode() not in hers.content
    assert post(officer, at(case_id, f"plan/{task_id}/undo/"), {"version": 1}).status_code == 404
    closed(case_id)
    page = post(client, at(case_id, f"plan/task/{task_id}/"), typed("Too late")).content.decode()
    assert "This case is closed" in page
    assert "Too late" in page
    assert SupportEntry.objects.get(pk=task_id).version == 1
    assert client.get(at(case_id, f"plan/task/{task_id}/")).status_code == 200
