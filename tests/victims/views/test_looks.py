"""Who has seen a record: works, colleague, outsider, wrong method, bad id, read-only."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from cast import auditor, caseworker, decision_maker, outsider, post, sign_in
from pentameter.kernel.actor import Actor
from victims.ground import NAME, supported

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
