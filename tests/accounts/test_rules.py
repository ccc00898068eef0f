"""Who may hold which role where, and when a session or a token ends: as tables."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cast import administrator
from pentameter.accounts import rules
from pentameter.accounts.rules import Account, Place, Standing, TokenFacts
from pentameter.kernel.actor import AgencySector, Role

POLICE = Place("durham", AgencySector.POLICE, current=True)
PAST = Place("strathclyde", AgencySector.POLICE, current=False)
REMOVALS = Place("immigration-enforcement", AgencySector.IMMIGRATION_ENFORCEMENT, current=True)
SUPPORT = Place("northern-support", AgencySector.SUPPORT, current=True)
CENTRE = Place("national-centre", AgencySector.NATIONAL_CENTRE, current=True)
NOON = datetime(2007, 10, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("role", "place", "allowed"),
    [
        (Role.FORCE_OFFICER, POLICE, True),
        (Role.FORCE_SUPERVISOR, POLICE, True),
        (Role.FORCE_OFFICER, PAST, False),
        (Role.REMOVALS_OFFICER, POLICE, False),
        (Role.CASEWORKER, REMOVALS, False),
        (Role.REMOVALS_OFFICER, REMOVALS, True),
        (Role.DUTY_DESK, REMOVALS, False),
        (Role.CASEWORKER, SUPPORT, True),
        (Role.FORCE_OFFICER, SUPPORT, False),
        (Role.ADMINISTRATOR, CENTRE, True),
        (Role.ADMINISTRATOR, POLICE, False),
        (Role.AGENCY_SYSTEM, POLICE, False),
        (Role.SYSTEM, CENTRE, False),
    ],
)
def test_a_role_belongs_to_the_sector_whose_work_it_is(role: Role, place: Place, allowed: bool) -> None:
    assert rules.may_hold(role, place).allowed is allowed


def test_every_sector_and_every_persons_role_has_its_place() -> None:
    assert set(rules.ROLES_OF) == set(AgencySector)
    held = frozenset().union(*rules.ROLES_OF.values())
    assert held == set(Role) - {Role.AGENCY_SYSTEM, Role.SYSTEM}


def standing(**changed: object) -> Standing:
    facts = {"user_id": "p", "active": True, "agency": "durham", "role": Role.FORCE_OFFICER, "administrators": 2}
    return Standing(**{**facts, **changed})


@pytest.mark.parametrize(
    ("person", "role", "place", "reason"),
    [
        (standing(), Role.FORCE_SUPERVISOR, POLICE, ""),
        (standing(), Role.CASEWORKER, SUPPORT, ""),
        (standing(), Role.FORCE_OFFICER, POLICE, "They hold this role at this agency already."),
        (standing(active=False), Role.CASEWORKER, SUPPORT, "This account is closed."),
        (
            standing(role=Role.ADMINISTRATOR, agency="national-centre", administrators=1),
            Role.EDITOR,
            CENTRE,
            "They are the last administrator. Make someone else one first.",
        ),
        (standing(role=Role.ADMINISTRATOR, agency="national-centre", administrators=2), Role.EDITOR, CENTRE, ""),
    ],
)
def test_moving(person: Standing, role: Role, place: Place, reason: str) -> None:
    verdict = rules.may_move(person, role, place)
    assert (verdict.allowed, verdict.reason) == (not reason, reason)


@pytest.mark.parametrize(
    ("person", "allowed"),
    [
        (standing(), True),
        (standing(active=False), False),
        (standing(user_id=administrator().id), False),
        (standing(role=Role.ADMINISTRATOR, administrators=1), False),
        (standing(role=Role.ADMINISTRATOR, administrators=2), True),
    ],
)
def test_closing(person: Standing, allowed: bool) -> None:
    assert rules.may_close(person, by=administrator()).allowed is allowed


@pytest.mark.parametrize(
    ("person", "allowed"),
    [(standing(), True), (standing(active=False), False), (standing(user_id=administrator().id), False)],
)
def test_giving_a_link(person: Standing, allowed: bool) -> None:
    assert rules.may_give_link(person, by=administrator()).allowed is allowed


@pytest.mark.parametrize(
    ("account", "demonstration", "allowed"),
    [
        (Account(active=True, is_demo=False, is_member=True), False, True),
        (Account(active=True, is_demo=True, is_member=True), True, True),
        (Account(active=True, is_demo=True, is_member=True), False, False),
        (Account(active=False, is_demo=False, is_member=True), False, False),
        (Account(active=True, is_demo=False, is_member=False), False, False),
    ],
)
def test_signing_in(account: Account, demonstration: bool, allowed: bool) -> None:
    assert rules.may_sign_in(account, demonstration=demonstration).allowed is allowed


@pytest.mark.parametrize(("days", "allowed"), [(-1, False), (0, False), (1, True), (366, True), (367, False)])
def test_how_long_a_token_may_last(days: int, allowed: bool) -> None:
    today = date(2007, 10, 5)
    assert rules.may_issue(today + timedelta(days=days), today=today).allowed is allowed


@pytest.mark.parametrize(
    ("token", "allowed"),
    [
        (TokenFacts(NOON + timedelta(seconds=1), None), True),
        (TokenFacts(NOON, None), False),
        (TokenFacts(NOON + timedelta(days=9), NOON - timedelta(days=1)), False),
    ],
)
def test_when_a_token_holds(token: TokenFacts, allowed: bool) -> None:
    assert rules.token_holds(token, now=NOON).allowed is allowed


@pytest.mark.parametrize(
    ("since_sign_in", "since_seen", "reason"),
    [
        (timedelta(hours=1), timedelta(minutes=29, seconds=59), ""),
        (timedelta(hours=1), timedelta(minutes=30), "You were signed out after 30 minutes without activity."),
        (timedelta(hours=9, minutes=59), timedelta(0), ""),
        (timedelta(hours=10), timedelta(0), "You were signed out after 10 hours. Sign in again to go on."),
    ],
)
def test_how_long_a_session_goes_on(since_sign_in: timedelta, since_seen: timedelta, reason: str) -> None:
    verdict = rules.session_goes_on(NOON - since_sign_in, NOON - since_seen, now=NOON)
    assert verdict.reason == reason


def test_the_oldest_sessions_beyond_three_end() -> None:
    begun = [(str(hour), NOON + timedelta(hours=hour)) for hour in (3, 1, 4, 2, 5)]
    assert set(rules.surplus(begun)) == {"1", "2"}
    assert rules.surplus(begun[:3]) == ()


@pytest.mark.parametrize(("factors", "allowed"), [(0, False), (1, False), (2, True)])
def test_the_last_second_factor_stays(factors: int, allowed: bool) -> None:
    assert rules.may_remove_factor(factors).allowed is allowed


@pytest.mark.parametrize(
    ("began_in", "asks", "goes_on"),
    [
        ("Firefox on Linux", "Firefox on Linux", True),
        ("Firefox on Linux", "Firefox on Windows", False),
        ("Firefox on Linux", "Chrome on Linux", False),
        ("Firefox on Linux", "Unknown browser", False),
    ],
)
def test_a_session_goes_on_in_the_kind_of_browser_in_which_it_began(began_in: str, asks: str, goes_on: bool) -> None:
    assert rules.same_browser(began_in, asks).allowed is goes_on
