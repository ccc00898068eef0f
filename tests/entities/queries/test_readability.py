"""Asked of each row by itself, the answer is the same as from the list of all that somebody may read."""

import pytest

import cast
from entities.scene import scene
from pentameter.entities.models import Placing, Proposal
from pentameter.entities.queries.readability import may_read, may_read_both
from pentameter.intelligence.api import readable_ids

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("person", cast.EVERYONE, ids=lambda one: one.__name__)
def test_it_says_the_same_as_the_list(person) -> None:
    scene()
    by = person()
    mine = readable_ids(by)
    asked = set(Placing.objects.filter(may_read(by, "report_id")).values_list("pk", flat=True))
    assert asked == set(Placing.objects.filter(report__in=mine).values_list("pk", flat=True))
    both = Proposal.objects.filter(*may_read_both(by)).count()
    assert both == Proposal.objects.filter(left__report__in=mine, right__report__in=mine).count()
