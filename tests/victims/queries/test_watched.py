"""What those who watch over looks need of cases."""

from uuid import UUID, uuid4

import pytest

from cast import caseworker, durham_constable
from pentameter.victims.queries.watched import people_named, watched_cases, watched_needs
from victims.ground import NAME, WHERE, worked_with

pytestmark = pytest.mark.django_db


def test_a_case_and_who_works_with_her() -> None:
    done = worked_with()
    (case,) = watched_cases()
    assert (case.id, case.agency, case.opened_by) == (done.case_id, "durham", durham_constable().id)
    assert (case.works, case.closed_on) == (caseworker().id, None)
    (need,) = watched_needs()
    assert (need.case_id, need.person, need.ended_at) == (done.case_id, caseworker().id, None)


def test_who_she_is_for_comparing_in_memory() -> None:
    done = worked_with()
    found = people_named([done.case_id, uuid4()])
    assert list(found) == [UUID(str(done.case_id))]
    assert (found[done.case_id].identity.name, found[done.case_id].where) == (NAME, WHERE)
