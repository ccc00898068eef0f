"""A thing as a reader may know it: nothing of what they may not read is shown, counted or guessed."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import cast
from entities.ground import DIFFERENT, Ground, agency, judged, undone
from pentameter.entities.queries.things import thing_of
from pentameter.kernel.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground() -> Ground:
    return Ground()


def test_a_thing_with_its_mentions_its_ledger_and_whom_to_call(ground: Ground) -> None:
    cast.in_database(cast.national_analyst())
    mine, theirs = ground.mention("durham"), ground.mention("cleveland")
    judgement = judged(mine, theirs, reason="The same scar.")
    view = thing_of(mine, cast.durham_constable())
    assert view is not None
    assert (view.id, view.total, view.agencies) == (min(mine, theirs), 2, ("cleveland", "durham"))
    assert {one.mention.values["name"] for one in view.mentions} == {"Mira Testova"}
    (line,) = view.ledger
    assert (line.id, line.by, line.reason, line.holds) == (judgement, "Esther Lindqvist", "The same scar.", True)
    assert [(call.agency, call.whom) for call in view.calls] == [("cleveland", "Cleveland")]


def test_an_undone_judgement_stays_in_the_ledger_of_both(ground: Ground) -> None:
    cast.in_database(cast.national_analyst())
    one, other = ground.mention("durham"), ground.mention("cleveland")
    undone(judged(one, other), reason="Born in another year.")
    for mention, beyond in ((one, other), (other, one)):
        view = thing_of(mention, cast.national_analyst())
        assert view is not None
        assert view.total == 1
        assert set(view.others) == {beyond}
        (line,) = view.ledger
        assert line.undone is not None
        assert (line.undone.by, line.undone.reason) == ("Esther Lindqvist", "Born in another year.")
        assert not line.holds


def test_a_mention_that_one_may_not_read_is_nothing(ground: Ground) -> None:
    hidden = ground.mention("garda", scheme="5x5x5", handling="4")
    assert thing_of(hidden, cast.durham_constable()) is None
    assert thing_of(new_id(), cast.durham_constable()) is None


def test_a_mention_that_is_placed_nowhere_stands_alone(ground: Ground) -> None:
    mention = ground.mention()
    view = thing_of(mention, cast.durham_constable())
    assert view is not None
    assert (view.id, view.total, view.ledger, view.calls) == (mention, 1, (), ())


def _hidden_between(ground: Ground) -> tuple[list[UUID], list[UUID]]:
    """Two of Durham's own are one only by Cleveland's, which stays at home."""
    mine = [ground.mention("durham"), ground.mention("durham")]
    theirs = ground.mention("cleveland", scheme="5x5x5", handling="4")
    for one in mine:
        judged(one, theirs, by=cast.cleveland_sergeant())
    return mine, [theirs]


def test_what_only_a_hidden_report_joins_is_not_joined_for_the_reader(ground: Ground) -> None:
    mine, (theirs,) = _hidden_between(ground)
    for one in mine:
        view = thing_of(one, cast.durham_constable())
        assert view is not None
        assert (view.id, view.total, view.agencies, view.ledger) == (one, 1, ("durham",), ())
        assert [(call.agency, call.who) for call in view.calls] == [("", "Another agency")]
    whole = thing_of(theirs, cast.cleveland_sergeant())
    assert whole is not None
    assert whole.total == 3


def test_who_holds_it_only_for_a_hidden_reason_is_told_of_nobody(ground: Ground) -> None:
    """Kent's is Durham's only by Cleveland's: beside Kent's, which they may read, Durham is told nothing."""
    agency("kent")
    mine, kents = ground.mention("durham"), ground.mention("kent")
    theirs = ground.mention("cleveland", scheme="5x5x5", handling="4")
    for one in (mine, kents):
        judged(one, theirs, by=cast.cleveland_sergeant())
    view = thing_of(kents, cast.durham_constable())
    assert view is not None
    assert (view.total, view.calls) == (1, ())


def test_a_contradiction_is_shown_to_those_who_know_both_sides(ground: Ground) -> None:
    a, b, c = (ground.mention("durham"), ground.mention("cleveland"), ground.mention("durham"))
    judged(a, b)
    same = judged(b, c)
    different = judged(a, c, DIFFERENT)
    view = thing_of(a, cast.national_analyst())
    assert view is not None
    assert [(one.same, one.different) for one in view.contradictions] == [(same, different)]


def test_however_much_there_is_the_queries_are_as_many(ground: Ground) -> None:
    def queries(count: int) -> int:
        first, *rest = ground.mentions(count)
        beyond = ground.mention()
        for one in rest:
            judged(first, one)
        judged(first, beyond, DIFFERENT)
        with CaptureQueriesContext(connection) as caught:
            thing_of(first, cast.national_analyst())
        return len(caught)

    assert queries(2) == queries(9)
