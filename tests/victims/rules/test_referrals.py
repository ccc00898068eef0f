"""The state table of referrals: total, owned, and nobody's step by somebody else."""

from dataclasses import fields
from datetime import UTC, datetime
from itertools import product

import pytest

from cast import caseworker, durham_constable, duty_desk
from pentameter.kernel.actor import AgencySector, Jurisdiction
from pentameter.victims.rules.cases import Whereabouts
from pentameter.victims.rules.referrals import (
    CHOICES,
    NEXT,
    OWNERS,
    Candidate,
    ReferralKind,
    ReferralState,
    Sent,
    Side,
    Step,
    is_silent,
    may_ask,
    may_step,
    may_take_on,
    nearest,
)

ASKED, ACCEPTED, REJECTED, DONE, REVOKED = ReferralState
SUPPORT, HELP = ReferralKind


def test_the_table_is_total_and_every_step_has_its_owners() -> None:
    assert set(OWNERS) == set(NEXT) == set(ReferralState)
    assert all(owners for steps in OWNERS.values() for owners in steps.values())
    reached = {state for steps in NEXT.values() for state in steps}
    assert reached == set(ReferralState) - {ASKED}
    assert {state for state in ReferralState if not state.open} == {REJECTED, DONE, REVOKED}


@pytest.mark.parametrize(("state", "to", "side"), list(product(ReferralState, ReferralState, Side)))
def test_only_a_step_of_the_table_by_its_owner_is_allowed(state: ReferralState, to: ReferralState, side: Side) -> None:
    allowed = side in OWNERS[state].get(to, ())
    assert may_step(Step(HELP, state), to, side).allowed is allowed


def test_support_that_was_taken_on_is_not_taken_back_by_who_asked() -> None:
    taken = Step(SUPPORT, ACCEPTED, taken_on=True)
    assert "supports her now" in may_step(taken, REVOKED, Side.ASKER).reason
    assert may_step(taken, REVOKED, Side.DESK).allowed
    assert may_step(taken, DONE, Side.ASKED).allowed
    assert "not been taken on yet" in may_step(Step(SUPPORT, ACCEPTED), DONE, Side.ASKED).reason


def test_a_case_is_taken_on_once_after_acceptance() -> None:
    assert may_take_on(Step(SUPPORT, ACCEPTED)).allowed
    assert not may_take_on(Step(SUPPORT, ACCEPTED, taken_on=True)).allowed
    assert not may_take_on(Step(HELP, ACCEPTED)).allowed
    assert not any(may_take_on(Step(SUPPORT, state)).allowed for state in ReferralState if state is not ACCEPTED)


def test_whom_to_ask() -> None:
    by, own = caseworker(), caseworker().agency
    assert may_ask("b", SUPPORT, by=by, supports=None, waiting=()).allowed
    assert "supports her already" in may_ask("b", HELP, by=by, supports="b", waiting=()).reason
    assert "own organisation" in may_ask(own, SUPPORT, by=by, supports=None, waiting=()).reason
    assert "asked already" in may_ask("b", SUPPORT, by=by, supports=None, waiting=["b"]).reason


def test_who_is_supported_is_passed_on_by_her_organisation_or_the_desk() -> None:
    own = caseworker().agency
    assert may_ask("b", SUPPORT, by=caseworker(), supports=own, waiting=()).allowed
    assert may_ask("b", SUPPORT, by=duty_desk(), supports=own, waiting=()).allowed
    assert "supports her" in may_ask("b", SUPPORT, by=durham_constable(), supports=own, waiting=()).reason
    assert may_ask("b", HELP, by=durham_constable(), supports=own, waiting=()).allowed


def test_silence_begins_when_the_answer_is_due() -> None:
    due = datetime(2026, 11, 2, 6, tzinfo=UTC)
    assert is_silent(ASKED, due, now=due)
    assert not is_silent(ASKED, due, now=datetime(2026, 11, 2, 5, 59, tzinfo=UTC))
    assert not is_silent(ACCEPTED, due, now=due)


def org(
    slug: str, where: Jurisdiction, *, current: bool = True, sector: AgencySector = AgencySector.SUPPORT
) -> Candidate:
    return Candidate(slug, sector, where, current)


ENGLISH = org("english", Jurisdiction.ENGLAND_WALES)
SCOTTISH = org("scottish", Jurisdiction.SCOTLAND)
IRISH = org("irish", Jurisdiction.IRELAND)
GONE = org("gone", Jurisdiction.NORTHERN_IRELAND, current=False)
POLICE = org("police", Jurisdiction.NORTHERN_IRELAND, sector=AgencySector.POLICE)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("england_wales", "english"),
        ("scotland", "scottish"),
        ("ireland", "irish"),
        ("northern_ireland", "english"),
        ("united_kingdom", "english"),
        ("norway", None),
        ("nowhere that is known", None),
    ],
)
def test_the_nearest_is_of_the_place_else_of_the_state(place: str, expected: str | None) -> None:
    assert nearest(place, [SCOTTISH, IRISH, GONE, POLICE, ENGLISH]) == expected


def test_another_state_is_never_asked() -> None:
    assert nearest("ireland", [ENGLISH, SCOTTISH]) is None
    assert nearest("scotland", [IRISH]) is None
    assert nearest("scotland", []) is None


def test_there_is_no_field_for_where_she_is() -> None:
    assert not {one.name for one in fields(Sent)} & {one.name for one in fields(Whereabouts)}
    assert set(CHOICES) == {one.name for one in fields(Sent)}
    assert Sent(age="18 or over", words="A room.").shown == (("Age", "18 or over"), ("In words", "A room."))


def test_everything_is_said_in_words() -> None:
    assert all(one.words for one in (*ReferralKind, *ReferralState))
