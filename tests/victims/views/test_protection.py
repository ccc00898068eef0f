"""The page of protection and what is done from it: works, colleague, outsider, wrong method, bad id, read-only."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client

from cast import administrator, caseworker, decision_maker, durham_constable, duty_desk, outsider, post, sign_in
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.victims.models import Case, CaseEvent
from pentameter.work.api import fresh_key
from victims.ground import WHERE, supported

pytestmark = pytest.mark.django_db
TODAY = clock.today()


def seen_by(person: Actor) -> Client:
    return sign_in(Client(), person)


def at(case_id: UUID, rest: str = "") -> str:
    return f"/cases/{case_id}/protection/{rest}"


def day(name: str, days: int = 0) -> dict[str, int]:
    on = TODAY + timedelta(days=days)
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def a_case() -> UUID:
    return supported(found_on=TODAY - timedelta(days=10)).case_id


def test_both_clocks_in_words_within_fifteen_queries(django_assert_max_num_queries) -> None:
    case_id = a_case()
    client = seen_by(caseworker())
    with django_assert_max_num_queries(15):
        page = client.get(at(case_id)).content.decode()
    for words in ("Protection from removal", "Support", "awaiting", "to confirm", "Source:", "The recognition as"):
        assert words in page
    assert "expired" not in page.lower()
    assert WHERE not in page


def test_a_decision_maker_sees_no_support(django_assert_max_num_queries) -> None:
    case_id = a_case()
    page = seen_by(decision_maker()).get(at(case_id)).content.decode()
    assert "Support runs" not in page
    assert "Northern Support" not in page
    assert WHERE not in page


def test_it_is_recorded_from_the_form_once() -> None:
    case_id = a_case()
    client = seen_by(caseworker())
    assert client.get(at(case_id, "record/")).status_code == 200
    typed = {"kind": "leave_asked", **day("on"), "reasons": "By her lawyer.", "idempotency_key": fresh_key()}
    for _ in range(2):
        assert client.post(at(case_id, "record/"), typed)["Location"] == at(case_id)
    assert CaseEvent.objects.filter(kind="leave_asked").count() == 1


def test_what_cannot_have_happened_is_said_at_the_form_and_nothing_typed_is_lost() -> None:
    case_id = a_case()
    client = seen_by(duty_desk())
    page = post(client, at(case_id, "record/"), {"kind": "leave_asked", **day("on", 3), "reasons": "By her lawyer."})
    assert page.status_code == 200
    assert "has not come yet" in page.content.decode()
    assert "By her lawyer." in page.content.decode()
    page = post(client, at(case_id, "record/"), {"kind": "disqualified", **day("on")})
    assert "Select a valid choice" in page.content.decode()
    Case.objects.update(state="closed")
    page = post(client, at(case_id, "record/"), {"kind": "leave_asked", **day("on")})
    assert "Open it again first" in page.content.decode()
    assert CaseEvent.objects.count() == 1


def test_an_early_end_is_determined_by_its_page() -> None:
    case_id = a_case()
    client = seen_by(decision_maker())
    post(client, at(case_id, "record/"), {"kind": "referred", **day("on", -5)})
    assert client.get(at(case_id, "determine/")).status_code == 200
    typed = {"evidence": "File 7", "decider": "A. Decider", "reasons": "As found.", **day("on"), **day("review_on", 9)}
    answer = post(client, at(case_id, "determine/"), {**typed, "ground": "public_order"})
    assert answer["Location"] == at(case_id)
    page = client.get(at(case_id)).content.decode()
    assert "Ground: public order" in page
    assert seen_by(caseworker()).get(at(case_id, "determine/")).status_code == 403


def test_a_mistake_is_struck_out_by_two() -> None:
    case_id = a_case()
    hers = seen_by(caseworker())
    post(hers, at(case_id, "record/"), {"kind": "leave_asked", **day("on")})
    event = CaseEvent.objects.get(kind="leave_asked").id
    assert "Another person has to agree" in hers.get(at(case_id, f"events/{event}/strike/")).content.decode()
    post(hers, at(case_id, f"events/{event}/strike/"), {"reason": "Nobody asked."})
    assert "correction proposed" in hers.get(at(case_id)).content.decode()
    assert post(hers, at(case_id, f"events/{event}/agree/")).status_code == 403
    assert post(seen_by(duty_desk()), at(case_id, f"events/{event}/agree/"))["Location"] == at(case_id)
    page = hers.get(at(case_id)).content.decode()
    assert "<s>The request for leave to remain</s>" in page
    assert "Nobody asked." in page
    assert post(hers, at(case_id, f"events/{event}/leave/")).status_code == 409
    assert hers.get(at(case_id, f"events/{event}/strike/")).status_code == 409


def test_outsiders_wrong_methods_and_bad_ids() -> None:
    case_id, event = a_case(), uuid4()
    assert Client().get(at(case_id)).status_code == 302
    assert seen_by(outsider()).get(at(case_id)).status_code == 404
    assert seen_by(outsider()).get(at(uuid4())).status_code == 404
    assert seen_by(administrator()).get(at(case_id)).status_code == 403
    officer = seen_by(durham_constable())
    page = officer.get(at(case_id))
    assert page.status_code == 200
    assert at(case_id, "record/") not in page.content.decode()
    assert officer.get(at(case_id, "record/")).status_code == 403
    assert post(officer, at(case_id)).status_code == 405
    assert seen_by(duty_desk()).get(at(case_id, f"events/{event}/agree/")).status_code == 405
    assert seen_by(duty_desk()).get(at(case_id, f"events/{event}/strike/")).status_code == 404
    assert seen_by(duty_desk()).get(at(uuid4())).status_code == 404
