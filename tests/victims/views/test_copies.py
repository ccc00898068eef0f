"""A copy for her: to print, and as a tagged PDF."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from cast import caseworker, duty_desk, post, sign_in
from pentameter.kernel.actor import Actor
from victims.ground import NAME, WHERE, worked_with

pytestmark = pytest.mark.django_db


def seen_by(person: Actor) -> Client:
    return sign_in(Client(), person)


def at(case_id: UUID, rest: str) -> str:
    return f"/cases/{case_id}/{rest}"


def test_a_copy_to_print_and_as_a_tagged_pdf() -> None:
    case_id = worked_with().case_id
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
