"""Who else may need to know a case, and for how long."""

from datetime import date, datetime, timedelta

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

BROKEN_GLASS = timedelta(hours=4)
LONGEST_SHARE = timedelta(days=90)


def may_be_assigned(person: Actor, *, support_agency: str) -> Verdict:
    """Whether a person can work with her: someone of the organisation that supports her, in a role that supports."""
    if not support_agency:
        return refused("No organisation supports her yet. Ask one first.")
    if person.agency != support_agency or not _could(person, Operation.CHANGE_SUPPORT, Compartment.SUPPORT):
        return refused(f"{person.name} does not work for the organisation that supports her.")
    return ALLOWED


def may_be_shown(person: Actor) -> Verdict:
    """Whether a case can be shown to a person at all: not in every role, whoever shares it."""
    if not _could(person, Operation.VIEW_CASE, Compartment.IDENTITY):
        return refused(f"{person.name} works in a role to which no case can be shown.")
    return ALLOWED


def may_share_until(until: date, *, today: date) -> Verdict:
    """Whether a case can be shared until a day, which is the last one."""
    if until < today:
        return refused("That day is over. Give today or a later day.")
    if until > today + LONGEST_SHARE:
        return refused(f"A share lasts {LONGEST_SHARE.days} days at most. It can be given again.")
    return ALLOWED


def glass_until(now: datetime) -> datetime:
    """Until when broken glass opens a case."""
    return now + BROKEN_GLASS


def _could(person: Actor, operation: Operation, compartment: Compartment) -> bool:
    subject = Subject("case", "", compartment, released=True, assigned=True)
    return decide(person, operation, subject, purpose="to see whether it could open").allowed
