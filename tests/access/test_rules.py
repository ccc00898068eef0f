"""The one decision, line by line: what the matrix grants, what the firewall closes whatever anyone grants."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cast import EVERYONE, durham_system
from pentameter.access import rules
from pentameter.access.matrix import Grant, grants, walls
from pentameter.access.operations import Compartment, Operation, Reach
from pentameter.access.rules import NOTHING, Subject, decide, reach
from pentameter.kernel.actor import SYSTEM, Actor, Role

ACTORS: dict[Role, Actor] = {person().role: person() for person in (*EVERYONE, durham_system)}
ROLES = [role for role in Role if role is not Role.SYSTEM]
WHY = "a reason"


def record(actor: Actor, **changed: object) -> Subject:
    """A record of the actor's own agency, released to it."""
    own = Subject("record", "r1", Compartment.STATISTICS, owner_agency=actor.agency, released=True)
    return replace(own, **changed)


@pytest.mark.parametrize("operation", Operation)
@pytest.mark.parametrize(("role", "compartment"), list(walls()))
def test_no_operation_passes_the_firewall(role: Role, compartment: Compartment, operation: Operation) -> None:
    actor = ACTORS[role]
    verdict = decide(actor, operation, record(actor, compartment=compartment), purpose=WHY)
    assert not verdict.allowed
    assert verdict.hidden, "not even the existence of what lies behind may show"


@pytest.mark.parametrize("operation", Operation)
@pytest.mark.parametrize("role", ROLES)
def test_what_the_matrix_does_not_grant_is_refused(role: Role, operation: Operation) -> None:
    actor = replace(ACTORS[role], second_factor=True)
    assert decide(actor, operation, purpose=WHY).allowed is ((operation, role) in grants())


@pytest.mark.parametrize("grant", grants().values(), ids=lambda grant: f"{grant.operation}-{grant.role}")
def test_how_far_each_grant_goes(grant: Grant) -> None:
    actor = replace(ACTORS[grant.role], second_factor=True)
    own = record(actor, compartment=grant.compartment, released=False)
    theirs = replace(own, owner_agency="another")
    released = replace(theirs, released=True)
    assigned = replace(theirs, assigned=True)
    expected = {
        Reach.ANY: (True, True, True, True),
        Reach.OWN_AGENCY: (True, False, False, False),
        Reach.RELEASED: (True, False, True, True),
        Reach.ASSIGNED: (False, False, False, True),
    }[grant.reach]
    answers = [decide(actor, grant.operation, subject, purpose=WHY) for subject in (own, theirs, released, assigned)]
    assert tuple(answer.allowed for answer in answers) == expected
    assert all(answer.hidden for answer in answers if not answer.allowed)
    assert reach(actor, grant.operation) is grant.reach


@pytest.mark.parametrize("grant", grants().values(), ids=lambda grant: f"{grant.operation}-{grant.role}")
def test_what_each_grant_asks_for(grant: Grant) -> None:
    actor = ACTORS[grant.role]
    weak, strong = replace(actor, second_factor=False), replace(actor, second_factor=True)
    assert decide(weak, grant.operation, purpose=WHY).allowed is not grant.needs_second_factor
    assert decide(strong, grant.operation).allowed is not grant.needs_purpose
    assert decide(strong, grant.operation, purpose="  ").allowed is not grant.needs_purpose


@pytest.mark.parametrize("grant", grants().values(), ids=lambda grant: f"{grant.operation}-{grant.role}")
@pytest.mark.parametrize("closed", ["erased", "conflicted"])
def test_what_is_erased_or_in_conflict_is_hidden_from_everyone(grant: Grant, closed: str) -> None:
    actor = replace(ACTORS[grant.role], second_factor=True)
    changed = {"erased": True} if closed == "erased" else {"conflicted": frozenset({actor.id})}
    verdict = decide(actor, grant.operation, record(actor, compartment=grant.compartment, **changed), purpose=WHY)
    assert (verdict.allowed, verdict.hidden) == (False, True)


def test_an_actor_without_an_agency_owns_nothing() -> None:
    nobody = replace(ACTORS[Role.FORCE_OFFICER], agency="")
    subject = Subject("report", "r1", Compartment.INTELLIGENCE, owner_agency="")
    assert not decide(nobody, Operation.READ_REPORT, subject).allowed


def test_the_program_itself_may() -> None:
    assert decide(SYSTEM, Operation.MANAGE_PEOPLE).allowed
    assert reach(SYSTEM, Operation.MANAGE_PEOPLE) is Reach.ANY


def test_what_is_not_granted_has_no_reach() -> None:
    assert reach(ACTORS[Role.EDITOR], Operation.READ_REPORT) is None


@given(
    wall=st.sampled_from(list(walls())),
    operation=st.sampled_from(list(Operation)),
    lies_in=st.sampled_from(list(Compartment)),
    goes=st.sampled_from(list(Reach)),
    purpose=st.text(max_size=20),
    second_factor=st.booleans(),
    released=st.booleans(),
)
def test_no_grant_that_anyone_adds_lets_a_walled_role_in(
    wall: tuple[Role, Compartment],
    operation: Operation,
    lies_in: Compartment,
    goes: Reach,
    purpose: str,
    second_factor: bool,
    released: bool,
) -> None:
    role, compartment = wall
    added = Grant(operation, lies_in, role, goes, needs_purpose=False, needs_second_factor=False, why="by mistake")
    actor = replace(ACTORS[role], second_factor=second_factor)
    known = grants()
    before = known.get((operation, role))
    known[operation, role] = added
    try:
        subject = record(actor, compartment=compartment, released=released)
        assert not decide(actor, operation, subject, purpose=purpose).allowed
        assert decide(actor, operation, NOTHING, purpose=purpose).allowed is ((role, lies_in) not in walls())
    finally:
        if before is None:
            del known[operation, role]
        else:
            known[operation, role] = before


def test_the_rules_read_the_files_that_people_read() -> None:
    assert rules.grants is grants
    assert rules.walls is walls
