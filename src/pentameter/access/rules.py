"""The one decision: may this actor do this to that record?

Default deny. Hard denies (firewall, declared conflict, erased) have the last word over every grant; then the role; then
need to know; then the state of the sign-in and a stated purpose.
"""

from dataclasses import dataclass

from pentameter.access.matrix import Grant, grants, walls
from pentameter.access.operations import Compartment, Operation, Reach
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import ALLOWED, NO_SUCH, Verdict, refused


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be done something to, as far as access cares.

    `released` says whether the record's handling code, or the case's referral, lets the actor's agency have it;
    `assigned` whether the actor in person needs to know: by assignment, a live share or live break-glass. The record's
    context computes both by its own rules. `conflicted` holds the ids of people who declared a conflict of interest.
    """

    kind: str
    id: str = ""
    compartment: Compartment = Compartment.ADMINISTRATION
    owner_agency: str = ""
    released: bool = False
    assigned: bool = False
    erased: bool = False
    conflicted: frozenset[str] = frozenset()


NOTHING = Subject(kind="nothing")
"""For operations that concern no particular record."""


def decide(actor: Actor, operation: Operation, subject: Subject = NOTHING, *, purpose: str = "") -> Verdict:
    """Whether `actor` may do `operation` to `subject`, and in words why not."""
    if actor.role is Role.SYSTEM:
        return ALLOWED
    grant = grants().get((operation, actor.role))
    compartment = grant.compartment if grant and subject.kind == NOTHING.kind else subject.compartment
    if (stopped := _hard_deny(actor, subject, compartment)) is not None:
        return stopped
    if grant is None:
        return refused(f"The role {actor.role.label} may not do this.")
    if not _needs_to_know(actor, grant, subject):
        return refused(NO_SUCH, hidden=True)
    if grant.needs_second_factor and not actor.second_factor:
        return refused("Sign in with your second factor to do this.")
    if grant.needs_purpose and not purpose.strip():
        return refused("Say for what purpose you need this.")
    return ALLOWED


def reach(actor: Actor, operation: Operation) -> Reach | None:
    """How far the actor's role goes in `operation`: what a list may hold. None: not at all."""
    if actor.role is Role.SYSTEM:
        return Reach.ANY
    grant = grants().get((operation, actor.role))
    return grant.reach if grant else None


def _hard_deny(actor: Actor, subject: Subject, compartment: Compartment) -> Verdict | None:
    if (actor.role, compartment) in walls():
        return refused(NO_SUCH, hidden=True)
    if actor.id in subject.conflicted or subject.erased:
        return refused(NO_SUCH, hidden=True)
    return None


def _needs_to_know(actor: Actor, grant: Grant, subject: Subject) -> bool:
    if subject.kind == NOTHING.kind or grant.reach is Reach.ANY:
        return True
    if grant.reach is Reach.ASSIGNED:
        return subject.assigned
    own = bool(actor.agency) and actor.agency == subject.owner_agency
    return own or (grant.reach is Reach.RELEASED and (subject.released or subject.assigned))
