"""Who may hold which role where, who may sign in, and when a session or a token is at its end.

Source: the roles and agencies of the design. A role belongs to the sectors whose work it is, so that nobody at a police
force holds a removals officer's role and nobody at immigration enforcement a caseworker's: the firewall between them
begins here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pentameter.kernel.actor import Actor, AgencySector, Role
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=10)
SESSIONS_AT_ONCE = 3
LONGEST_TOKEN = timedelta(days=366)
CODE_REMEMBERED = timedelta(seconds=90)  # a code of an app, with one step of tolerance to either side

_FORCE = frozenset({Role.FORCE_OFFICER, Role.FORCE_SUPERVISOR})
_CENTRE = frozenset({Role.NATIONAL_ANALYST, Role.DUTY_DESK, Role.EDITOR, Role.MODERATOR, Role.ADMINISTRATOR})

ROLES_OF: dict[AgencySector, frozenset[Role]] = {
    AgencySector.POLICE: _FORCE,
    AgencySector.LAW_ENFORCEMENT: _FORCE | {Role.NATIONAL_ANALYST},
    AgencySector.NATIONAL_CENTRE: _CENTRE,
    AgencySector.SUPPORT: frozenset({Role.CASEWORKER}),
    AgencySector.COMPETENT_AUTHORITY: frozenset({Role.DECISION_MAKER, Role.DUTY_DESK}),
    AgencySector.IMMIGRATION_ENFORCEMENT: frozenset({Role.REMOVALS_OFFICER}),
    AgencySector.PROSECUTION: frozenset({Role.PROSECUTOR}),
    AgencySector.LABOUR_INSPECTORATE: _FORCE,
    AgencySector.STATISTICS: frozenset({Role.STATISTICIAN}),
    AgencySector.OVERSIGHT: frozenset({Role.AUDITOR}),
}
"""The roles that people of each sector may hold. Systems (`agency_system`, `system`) are no roles for people."""


@dataclass(frozen=True, slots=True)
class Place:
    """An agency, as far as these rules care."""

    slug: str
    sector: AgencySector
    current: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands now. `administrators` counts everyone who holds that role, this person included."""

    user_id: str
    active: bool
    agency: str
    role: Role
    administrators: int


@dataclass(frozen=True, slots=True)
class Account:
    """What decides whether someone may sign in."""

    active: bool
    is_demo: bool
    is_member: bool


@dataclass(frozen=True, slots=True)
class TokenFacts:
    """What decides whether a token still opens anything."""

    expires_at: datetime
    revoked_at: datetime | None


def may_hold(role: Role, place: Place) -> Verdict:
    """Whether a person may hold `role` at the agency."""
    if not place.current:
        return refused("This agency has been succeeded by another. Choose the one that exists today.")
    if role not in ROLES_OF[place.sector]:
        return refused(f"Nobody at this agency can be a {role.label}: it is not that agency's work.")
    return ALLOWED


def may_move(person: Standing, role: Role, place: Place) -> Verdict:
    """Whether the person may go on in `role` at the agency."""
    if not person.active:
        return refused("This account is closed.")
    if (person.agency, person.role) == (place.slug, role):
        return refused("They hold this role at this agency already.")
    if _is_last_administrator(person) and role is not Role.ADMINISTRATOR:
        return refused("They are the last administrator. Make someone else one first.")
    return may_hold(role, place)


def may_close(person: Standing, *, by: Actor) -> Verdict:
    """Whether the person's account may be closed."""
    if not person.active:
        return refused("This account is closed already.")
    if person.user_id == by.id:
        return refused("You cannot close your own account. Ask another administrator.")
    if _is_last_administrator(person):
        return refused("They are the last administrator. Make someone else one first.")
    return ALLOWED


def may_give_link(person: Standing, *, by: Actor) -> Verdict:
    """Whether the person may be given a one-time link to set a password."""
    if not person.active:
        return refused("This account is closed.")
    if person.user_id == by.id:
        return refused("You cannot give yourself a link. Change your password on your own page.")
    return ALLOWED


def _is_last_administrator(person: Standing) -> bool:
    return person.role is Role.ADMINISTRATOR and person.administrators <= 1


def may_sign_in(account: Account, *, demonstration: bool) -> Verdict:
    """Whether this account may sign in at all, whatever it knows or holds."""
    if account.is_demo and not demonstration:
        return refused("This is an account of the demonstration. A real installation does not accept it.")
    if not account.active:
        return refused("This account is closed.")
    if not account.is_member:
        return refused("This account belongs to no agency at present.")
    return ALLOWED


def may_issue(expires_on: date, *, today: date) -> Verdict:
    """Whether a token may be issued that ends with that day."""
    if expires_on <= today:
        return refused("The last day must lie ahead.")
    if expires_on - today > LONGEST_TOKEN:
        return refused("A token lasts a year at most. Choose an earlier last day.")
    return ALLOWED


def token_holds(token: TokenFacts, *, now: datetime) -> Verdict:
    """Whether a token still opens anything."""
    if token.revoked_at is not None:
        return refused("This token was revoked.")
    if token.expires_at <= now:
        return refused("This token has expired.")
    return ALLOWED


def session_goes_on(signed_in_at: datetime, seen_at: datetime, *, now: datetime) -> Verdict:
    """Whether a session may go on: 30 minutes without a request end it, and 10 hours whatever happens."""
    if now - seen_at >= IDLE:
        return refused("You were signed out after 30 minutes without activity.")
    if now - signed_in_at >= ABSOLUTE:
        return refused("You were signed out after 10 hours. Sign in again to go on.")
    return ALLOWED


def same_browser(began_in: str, asks: str) -> Verdict:
    """Whether a session goes on: only in the kind of browser, on the kind of system, in which it began."""
    if began_in == asks:
        return ALLOWED
    return refused(
        "You were signed out: your session was asked for from another kind of browser than it began in. "
        "If that was not you, change your password and call an administrator."
    )


def surplus(begun: Sequence[tuple[str, datetime]]) -> tuple[str, ...]:
    """Which sessions must end so that no more than three remain: the oldest. Each is (key, when it began)."""
    newest_first = sorted(begun, key=lambda session: session[1], reverse=True)
    return tuple(key for key, _ in newest_first[SESSIONS_AT_ONCE:])


def may_remove_factor(factors: int) -> Verdict:
    """Whether one of a person's `factors` second factors may be removed. Recovery codes do not count."""
    if factors <= 1:
        return refused("This is your only second factor. Add another before you remove it.")
    return ALLOWED
