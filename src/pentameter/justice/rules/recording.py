"""Whether something may be recorded of a suspect, or struck out, and by whom."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pentameter.justice.rules.kinds import (
    ABOUT_A_CHARGE,
    CLEARS,
    OF_COURT,
    OF_FORCE,
    OUTCOMES,
    WITH_OFFENCE,
    Kind,
    Outcome,
)
from pentameter.justice.rules.orders import may_be_ordered
from pentameter.justice.rules.standing import Event, walk
from pentameter.justice.rules.wording import in_words
from pentameter.kernel.actor import Jurisdiction, Role
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

FIRST_DAY = date(1990, 1, 1)
"""Nothing here is older."""
_NO_OTHER = "Offence: leave it empty, or choose that the court convicted of another offence instead."
FORCE = frozenset({Role.FORCE_OFFICER, Role.FORCE_SUPERVISOR})


def may_record_kind(kind: Kind, role: Role) -> Verdict:
    """Whether somebody in a role records this kind of thing."""
    if role is Role.SYSTEM or (kind in OF_COURT and role in FORCE | {Role.PROSECUTOR}):
        return ALLOWED
    if kind in OF_FORCE:
        return ALLOWED if role in FORCE else refused("This is recorded by an officer of the investigation.")
    return ALLOWED if role is Role.PROSECUTOR else refused("This is recorded by a prosecutor to whom it was sent.")


def may_be_on(day: date | None, *, today: date) -> Verdict:
    """Whether something can have happened on a day."""
    if day is None:
        return refused("Day: enter the day on which it happened.")
    if day > today:
        return refused(f"Day: {_said(day)} has not come yet. Record it on its day or later.")
    if day < FIRST_DAY:
        return refused(f"Day: {_said(day)} lies before anything that is kept here. Check the year.")
    return ALLOWED


def may_record(events: Iterable[Event], new: Event, jurisdiction: Jurisdiction, *, today: date) -> Verdict:
    """Whether an event can stand among those that do. Late ones are read in their place: what follows has to hold."""
    found, held = may_be_on(new.on, today=today), list(events)
    if not found.allowed:
        return found
    if new.outcome not in OUTCOMES.get(new.kind, (None,)):
        return refused(f"{new.kind.words}: choose how it was done or how it ended.")
    if new.kind in WITH_OFFENCE and not new.offence:
        return refused("Offence: choose the offence.")
    if new.kind in ABOUT_A_CHARGE and not new.about:
        return refused("Charge: choose the charge that this concerns.")
    if new.kind is Kind.VERDICT:
        found = _convicted_of(held, new)
        if not found.allowed:
            return found
    looked = max((one.on for one in held if one.kind is Kind.CHECKED), default=new.on)
    if new.kind is Kind.CHECKED and new.on < looked:
        return refused(
            f"Day: a check of {_said(looked)} stands, and the last counts. Enter the day on which you looked."
        )
    if new.kind is Kind.ORDERED and new.outcome is not None:
        found = may_be_ordered(new.outcome, jurisdiction, new.on)
        if not found.allowed:
            return found
    return _reads(held, new)


def _convicted_of(held: list[Event], new: Event) -> Verdict:
    """The offence of a verdict is named where it is another than the one charged, and nowhere else."""
    if new.outcome is not Outcome.CONVICTED_OF_ANOTHER:
        return refused(_NO_OTHER) if new.offence else ALLOWED
    if not new.offence:
        return refused("Offence: choose the offence of which the court convicted.")
    charged = next((one.offence for one in held if one.id == new.about), "")
    if new.offence == charged:
        return refused("Offence: this is the offence charged. Choose it as “convicted”, or choose the other offence.")
    return ALLOWED


def _reads(standing: list[Event], new: Event) -> Verdict:
    after = walk([*standing, new])
    if after.refused is None:
        return ALLOWED
    if after.refused.id == new.id:
        return refused(f"Day: {after.reason}")
    return refused(
        f"Day: recorded on {_said(new.on)}, it would leave no room for what stands on {_said(after.refused.on)} "
        f"({after.refused.kind.words.lower()}). {after.reason} Check the day, or strike the other out first."
    )


def may_strike(events: Iterable[Event], event: Event, *, by: str, role: Role, reason: str) -> Verdict:
    """Whether an event may be struck out. What rests on it is struck out first."""
    if event.struck_at is not None:
        return refused("This was struck out already.")
    allowed = may_record_kind(event.kind, role)
    if not allowed.allowed:
        return allowed
    if event.kind is Kind.CHECKED and event.outcome not in CLEARS and event.by == by:
        return refused("You decided that there is to be no charge. Another prosecutor strikes it out, or checks again.")
    said = in_words(reason, "Reason")
    if not said.allowed:
        return said
    after = walk(one for one in events if one.id != event.id)
    if after.refused is None:
        return ALLOWED
    return refused(
        f"The {after.refused.kind.words.lower()} of {_said(after.refused.on)} rests on this. Strike that out first."
    )


def possible(events: Iterable[Event], today: date) -> frozenset[Kind]:
    """What could be recorded today, as far as the stages go: a page offers nothing else."""
    standing = list(events)
    return frozenset(kind for kind in Kind if any(_could(standing, one, today) for one in _tries(standing, kind)))


def _tries(events: list[Event], kind: Kind) -> list[Event]:
    about = [one.id for one in events if one.kind is Kind.CHARGED] if kind in ABOUT_A_CHARGE else [""]
    outcomes: tuple[Outcome | None, ...] = OUTCOMES.get(kind, (None,))
    return [Event("new", kind, date.max, outcome, "any", charge) for charge in about for outcome in outcomes]


def _could(events: list[Event], new: Event, today: date) -> bool:
    return walk([*events, replace(new, on=today)]).refused is None


def _said(day: date) -> str:
    return f"{day:%-d %B %Y}"
