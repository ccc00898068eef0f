"""Who holds a thing is the same, counted here or asked of the database; and who is due to be told of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from entities.ground import Ground, judged
from pentameter.entities.models import Placing
from pentameter.entities.queries.holdings import due, holdings, holdings_of, live_of
from pentameter.entities.queries.islands import places_in

pytestmark = pytest.mark.django_db


def test_counted_or_asked_it_is_the_same() -> None:
    ground = Ground()
    mentions = sorted(ground.mention(agency) for agency in ("durham", "kent", "durham", "garda"))
    for one in mentions[1:]:
        judged(mentions[0], one)
    thing = mentions[0]
    places = places_in([thing])
    counted = holdings(places, {one.mention: one.thing for one in places}, [thing])
    assert set(counted) == set(holdings_of([thing]))
    smallest = {one.agency: one.about for one in counted}
    for agency, about in smallest.items():
        assert about == min(Placing.objects.filter(agency=agency).values_list("pk", flat=True))


def test_who_is_due_is_who_was_told() -> None:
    ground = Ground()
    one, other = ground.mention("durham"), ground.mention("northern-support")
    judged(one, other)
    thing = min(one, other)
    assert due(holdings_of([thing])).keys() == live_of([thing]).keys() == {(one, None), (other, "durham")}


def test_what_one_agency_holds_alone_asks_nothing() -> None:
    ground = Ground()
    one, other = ground.mentions(2)
    judged(one, other)
    held = holdings_of([one])
    with CaptureQueriesContext(connection) as caught:
        assert due(held) == {}
    assert len(caught) == 0
