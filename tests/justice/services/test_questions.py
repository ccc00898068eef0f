"""Keeping the questions of policy: who may, what is refused, and that nothing is edited or lost."""

from datetime import date
from uuid import UUID

import pytest

from cast import durham_sergeant, national_analyst, prosecutor, removals_officer
from no_row_no_act import no_row_no_act
from pentameter.audit.models import Entry
from pentameter.justice.models import PolicyQuestion, QuestionEntry, QuestionStriking
from pentameter.justice.rules.questions import State
from pentameter.justice.services import questions as services
from pentameter.kernel.actor import Actor, Jurisdiction
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)
TEXT = "Should paying for sexual services of a person subjected to force be an offence?"


def new(state: State = State.RAISED, on: str = "2007-10-03") -> services.NewEntry:
    return services.NewEntry(state, date.fromisoformat(on), "It was asked.", "a newspaper of that day", True)


def kept(text: str = TEXT, by: Actor | None = None) -> UUID:
    place = Jurisdiction.ENGLAND_WALES
    by = by or national_analyst()
    return services.add_question(text=text, jurisdiction=place, law="PCA09-14", first=new(), by=by, today=TODAY)


def added(question: UUID, entry: services.NewEntry, *, seen: int, by: Actor | None = None) -> UUID:
    by = by or national_analyst()
    return services.add_entry(question_id=question, entry=entry, seen=seen, by=by, today=TODAY)


def strike(question: UUID, entry: UUID, by: Actor | None = None) -> None:
    by = by or national_analyst()
    services.strike_entry(question_id=question, entry_id=entry, reason="The day was wrong.", by=by)


def test_a_question_is_kept_with_its_first_entry_and_read_by_all_of_the_operation() -> None:
    question = kept()
    page = services.show_question(question_id=question, by=prosecutor())
    (found,) = page.questions
    assert (found.text, found.state, found.seen) == (TEXT, State.RAISED, 1)
    assert found.law is not None
    assert found.law.code == "PCA09-14"
    assert found.last is not None
    assert (found.last.source, found.last.to_confirm) == ("a newspaper of that day", True)
    assert not page.may_keep
    assert services.show_questions(by=national_analyst()).may_keep
    events = list(Entry.objects.order_by("seq").values_list("event", flat=True))
    assert events == ["question_added", "question_entry_added", "questions_shown", "questions_shown"]


def test_the_latest_question_stands_first_and_one_without_an_entry_last() -> None:
    first, second = kept(), kept("Should it be an offence to sell tickets?")
    added(first, new(State.DECIDED, "2010-04-01"), seen=1)
    assert [one.id for one in services.policy_questions(by=national_analyst())] == [first, second]
    strike(second, services.show_question(question_id=second, by=national_analyst()).questions[0].entries[0].id)
    assert [one.state for one in services.policy_questions(by=national_analyst())] == [State.DECIDED, None]


@pytest.mark.parametrize("who", [prosecutor, durham_sergeant])
def test_only_the_national_centre_keeps_them(who) -> None:
    question = kept()
    entry = QuestionEntry.objects.get().id
    for act in (
        lambda: kept("Another?", by=who()),
        lambda: added(question, new(State.DECIDED), seen=1, by=who()),
        lambda: strike(question, entry, by=who()),
    ):
        with pytest.raises(Refused, match="may not do this"):
            act()
    assert (PolicyQuestion.objects.count(), QuestionEntry.objects.count()) == (1, 1)


def test_those_who_are_not_of_the_operation_do_not_read_them() -> None:
    question = kept()
    with pytest.raises(Refused):
        services.show_question(question_id=question, by=removals_officer())
    with pytest.raises(Refused):
        services.show_questions(by=removals_officer())


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (new(State.RAISED, "2008-01-01"), "It stands like this already"),
        (new(State.DECIDED, "2026-12-01"), "1 December 2026 lies ahead"),
    ],
)
def test_what_cannot_follow_is_refused_and_nothing_is_kept(entry: services.NewEntry, reason: str) -> None:
    question = kept()
    with pytest.raises(Refused, match=reason):
        added(question, entry, seen=1)
    assert QuestionEntry.objects.count() == 1


def test_a_question_is_kept_once_in_a_place_and_put_as_a_question() -> None:
    kept()
    with pytest.raises(Refused, match="kept already for England and Wales"):
        kept()
    with pytest.raises(Refused, match="Put it as a question"):
        kept("Paying should be an offence.")
    assert PolicyQuestion.objects.count() == 1


def test_who_had_not_seen_what_came_meanwhile_is_told() -> None:
    question = kept()
    entry = added(question, new(State.NOT_UNDER_REVIEW, "2007-10-04"), seen=1)
    with pytest.raises(services.ChangedMeanwhile) as refusal:
        added(question, new(State.DECIDED, "2010-04-01"), seen=1)
    assert refusal.value.conflict
    strike(question, entry)
    with pytest.raises(services.ChangedMeanwhile):
        added(question, new(State.DECIDED, "2010-04-01"), seen=2)
    added(question, new(State.DECIDED, "2010-04-01"), seen=3)


def test_a_struck_entry_counts_no_more_and_stays_readable() -> None:
    question = kept()
    gone = added(question, new(State.DECIDED, "2010-04-01"), seen=1)
    before = QuestionEntry.objects.filter(pk=gone).values().get()
    strike(question, gone)
    (found,) = services.show_question(question_id=question, by=prosecutor()).questions
    assert found.state is State.RAISED
    assert found.entries[-1].struck is not None
    assert found.entries[-1].struck.reason == "The day was wrong."
    assert QuestionEntry.objects.filter(pk=gone).values().get() == before
    with pytest.raises(Refused, match="struck already"):
        strike(question, gone)


def test_an_entry_on_which_others_rest_is_struck_after_them() -> None:
    question = kept()
    added(question, new(State.DECIDED, "2010-04-01"), seen=1)
    again = added(question, new(State.RAISED, "2012-01-01"), seen=2)
    added(question, new(State.UNDER_REVIEW, "2012-06-01"), seen=3)
    with pytest.raises(Refused, match="Strike the later one first"):
        strike(question, again)
    assert not QuestionStriking.objects.exists()


def test_what_is_not_there_never_was() -> None:
    question, other = kept(), kept("Another?")
    entry = QuestionEntry.objects.get(question_id=other).id
    for act in (
        lambda: services.show_question(question_id=new_id(), by=national_analyst()),
        lambda: added(new_id(), new(), seen=0),
        lambda: strike(question, entry),
    ):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.hidden


@pytest.mark.django_db(transaction=True)
def test_no_row_no_act() -> None:
    question = kept()
    entry = QuestionEntry.objects.get().id
    no_row_no_act(lambda: kept("Another?"))
    no_row_no_act(lambda: added(question, new(State.DECIDED), seen=1))
    no_row_no_act(lambda: strike(question, entry))
    no_row_no_act(lambda: services.show_questions(by=national_analyst()))
