"""What new judgements change: whole islands joined at once, or nothing, or islands worked out anew."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entities.ground import DIFFERENT, SAME, UNSURE, Ground, judged, things
from pentameter.entities.models import Placing
from pentameter.entities.queries.islands import islands_of, judgements_on
from pentameter.entities.services.joining import settle_new
from pentameter.entities.services.placing import NOBODY

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("finding", [DIFFERENT, UNSURE])
def test_between_islands_only_sameness_changes_anything(finding) -> None:
    a, b = Ground().mentions(2)
    judged(a, b, finding)
    with CaptureQueriesContext(connection) as caught:
        settled = settle_new(judgements_on([(a, b)]), islands_of([a, b]))
    assert (settled.moved, settled.told) == (0, NOBODY)
    assert len(caught) == 2


def test_a_batch_joins_several_islands_at_once() -> None:
    mentions = Ground().mentions(6)
    for at in (0, 2, 4):
        judged(mentions[at], mentions[at + 1])
    before = set(Placing.objects.values_list("island", flat=True))
    judged(mentions[1], mentions[2])
    judged(mentions[3], mentions[4])
    assert len(before) == 3
    assert things() == {frozenset(mentions)}


def test_what_stands_apart_is_not_joined_by_the_quick_way() -> None:
    a, b, c = Ground().mentions(3)
    judged(a, c, DIFFERENT)
    judged(a, b)
    judged(b, c)
    assert things() == {frozenset({a, b})}
    assert islands_of([c]) == {c: a}
    assert judgements_on([(b, c)])[0].finding is SAME
