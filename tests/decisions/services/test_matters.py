"""Opening, taking up, writing, withdrawing, and asking again."""

from datetime import timedelta
from uuid import uuid4

import pytest

from cast import caseworker, decision_maker, durham_constable, duty_desk, outsider, removals_officer
from decisions import persons
from pentameter.access.api import Operation
from pentameter.audit.models import Entry
from pentameter.decisions.models import Matter
from pentameter.decisions.queries.matters import card_of
from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.states import Kind, Result, State
from pentameter.decisions.services.loading import MatterChangedMeanwhile, NotYet, opened_matter
from pentameter.decisions.services.matters import (
    ask_reconsideration,
    open_by_reference,
    open_matter,
    save_draft,
    take_up,
    withdraw_matter,
)
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case, CaseEvent
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


def test_a_matter_is_opened_and_leaves_its_row() -> None:
    case_id = persons.protected()
    made = open_matter(case_id=case_id, kind=Kind.REASONABLE_GROUNDS, opened_on=None, by=decision_maker())
    row = Matter.objects.get(pk=made)
    assert (row.state, row.opened_on, row.reference[:2]) == ("open", persons.today(), "D-")
    assert row.due_on is not None
    entry = Entry.objects.get(event="matter_opened")
    assert (entry.subject_type, entry.subject_id) == ("case", str(case_id))


def test_of_each_kind_one_is_open() -> None:
    case_id = persons.protected()
    made = persons.taken_up(case_id, Kind.ASYLUM)
    with pytest.raises(Refused, match="asylum is open in this case already") as refusal:
        open_matter(case_id=case_id, kind=Kind.ASYLUM, opened_on=None, by=decision_maker())
    assert refusal.value.conflict
    withdraw_matter(matter_id=made, because="She left the claim.", version=2, by=decision_maker())
    assert open_matter(case_id=case_id, kind=Kind.ASYLUM, opened_on=None, by=decision_maker())


def test_it_is_opened_by_the_reference_of_the_hold() -> None:
    case_id = persons.protected()
    said = Case.objects.get(pk=case_id).reference.lower().replace("-", " ")
    made = open_by_reference(reference=said, kind=Kind.ASYLUM, opened_on=None, by=decision_maker())
    assert Matter.objects.get(pk=made).case_id == case_id
    with pytest.raises(NotYet, match="No case has this reference"):
        open_by_reference(reference="H-0000-0000", kind=Kind.ASYLUM, opened_on=None, by=decision_maker())
    with pytest.raises(Refused):
        open_by_reference(reference=said, kind=Kind.REMOVAL, opened_on=None, by=caseworker())


def test_impossible_days_have_their_sentence() -> None:
    case_id = persons.protected()
    tomorrow = persons.today() + timedelta(days=1)
    with pytest.raises(NotYet, match="has not come yet"):
        open_matter(case_id=case_id, kind=Kind.ASYLUM, opened_on=tomorrow, by=decision_maker())


def test_a_reconsideration_is_not_opened_by_those_who_decided() -> None:
    with pytest.raises(Refused, match="asked for on the decision"):
        open_matter(case_id=persons.protected(), kind=Kind.RECONSIDERATION, opened_on=None, by=decision_maker())


def test_an_open_request_for_leave_protects() -> None:
    case_id = persons.protected()
    open_matter(case_id=case_id, kind=Kind.LEAVE, opened_on=None, by=decision_maker())
    assert CaseEvent.objects.filter(case_id=case_id, kind="leave_asked", origin="decisions").count() == 1


@pytest.mark.parametrize("person", [caseworker, durham_constable, duty_desk, removals_officer, outsider])
def test_others_open_nothing(person) -> None:
    case_id = persons.protected()
    with pytest.raises(Refused):
        open_matter(case_id=case_id, kind=Kind.REMOVAL, opened_on=None, by=person())
    assert not Matter.objects.exists()


def test_a_closed_case_takes_nothing() -> None:
    case_id = persons.protected()
    made = persons.taken_up(case_id)
    Case.objects.filter(pk=case_id).update(state="closed")
    for act in (
        lambda: open_matter(case_id=case_id, kind=Kind.ASYLUM, opened_on=None, by=decision_maker()),
        lambda: save_draft(matter_id=made, draft=persons.draft(), version=2, by=decision_maker()),
        lambda: withdraw_matter(matter_id=made, because="It ended.", version=2, by=decision_maker()),
    ):
        with pytest.raises(Refused, match="This case is closed"):
            act()


def test_what_is_written_is_kept_sealed() -> None:
    made = persons.taken_up(persons.protected(), Kind.ASYLUM)
    save_draft(matter_id=made, draft=persons.draft(Result.REFUSED), version=2, by=decision_maker())
    row = Matter.objects.get(pk=made)
    assert persons.REASONS.encode() not in bytes(row.words)
    here = opened_matter(made, Operation.VIEW_MATTERS, decision_maker())
    assert card_of(here.row, here.case).draft == persons.draft(Result.REFUSED)


def test_who_comes_second_is_shown_what_the_first_one_saved() -> None:
    made = persons.taken_up(persons.protected(), Kind.ASYLUM)
    save_draft(matter_id=made, draft=Draft(facts="Hers."), version=2, by=decision_maker())
    with pytest.raises(MatterChangedMeanwhile) as meanwhile:
        save_draft(matter_id=made, draft=Draft(facts="His."), version=2, by=persons.colleague())
    assert meanwhile.value.current.draft.facts == "Hers."
    assert meanwhile.value.current.version == 3


def test_another_may_take_it_over() -> None:
    made = persons.taken_up(persons.protected(), Kind.ASYLUM)
    take_up(matter_id=made, because="", version=2, by=persons.colleague())
    assert Matter.objects.get(pk=made).taken_by == persons.colleague().id


def test_a_withdrawal_says_why_and_leave_is_not_withdrawn() -> None:
    case_id = persons.protected()
    made = persons.taken_up(case_id, Kind.ASYLUM)
    with pytest.raises(Refused, match="Say why"):
        withdraw_matter(matter_id=made, because=" ", version=2, by=decision_maker())
    leave = persons.taken_up(case_id, Kind.LEAVE)
    with pytest.raises(Refused, match="protects her"):
        withdraw_matter(matter_id=leave, because="She asked.", version=2, by=decision_maker())


def test_her_caseworker_asks_again_and_while_it_is_open_she_is_protected() -> None:
    case_id = persons.run_out()
    refused = persons.refused_grounds(case_id)
    made = ask_reconsideration(matter_id=refused, because="The letter was not read.", late_because="", by=caseworker())
    row = Matter.objects.get(pk=made)
    assert (row.kind, row.about_id, row.late, row.state) == ("reconsideration", refused, False, "open")
    asked = CaseEvent.objects.get(case_id=case_id, kind="reconsideration_asked")
    assert asked.about == "conclusive_grounds"
    take_up(matter_id=made, because="", version=1, by=persons.newcomer())
    assert CaseEvent.objects.filter(case_id=case_id, kind="reconsideration_granted").count() == 1
    take_up(matter_id=made, because="", version=2, by=persons.colleague())
    assert CaseEvent.objects.filter(case_id=case_id, kind="reconsideration_granted").count() == 1
    persons.decides(made, persons.draft(Result.POSITIVE), by=persons.colleague())
    ended = CaseEvent.objects.get(case_id=case_id, kind="reconsideration_ended")
    assert (ended.outcome, ended.about) == ("positive", "conclusive_grounds")


def test_who_made_the_decision_does_not_reconsider_it() -> None:
    refused = persons.refused_grounds(persons.run_out())
    made = ask_reconsideration(matter_id=refused, because="Look again.", late_because="", by=caseworker())
    with pytest.raises(NotYet, match="Another decision-maker reconsiders it"):
        take_up(matter_id=made, because="", version=1, by=decision_maker())
    take_up(matter_id=made, because="", version=1, by=persons.colleague())
    Matter.objects.filter(pk=made).update(taken_by=decision_maker().id)  # as before this was a rule
    with pytest.raises(NotYet, match="Another decision-maker reconsiders it"):
        save_draft(matter_id=made, draft=Draft(facts="Mine."), version=2, by=decision_maker())
    with pytest.raises(NotYet, match="Another decision-maker reconsiders it"):
        persons.decides(made, persons.draft(Result.NEGATIVE))
    assert Matter.objects.get(pk=made).state == State.CONSIDERING.value


def test_a_late_request_says_why_and_is_taken_up_with_a_reason() -> None:
    case_id = persons.run_out()
    refused = persons.refused_grounds(case_id)
    long_ago = persons.today() - timedelta(days=40)
    Matter.objects.filter(pk=refused).update(decided_on=long_ago, served_on=long_ago)
    with pytest.raises(NotYet, match="The last day to ask was"):
        ask_reconsideration(matter_id=refused, because="Look again.", late_because="", by=caseworker())
    made = ask_reconsideration(
        matter_id=refused, because="Look again.", late_because="She was in hospital.", by=caseworker()
    )
    assert Matter.objects.get(pk=made).late
    with pytest.raises(NotYet, match="came late"):
        take_up(matter_id=made, because="", version=1, by=persons.colleague())
    take_up(matter_id=made, because="The hospital confirms it.", version=1, by=persons.colleague())
    assert Matter.objects.get(pk=made).state == State.CONSIDERING.value


def test_what_is_not_decided_or_not_negative_is_not_asked_again() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id, Kind.CONCLUSIVE_GROUNDS)
    with pytest.raises(Refused, match="not decided yet"):
        ask_reconsideration(matter_id=made, because="Again.", late_because="", by=caseworker())
    persons.decides(made, persons.draft(Result.POSITIVE))
    with pytest.raises(NotYet, match="Only a negative decision"):
        ask_reconsideration(matter_id=made, because="Again.", late_because="", by=caseworker())


def test_a_matter_that_never_was_is_hidden() -> None:
    with pytest.raises(Refused) as refusal:
        save_draft(matter_id=uuid4(), draft=Draft(), version=1, by=decision_maker())
    assert refusal.value.hidden


def test_no_row_no_act() -> None:
    case_id = persons.run_out()
    refused = persons.refused_grounds(case_id)
    made = persons.taken_up(case_id, Kind.ASYLUM)
    who = decision_maker()
    no_row_no_act(lambda: open_matter(case_id=case_id, kind=Kind.REMOVAL, opened_on=None, by=who))
    no_row_no_act(lambda: take_up(matter_id=made, because="", version=2, by=persons.colleague()))
    no_row_no_act(lambda: save_draft(matter_id=made, draft=persons.draft(), version=2, by=who))
    no_row_no_act(lambda: withdraw_matter(matter_id=made, because="It ended.", version=2, by=who))
    no_row_no_act(lambda: ask_reconsideration(matter_id=refused, because="Again.", late_because="", by=caseworker()))
