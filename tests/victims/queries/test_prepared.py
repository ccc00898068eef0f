"""A question is put once; whoever asks is told what they asked, and nothing of who asked before."""

import pytest
from django.db.models import Value

from pentameter.victims.models import Case
from pentameter.victims.queries.prepared import put
from victims.ground import many

pytestmark = pytest.mark.django_db


def test_a_stand_in_is_what_is_meant_each_time(django_assert_num_queries) -> None:
    first, second = many(2)
    question = put(Case.objects.filter(reference="(hers)").annotate(one=Value("one")).values_list("one", "reference"))
    for done in (first, second, first):
        with django_assert_num_queries(1):
            assert question.ask({"(hers)": done.reference}) == [("one", done.reference)]
    assert question.ask({}) == []


def test_an_ending_takes_further_values() -> None:
    references = sorted(one.reference for one in many(3))
    question = put(Case.objects.order_by("reference").values_list("reference"), ending=" LIMIT %s OFFSET %s")
    assert question.ask({}, 2, 1) == [(one,) for one in references[1:]]
