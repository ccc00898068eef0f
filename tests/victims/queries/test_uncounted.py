"""Who does not wish to be counted in statistics, by her last word, in a fixed number of queries."""

import pytest
from pytest_django import DjangoAssertNumQueries

from pentameter.kernel import clock
from pentameter.victims.models import CaseKey
from pentameter.victims.queries.uncounted import not_to_be_counted
from pentameter.victims.rules.consent import Purpose, Said
from victims.ground import NAME, many, rescued
from victims.records import says

pytestmark = pytest.mark.django_db
STATISTICS = Purpose.STATISTICS


def test_only_a_no_to_statistics_counts() -> None:
    case_id = rescued().case_id
    says(case_id, Said.REFUSED, purpose=Purpose.MEDICAL)
    assert not_to_be_counted(clock.now()).people == ()
    says(case_id, Said.REFUSED, purpose=STATISTICS)
    assert [one.name for one in not_to_be_counted(clock.now()).people] == [NAME]
    says(case_id, Said.GIVEN, purpose=STATISTICS)
    assert not_to_be_counted(clock.now()).people == ()


def test_it_is_asked_in_three_queries_however_many_there_are(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for one in many(5):
        says(one.case_id, Said.REFUSED, purpose=STATISTICS)
    with django_assert_num_queries(3):
        assert len(not_to_be_counted(clock.now()).people) == 5


@pytest.mark.parametrize("lost", [True, False], ids=["no key", "a broken key"])
def test_a_case_that_does_not_open_is_told_of(lost: bool) -> None:
    broken, whole = rescued().case_id, rescued().case_id
    for case_id in (broken, whole):
        says(case_id, Said.REFUSED, purpose=STATISTICS)
    key = CaseKey.objects.filter(case_id=broken)
    key.delete() if lost else key.update(wrapped=b"not a key of this installation at all")
    found = not_to_be_counted(clock.now())
    assert (len(found.people), found.unreadable) == (1, 1)
