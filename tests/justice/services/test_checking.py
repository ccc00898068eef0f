"""The non-punishment check: what is not known means "may be", new facts ask again, and a no is another's to revise."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from cast import durham_constable, prosecutor, sign_in
from justice import ground
from pentameter.justice.models import PipelineEvent, Protection, Suspect
from pentameter.justice.queries.events import line_of
from pentameter.justice.rules.kinds import Outcome
from pentameter.justice.rules.people import Person
from pentameter.justice.rules.screen import Check, Looked
from pentameter.justice.services.checking import record_check
from pentameter.justice.services.loading import NotYet
from pentameter.justice.services.protection import keep_answers
from pentameter.justice.services.striking import strike_out
from pentameter.justice.services.suspects import change_suspect, mark_suspect
from pentameter.kernel.actor import SYSTEM, Jurisdiction
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db
SEEN = "She said that he holds her passport and her wages"


def test_a_check_keeps_who_looked_at_what_on_which_ground_and_why() -> None:
    made = ground.suspect()
    row = PipelineEvent.objects.get(pk=ground.checked(made))
    assert (row.recorded_by, row.ground, row.outcome) == (prosecutor().id, "s45_adult", "may_be_charged")
    assert set(row.looked.split()) == {"desk", "interview"}
    assert ground.REASONS.encode() not in bytes(row.words or b"")


def test_nothing_found_is_refused_while_something_is_not_known() -> None:
    made = ground.suspect()
    check = Check(Outcome.NOTHING_FOUND, "", frozenset({Looked.REPORTS}), ground.REASONS)
    with pytest.raises(NotYet, match="Outcome: something points to a victim"):
        record_check(suspect_id=made, check=check, on=ground.ago(1), version=ground.version(made), by=prosecutor())


def test_the_desk_is_asked_before_a_charge_where_it_is_not_known() -> None:
    made = ground.suspect(asked=False)
    check = Check(Outcome.MAY_BE_CHARGED, "s45_adult", frozenset({Looked.INTERVIEW}), ground.REASONS)
    with pytest.raises(NotYet, match="the duty desk has to be asked"):
        record_check(suspect_id=made, check=check, on=ground.ago(1), version=ground.version(made), by=prosecutor())


def test_a_mark_asks_again() -> None:
    made = ground.suspect()
    ground.checked(made)
    assert Suspect.objects.get(pk=made).check_state == "may_charge"
    mark_suspect(suspect_id=made, words=SEEN, by=durham_constable())
    assert Suspect.objects.get(pk=made).check_state == "ask_again"
    with pytest.raises(NotYet, match="There are new facts since the non-punishment check"):
        ground.charged(made)
    ground.checked(made, 55)
    assert ground.charged(made)


def test_an_answer_that_it_may_be_somebody_protected_asks_again_and_stays() -> None:
    made = ground.suspect()
    ground.checked(made)
    keep_answers(answers={made: True}, mark=1, by=SYSTEM)
    with pytest.raises(NotYet, match="May be somebody protected: call the duty desk"):
        ground.charged(made)
    keep_answers(answers={made: False}, mark=2, by=SYSTEM)
    assert Protection.objects.get(suspect=made).answer == "may_be"
    assert Suspect.objects.get(pk=made).check_state == "ask_again"


def test_what_may_be_somebody_protected_stays_so_under_a_better_name() -> None:
    made = ground.suspect()
    keep_answers(answers={made: True}, mark=1, by=SYSTEM)
    person, now = Person(name="Somebody Else"), ground.version(made)
    change_suspect(suspect_id=made, person=person, mention=None, version=now, by=durham_constable())
    assert Protection.objects.get(suspect=made).answer == "may_be"


def test_an_adverse_outcome_closes_charging_until_another_person_revises_it() -> None:
    made = ground.suspect()
    closed = ground.checked(made, 60, Outcome.NOT_TO_BE_CHARGED)
    assert Suspect.objects.get(pk=made).check_state == "closed"
    with pytest.raises(NotYet, match="there is to be no charge"):
        ground.charged(made)
    with pytest.raises(NotYet, match="Another prosecutor looks at it again"):
        ground.checked(made, 58)
    with pytest.raises(NotYet, match="Another prosecutor strikes it out"):
        strike_out(event_id=closed, reason=ground.REASONS, version=ground.version(made), by=prosecutor())
    ground.checked(made, 58, by=ground.second_prosecutor())
    assert ground.charged(made)


def test_a_check_on_which_a_charge_rests_is_not_struck_out() -> None:
    made = ground.suspect()
    check = ground.checked(made)
    ground.charged(made)
    with pytest.raises(NotYet, match=r"The charge of .* rests on this"):
        strike_out(event_id=check, reason=ground.REASONS, version=ground.version(made), by=prosecutor())


def test_a_check_that_is_dated_back_after_the_charge_does_not_make_the_charge_right() -> None:
    made = ground.suspect()
    check = ground.checked(made)
    ground.charged(made)
    late = ground.checked(made, 55)
    with pytest.raises(NotYet, match=r"The charge of .* rests on this"):
        strike_out(event_id=check, reason=ground.REASONS, version=ground.version(made), by=prosecutor())
    strike_out(event_id=late, reason=ground.REASONS, version=ground.version(made), by=prosecutor())


def test_a_no_that_is_dated_back_before_the_charge_asks_to_review_it() -> None:
    made = ground.suspect()
    ground.checked(made)
    ground.charged(made)
    ground.checked(made, 55, Outcome.NOT_TO_BE_CHARGED)
    assert Suspect.objects.get(pk=made).check_state == "review"


def test_a_check_is_not_dated_before_one_that_stands_nor_in_the_future() -> None:
    made = ground.suspect()
    ground.checked(made, 20, Outcome.NOT_TO_BE_CHARGED)
    with pytest.raises(NotYet, match=r"Day: a check of .* stands, and the last counts"):
        ground.checked(made, 30, by=ground.second_prosecutor())
    with pytest.raises(NotYet, match=r"Day: .* has not come yet"):
        ground.checked(made, -1, by=ground.second_prosecutor())


def test_the_page_says_by_how_much_a_check_is_dated_back() -> None:
    made = ground.suspect()
    row = PipelineEvent.objects.get(pk=ground.checked(made, 60))
    assert line_of(row, None, Jurisdiction.ENGLAND_WALES).dated_back == 60
    row.on, row.known_at = date(2026, 7, 1), datetime(2026, 7, 1, 23, 30, tzinfo=UTC)  # half past midnight in London
    assert line_of(row, None, Jurisdiction.ENGLAND_WALES).dated_back == 1
    page = sign_in(Client(), prosecutor()).get(f"/justice/suspects/{made}/").content.decode()
    assert "Dated 60 days before it was recorded" in page
    today = PipelineEvent.objects.get(pk=ground.checked(made, 0))
    assert line_of(today, None, Jurisdiction.ENGLAND_WALES).dated_back == 0


def test_officers_make_no_check() -> None:
    made = ground.suspect()
    with pytest.raises(Refused, match="may not do this"):
        ground.checked(made, by=durham_constable())


def test_reasons_are_given_in_words() -> None:
    made = ground.suspect()
    check = Check(Outcome.MAY_BE_CHARGED, "s45_adult", frozenset({Looked.DESK}), "no no no no")
    with pytest.raises(NotYet, match="Reasons: say in a sentence why"):
        record_check(suspect_id=made, check=check, on=ground.ago(1), version=ground.version(made), by=prosecutor())
