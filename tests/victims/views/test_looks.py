"""Who has seen a record, a copy for her, and erasing it: works, colleague, outsider, wrong method, bad id, read-only."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from cast import auditor, caseworker, decision_maker, duty_desk, in_database, outsider, post, sign_in
from pentameter.kernel.actor import Actor
from pentameter.victims.forms.erasure import ErasureForm
from pentameter.victims.models import Erasure
from victims.ground import NAME, WHERE, supported

pytestmark = pytest.mark.django_db


def seen_by(person: Actor) -> Client:
    return sign_in(Client(), person)


def at(case_id: UUID, rest: str) -> str:
    return f"/cases/{case_id}/{rest}"


def test_who_has_looked_for_her_and_for_the_auditor(django_assert_max_num_queries) -> None:
    case_id = supported().case_id
    hers, oversight = seen_by(caseworker()), seen_by(auditor())
    hers.get(at(case_id, "protection/"))
    with django_assert_max_num_queries(15):
        page = hers.get(at(case_id, "looks/")).content.decode()
    assert "saw what protects her" in page
    assert "Farida Okonjo" in page
    assert "Say what for" in oversight.get(at(case_id, "looks/")).content.decode()
    page = oversight.get(at(case_id, "looks/"), {"purpose": "complaint 12"}).content.decode()
    assert "complaint 12" in page
    assert NAME not in page
    assert seen_by(decision_maker()).get(at(case_id, "looks/")).status_code == 403
    assert hers.get(at(uuid4(), "looks/")).status_code == 404
    assert post(hers, at(case_id, "looks/")).status_code == 405
    assert seen_by(outsider()).get(at(case_id, "looks/")).status_code == 403


def test_a_copy_to_print_and_as_a_tagged_pdf() -> None:
    case_id = supported().case_id
    hers = seen_by(caseworker())
    assert hers.get(at(case_id, "copy/")).status_code == 200
    assert "Enter purpose" in post(hers, at(case_id, "copy/")).content.decode()
    page = post(hers, at(case_id, "copy/"), {"purpose": "she asked"}).content.decode()
    for words in (NAME, WHERE, "What protects you", "Who has seen your record"):
        assert words in page
    made = post(hers, at(case_id, "copy/pdf/"), {"purpose": "she asked"})
    assert made["Content-Type"] == "application/pdf"
    assert made.content.startswith(b"%PDF-")
    assert b"/MarkInfo" in made.content or b"StructTreeRoot" in made.content or len(made.content) > 5000
    assert post(hers, at(case_id, "copy/pdf/")).status_code == 403
    assert hers.get(at(case_id, "copy/pdf/")).status_code == 405
    assert seen_by(duty_desk()).get(at(case_id, "copy/")).status_code == 403
    assert hers.get(at(uuid4(), "copy/")).status_code == 404


def test_erasing_by_two_people() -> None:
    case_id = supported().case_id
    in_database(duty_desk())
    hers, desk = seen_by(caseworker()), seen_by(duty_desk())
    assert hers.get(at(case_id, "erasure/")).status_code == 200
    page = post(hers, at(case_id, "erasure/"), {"why": "mistake", "purpose": "clean up"}).content.decode()
    assert "while it protects" in page
    typed = {"why": "she_asks", "was_told": "on", "purpose": "she asked"}
    assert post(hers, at(case_id, "erasure/"), typed)["Location"] == at(case_id, "erasure/")
    assert post(hers, at(case_id, "erasure/agree/"), {"purpose": "she asked"}).status_code == 403
    assert "Agree and erase" not in hers.get(at(case_id, "erasure/")).content.decode()
    assert "Agree and erase" in desk.get(at(case_id, "erasure/")).content.decode()
    post(desk, at(case_id, "erasure/withdraw/"), {"purpose": "not yet"})
    assert Erasure.objects.get().withdrawn_at
    post(hers, at(case_id, "erasure/"), typed)
    done = post(desk, at(case_id, "erasure/agree/"), {"purpose": "she asked"})
    assert done["Location"] == at(case_id, "protection/")
    assert NAME not in desk.get(at(case_id, "protection/")).content.decode()
    assert seen_by(outsider()).get(at(case_id, "erasure/")).status_code == 403
    assert hers.get(at(uuid4(), "erasure/")).status_code == 404
    assert hers.get(at(case_id, "erasure/agree/")).status_code == 405


def test_what_is_asked_of_an_erasure() -> None:
    assert set(ErasureForm({}).errors) == {"why", "purpose"}
