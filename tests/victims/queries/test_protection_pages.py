"""The page asks the database no more often for more events, and keeps what was struck out readable."""

import pytest
from pytest_django import DjangoAssertNumQueries

from cast import caseworker
from pentameter.access.api import Compartment, Operation
from pentameter.kernel import clock
from pentameter.victims.models import CaseEvent
from pentameter.victims.queries.copies import sections_of
from pentameter.victims.queries.looks import looks_at
from pentameter.victims.queries.opening import opened
from pentameter.victims.queries.protection_pages import erasure_of, protection_page
from victims.ground import NAME, supported

pytestmark = pytest.mark.django_db


def test_three_queries_whatever_happened(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    done = supported()
    case = opened(done.case_id, caseworker(), Operation.VIEW_PROTECTION, Compartment.DECISION)
    for _ in range(3):
        CaseEvent.objects.create(
            case=case.row, kind="referred", on=clock.today(), origin="case", known_at=clock.now(), recorded_by="x"
        )
    with django_assert_num_queries(2):
        page = protection_page(case, caseworker())
    assert [one.what for one in page.events][-1] == "The referral"
    assert page.actors
    assert erasure_of(case, caseworker()) is None


def test_a_kind_that_is_not_known_is_said_and_protects() -> None:
    done = supported()
    CaseEvent.objects.update(kind="odd_thing")
    case = opened(done.case_id, caseworker(), Operation.VIEW_PROTECTION, Compartment.DECISION)
    page = protection_page(case, caseworker())
    assert "not known here (odd_thing)" in page.events[0].what
    assert all(one.answer.protected and one.answer.doubts for one in page.clocks)


def test_a_copy_leaves_out_what_is_empty_and_looks_are_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    done = supported()
    case = opened(done.case_id, caseworker(), Operation.GIVE_COPY, Compartment.SUPPORT, purpose="she asked")
    found = {one.heading: dict(one.facts) for one in sections_of(case, where=True)}
    assert found["Who you are"]["Name"] == NAME
    assert "Surname" not in found["Who you are"]
    with django_assert_num_queries(1):
        assert looks_at(done.case_id).looks
