"""Erasing a case by two people."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from cast import caseworker, duty_desk, in_database, outsider, post, sign_in
from pentameter.kernel.actor import Actor
from pentameter.victims.forms.erasure import ErasureForm
from pentameter.victims.models import Erasure
from victims.ground import NAME, supported

pytestmark = pytest.mark.django_db


def seen_by(person: Actor) -> Client:
    return sign_in(Client(), person)


def at(case_id: UUID, rest: str) -> str:
    return f"/cases/{case_id}/{rest}"


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
