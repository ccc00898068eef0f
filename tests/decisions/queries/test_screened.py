"""Held lines of removal lists, in counts."""

import pytest

from decisions.ground import HER_LINE, checked, line_of, protected, stage
from pentameter.decisions.models import ListLine
from pentameter.decisions.queries.screened import Screened, screened

pytestmark = pytest.mark.django_db


def test_held_lines_are_counted_with_those_that_wait(django_assert_num_queries) -> None:
    stage()
    protected()
    one = checked(HER_LINE, HER_LINE.replace("A1", "A2"))
    checked("A0,Bettina,Musterfrau,1971-07-04,f,German,")
    ListLine.objects.filter(pk=line_of(one).pk).update(state="confirmed")
    with django_assert_num_queries(1):
        assert screened() == Screened(lists=1, held=2, to_answer=1)


def test_without_a_list_there_is_none() -> None:
    assert screened() == Screened(0, 0, 0)
