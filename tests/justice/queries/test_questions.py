"""Questions of policy as they are read: in order, and with as many queries however many there are."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cast import national_analyst
from pentameter.justice.models import PolicyQuestion
from pentameter.justice.queries.questions import question, questions
from pentameter.justice.rules.questions import Owner, State
from pentameter.justice.services.questions import NewEntry, add_entry, add_question
from pentameter.kernel.actor import Jurisdiction
from pentameter.kernel.ids import new_id

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)


def entry(state: State, on: str) -> NewEntry:
    return NewEntry(state, date.fromisoformat(on), "It happened.", "a newspaper")


def kept(text: str, *entries: NewEntry, law: str = "") -> object:
    by, place = national_analyst(), Jurisdiction.IRELAND
    made = add_question(text=text, jurisdiction=place, law=law, first=entries[0], by=by, today=TODAY)
    for seen, one in enumerate(entries[1:], start=1):
        add_entry(question_id=made, entry=one, seen=seen, by=by, today=TODAY)
    return made


def test_entries_stand_by_their_day_whenever_they_were_entered() -> None:
    kept("Why?", entry(State.DECIDED, "2010-04-01"), entry(State.RAISED, "2007-10-03"))
    (found,) = questions()
    assert [one.state for one in found.entries] == [State.RAISED, State.DECIDED]
    assert (found.state, found.owner, found.seen) == (State.DECIDED, Owner.NOBODY, 2)


def test_a_law_that_the_table_has_lost_leaves_the_question_as_it_is() -> None:
    kept("Why?", entry(State.RAISED, "2007-10-03"), law="IE-08-4")
    assert questions()[0].law is not None
    PolicyQuestion.objects.update(law="GONE-1")
    assert questions()[0].law is None


def test_one_that_is_not_there() -> None:
    assert question(new_id()) is None


@pytest.mark.parametrize("many", [1, 5])
def test_they_take_three_queries_however_many_there_are(many: int) -> None:
    for number in range(many):
        kept(f"Why {number}?", entry(State.RAISED, "2007-10-03"), entry(State.DECIDED, "2010-04-01"))
    with CaptureQueriesContext(connection) as asked:
        assert len(questions()) == many
    assert len(asked) == 3
