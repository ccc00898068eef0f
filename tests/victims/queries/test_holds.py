"""Who a list of names has to find: everybody, unless it is certain that nothing stands against a removal."""

from datetime import date, timedelta

import pytest

from pentameter.kernel import clock
from pentameter.victims.models import Case, CaseEvent, CaseKey
from pentameter.victims.queries.holds import held_people, holds_mark
from pentameter.victims.rules.cases import Identity
from victims.ground import NAME, rescued

pytestmark = pytest.mark.django_db


def ends(case_id: object, on: date) -> None:
    """Reasonable grounds were refused so long ago that nobody may ask again."""
    CaseEvent.objects.create(
        case_id=case_id, kind="reasonable_grounds", outcome="negative", on=on, origin="test", known_at=clock.now()
    )


def test_who_was_rescued_is_held_with_what_a_list_could_name() -> None:
    done = rescued()
    found = held_people()
    assert [(one.case_id, one.identity) for one in found.people] == [(done.case_id, Identity(name=NAME))]
    assert (found.unreadable, found.mark) == (0, holds_mark())


def test_whose_protection_has_ended_for_certain_is_not() -> None:
    done = rescued(found_on=clock.today() - timedelta(days=400))
    ends(done.case_id, clock.today() - timedelta(days=390))
    assert held_people().people == ()


def test_a_refusal_that_may_still_be_reconsidered_is_outstanding() -> None:
    done = rescued(found_on=clock.today() - timedelta(days=20))
    ends(done.case_id, clock.today() - timedelta(days=10))
    assert [one.case_id for one in held_people().people] == [done.case_id]


def test_what_is_not_known_is_held() -> None:
    done = rescued()
    CaseEvent.objects.filter(case_id=done.case_id).update(kind="of another version")
    assert len(held_people().people) == 1


def test_a_closed_case_is_held_an_erased_one_is_not_and_one_that_does_not_open_is_counted() -> None:
    closed, erased, lost = (rescued().case_id for _ in range(3))
    Case.objects.filter(pk=closed).update(state="closed")
    Case.objects.filter(pk=erased).update(state="erased", identity=None, practical=None, whereabouts=None)
    CaseKey.objects.filter(case_id__in=(erased, lost)).delete()
    found = held_people()
    assert [one.case_id for one in found.people] == [closed]
    assert found.unreadable == 1


def test_a_case_whose_seal_was_changed_is_counted_too() -> None:
    done = rescued()
    Case.objects.filter(pk=done.case_id).update(identity=b"nothing that opens")
    assert (held_people().people, held_people().unreadable) == ((), 1)


def test_many_cases_take_no_more_queries_than_one(django_assert_num_queries) -> None:
    for _ in range(3):
        rescued()
    with django_assert_num_queries(5):
        held_people()


def test_without_a_rescue_the_mark_is_nought() -> None:
    assert holds_mark() == 0
