"""Closing a decision as it runs: no asylum or removal decision without what she went through."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from cast import caseworker, decision_maker, without_second_factor
from decisions import persons
from pentameter.audit.models import Entry
from pentameter.decisions.models import Letter, Matter
from pentameter.decisions.rules.states import Kind, Result
from pentameter.decisions.services.accounts import explain_absence, explain_absence_for
from pentameter.decisions.services.gate import decide_matter, serve_matter
from pentameter.decisions.services.loading import MatterChangedMeanwhile, NotYet
from pentameter.decisions.services.matters import ask_reconsideration, open_matter, save_draft, take_up
from pentameter.kernel.verdict import Refused
from pentameter.victims.api import EventKind
from pentameter.victims.models import Case, CaseEvent
from tests.no_row_no_act import no_row_no_act

pytestmark = pytest.mark.django_db


def test_a_removal_closes_once_she_was_heard_and_never_before() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id)
    with pytest.raises(NotYet, match="Her account was not disclosed"):
        persons.decides(made, persons.draft())
    persons.disclosed(case_id)
    with pytest.raises(NotYet, match="have not opened her account"):
        persons.decides(made, persons.draft())
    assert persons.opened_account(made) == persons.ACCOUNT
    with pytest.raises(NotYet, match="the weight of her account in words"):
        persons.decides(made, persons.draft(weight=""))
    with pytest.raises(NotYet, match="Give the reasons"):
        persons.decides(made, persons.draft(reasons=""))
    persons.decides(made, persons.draft())
    row = Matter.objects.get(pk=made)
    assert (row.state, row.result, row.decided_by) == ("decided", "may_be_removed", decision_maker().id)
    assert "to confirm" in row.standard
    events = list(Entry.objects.filter(subject_id=str(case_id)).order_by("seq").values_list("event", flat=True))
    assert events[-2:] == ["account_weighed", "decision_made"]


def test_the_absence_explained_stands_in_its_place_and_is_kept_with_the_decision() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id)
    explain_absence_for(matter_id=made, words=persons.ABSENCE, by=decision_maker())
    persons.decides(made, persons.draft(weight="Whatever was typed before."))
    from pentameter.access.api import Operation
    from pentameter.decisions.services.loading import opened_matter

    said = opened_matter(made, Operation.VIEW_MATTERS, decision_maker()).card.draft
    assert (said.weight, said.absence) == ("", persons.ABSENCE)


def test_only_the_one_who_opened_it_decides() -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    persons.opened_account(made)
    with pytest.raises(Refused, match="Another decision-maker took this up"):
        persons.decides(made, persons.draft(), by=persons.colleague())
    take_up(matter_id=made, because="", version=persons.version(made), by=persons.colleague())
    with pytest.raises(NotYet, match="have not opened her account"):
        persons.decides(made, persons.draft(), by=persons.colleague())


def test_an_account_opened_for_another_decision_was_not_opened_for_this_one() -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    asylum = persons.taken_up(case_id, Kind.ASYLUM)
    persons.opened_account(asylum)
    persons.decides(asylum, persons.draft(Result.REFUSED))
    persons.serves(asylum)
    removal = persons.taken_up(case_id)
    other_words = f"On removal it counts for more: {persons.WEIGHT}"
    with pytest.raises(NotYet, match="have not opened her account"):
        persons.decides(removal, persons.draft(weight=other_words))


def test_the_same_words_do_not_serve_twice() -> None:
    first = persons.run_out()
    persons.disclosed(first)
    one = persons.taken_up(first)
    persons.opened_account(one)
    persons.decides(one, persons.draft())
    second = persons.run_out()
    persons.disclosed(second)
    other = persons.taken_up(second)
    persons.opened_account(other)
    with pytest.raises(NotYet, match="the same words in an earlier decision"):
        persons.decides(other, persons.draft(weight=f"  {persons.WEIGHT.upper()} 17"))
    persons.decides(other, persons.draft(weight="Otherwise than before: " + persons.WEIGHT))


def test_a_consent_withdrawn_between_opening_and_saving_shuts_it() -> None:
    case_id = persons.run_out()
    consent = persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    persons.opened_account(made)
    persons.takes_back(case_id, consent)
    with pytest.raises(NotYet, match="withdrew her consent"):
        persons.decides(made, persons.draft())
    explain_absence_for(matter_id=made, words=persons.ABSENCE, by=decision_maker())
    persons.decides(made, persons.draft())


def test_an_older_explanation_does_not_outlive_an_account() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id)
    explain_absence(case_id=case_id, words=persons.ABSENCE, by=caseworker())
    consent = persons.disclosed(case_id)
    persons.takes_back(case_id, consent)
    with pytest.raises(NotYet, match="withdrew her consent"):
        persons.decides(made, persons.draft())


def test_a_hold_refuses_a_removal_and_the_refusal_of_asylum_but_not_its_grant() -> None:
    case_id = persons.protected()
    persons.disclosed(case_id)
    removal, asylum = persons.taken_up(case_id), persons.taken_up(case_id, Kind.ASYLUM)
    persons.opened_account(removal)
    persons.opened_account(asylum)
    for result in (Result.REMOVED, Result.NOT_REMOVED):
        with pytest.raises(NotYet, match="She is protected, or it is not known"):
            persons.decides(removal, persons.draft(result))
    with pytest.raises(NotYet, match="She is protected, or it is not known"):
        persons.decides(asylum, persons.draft(Result.REFUSED))
    persons.decides(asylum, persons.draft(Result.GRANTED))


def test_an_event_that_nobody_understands_refuses() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id)
    explain_absence_for(matter_id=made, words=persons.ABSENCE, by=decision_maker())
    CaseEvent.objects.filter(case_id=case_id, kind="conclusive_grounds").update(kind="something_new")
    with pytest.raises(NotYet, match="not known"):
        persons.decides(made, persons.draft())


def test_an_appeal_refuses() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id)
    explain_absence_for(matter_id=made, words=persons.ABSENCE, by=decision_maker())
    persons.tell(case_id, EventKind.APPEAL_ASKED, persons.today())
    with pytest.raises(NotYet, match="appeal"):
        persons.decides(made, persons.draft())


def test_what_else_is_open_refuses_until_it_is_over() -> None:
    case_id = persons.run_out()
    removal = persons.taken_up(case_id)
    explain_absence_for(matter_id=removal, words=persons.ABSENCE, by=decision_maker())
    asylum = persons.taken_up(case_id, Kind.ASYLUM)
    with pytest.raises(NotYet, match="A decision on asylum is open"):
        persons.decides(removal, persons.draft())
    persons.decides(asylum, persons.draft(Result.REFUSED))
    with pytest.raises(NotYet, match="asylum was not served yet"):
        persons.decides(removal, persons.draft())
    persons.serves(asylum)
    persons.decides(removal, persons.draft())


def test_open_grounds_and_an_open_reconsideration_refuse() -> None:
    case_id = persons.run_out()
    removal = persons.taken_up(case_id)
    explain_absence_for(matter_id=removal, words=persons.ABSENCE, by=decision_maker())
    grounds = persons.taken_up(case_id, Kind.CONCLUSIVE_GROUNDS)
    with pytest.raises(NotYet, match="conclusive grounds is open"):
        persons.decides(removal, persons.draft())
    persons.decides(grounds, persons.draft(Result.NEGATIVE))
    persons.serves(grounds)
    with pytest.raises(NotYet, match="may be asked to be reconsidered until"):
        persons.decides(removal, persons.draft())
    ask_reconsideration(matter_id=grounds, because="Look again.", late_because="", by=caseworker())
    with pytest.raises(NotYet, match="reconsideration"):
        persons.decides(removal, persons.draft())


def test_asylum_that_was_granted_refuses_a_removal() -> None:
    case_id = persons.run_out()
    asylum, removal = persons.taken_up(case_id, Kind.ASYLUM), persons.taken_up(case_id)
    explain_absence_for(matter_id=removal, words=persons.ABSENCE, by=decision_maker())
    persons.decides(asylum, persons.draft(Result.GRANTED))
    persons.serves(asylum)
    with pytest.raises(NotYet, match="Asylum was granted"):
        persons.decides(removal, persons.draft())


def test_negative_grounds_tell_the_clocks_and_open_thirty_days() -> None:
    case_id = persons.run_out()
    made = persons.refused_grounds(case_id, served=False)
    told = CaseEvent.objects.get(case_id=case_id, kind="conclusive_grounds", origin="decisions")
    assert (told.outcome, told.on) == ("negative", persons.today())
    assert persons.serves(made) == persons.today() + timedelta(days=30)
    row = Matter.objects.get(pk=made)
    assert (row.state, row.window_until) == ("served", persons.today() + timedelta(days=30))
    assert Letter.objects.filter(matter=row).exists()


def test_leave_and_disqualification_tell_the_clocks() -> None:
    case_id = persons.run_out()
    leave = persons.taken_up(case_id, Kind.LEAVE)
    year = persons.today() + timedelta(days=365)
    with pytest.raises(NotYet, match="last day of the leave"):
        persons.decides(leave, persons.draft(Result.GRANTED))
    persons.decides(leave, persons.draft(Result.GRANTED, until=year))
    assert CaseEvent.objects.get(case_id=case_id, kind="leave_granted").until == year
    out = persons.taken_up(case_id, Kind.DISQUALIFICATION)
    whole = persons.draft(Result.DISQUALIFIED, ground="public_order", evidence="A judgment.", review_on=year)
    persons.decides(out, whole)
    assert CaseEvent.objects.get(case_id=case_id, kind="disqualified").review_on == year


def test_asylum_and_removal_tell_the_clocks_nothing() -> None:
    case_id = persons.run_out()
    before = CaseEvent.objects.count()
    asylum = persons.taken_up(case_id, Kind.ASYLUM)
    explain_absence_for(matter_id=asylum, words=persons.ABSENCE, by=decision_maker())
    persons.decides(asylum, persons.draft(Result.REFUSED))
    assert CaseEvent.objects.count() == before


@pytest.mark.parametrize(
    ("days", "because"), [(1, "has not come yet"), (-1, "before this matter was opened"), (-20000, "before")]
)
def test_impossible_days_are_refused_with_their_sentence(days: int, because: str) -> None:
    made = persons.taken_up(persons.run_out(), Kind.CONCLUSIVE_GROUNDS)
    with pytest.raises(NotYet, match=because):
        persons.decides(made, persons.draft(Result.NEGATIVE, decided_on=persons.today() + timedelta(days=days)))


def test_nothing_is_served_before_it_is_decided_or_twice() -> None:
    made = persons.taken_up(persons.run_out(), Kind.CONCLUSIVE_GROUNDS)
    with pytest.raises(Refused, match="before it is decided"):
        persons.serves(made)
    persons.decides(made, persons.draft(Result.NEGATIVE))
    with pytest.raises(NotYet, match="lies before the decision"):
        persons.serves(made, persons.today() - timedelta(days=1))
    with pytest.raises(NotYet, match="has not come yet"):
        persons.serves(made, persons.today() + timedelta(days=1))
    persons.serves(made)
    with pytest.raises(Refused, match="served already"):
        persons.serves(made)


def test_what_was_decided_stays() -> None:
    made = persons.refused_grounds(persons.run_out())
    for act in (decide_matter, save_draft):
        with pytest.raises(Refused, match="reasons are kept"):
            act(matter_id=made, draft=persons.draft(), version=persons.version(made), by=decision_maker())


def test_a_matter_that_was_changed_meanwhile_is_not_closed() -> None:
    made = persons.taken_up(persons.run_out(), Kind.CONCLUSIVE_GROUNDS)
    save_draft(matter_id=made, draft=persons.draft(Result.POSITIVE), version=2, by=persons.colleague())
    with pytest.raises(MatterChangedMeanwhile) as meanwhile:
        decide_matter(matter_id=made, draft=persons.draft(Result.NEGATIVE), version=2, by=decision_maker())
    assert meanwhile.value.current.draft.result is Result.POSITIVE


def test_a_decision_needs_a_second_factor_and_an_open_case() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id, Kind.CONCLUSIVE_GROUNDS)
    with pytest.raises(Refused, match="second factor"):
        persons.decides(made, persons.draft(Result.NEGATIVE), by=without_second_factor(decision_maker()))
    Case.objects.filter(pk=case_id).update(state="closed")
    with pytest.raises(Refused, match="This case is closed"):
        persons.decides(made, persons.draft(Result.NEGATIVE))


def test_others_decide_nothing() -> None:
    case_id = persons.run_out()
    made = open_matter(case_id=case_id, kind=Kind.CONCLUSIVE_GROUNDS, opened_on=None, by=decision_maker())
    with pytest.raises(Refused):
        persons.decides(made, persons.draft(Result.NEGATIVE), by=caseworker())


def test_no_row_no_act() -> None:
    case_id = persons.run_out()
    persons.disclosed(case_id)
    made = persons.taken_up(case_id)
    persons.opened_account(made)
    who, now = decision_maker(), persons.today()
    no_row_no_act(lambda: decide_matter(matter_id=made, draft=persons.draft(), version=2, by=who))
    persons.decides(made, persons.draft())
    no_row_no_act(lambda: serve_matter(matter_id=made, served_on=now, how="post", version=3, by=who))


@pytest.mark.django_db(transaction=True)
def test_two_people_close_one_matter_at_once_and_it_is_closed_once() -> None:
    made = persons.taken_up(persons.run_out(), Kind.CONCLUSIVE_GROUNDS)
    together = Barrier(2)

    def close(result: Result) -> str:
        together.wait()
        try:
            decide_matter(matter_id=made, draft=persons.draft(result), version=2, by=decision_maker())
        except MatterChangedMeanwhile as meanwhile:
            return f"told of {meanwhile.current.draft.result}"
        finally:
            connection.close()
        return f"saved {result}"

    with ThreadPoolExecutor(2) as pool:
        outcome = sorted(pool.map(close, [Result.POSITIVE, Result.NEGATIVE]))
    assert outcome in (["saved negative", "told of negative"], ["saved positive", "told of positive"])
    assert CaseEvent.objects.filter(kind="conclusive_grounds", origin="decisions").count() == 1


@pytest.mark.parametrize("kind", [EventKind.APPEAL_ASKED, EventKind.LEAVE_ASKED])
def test_what_came_to_protect_her_since_the_decision_stops_its_serving(kind: EventKind) -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id)
    explain_absence_for(matter_id=made, words=persons.ABSENCE, by=decision_maker())
    persons.decides(made, persons.draft())
    persons.tell(case_id, kind, persons.today())
    with pytest.raises(NotYet, match="This is not served now"):
        persons.serves(made)
    assert Matter.objects.get(pk=made).state == "decided"
    assert not Letter.objects.filter(matter_id=made).exists()


def test_a_matter_opened_since_the_decision_stops_its_serving_and_nothing_stops_what_favours_her() -> None:
    case_id = persons.run_out()
    made = persons.taken_up(case_id)
    explain_absence_for(matter_id=made, words=persons.ABSENCE, by=decision_maker())
    persons.decides(made, persons.draft())
    persons.taken_up(case_id, Kind.ASYLUM)
    with pytest.raises(NotYet, match="A decision on asylum is open"):
        persons.serves(made)
    Matter.objects.filter(pk=made).update(result=Result.NOT_REMOVED.value)
    persons.serves(made)
