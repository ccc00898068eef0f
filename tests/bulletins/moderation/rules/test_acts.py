"""What may be done with a comment in each state."""

import pytest

from pentameter.bulletins.moderation.rules.acts import (
    ACTS,
    COMES,
    NEVER,
    Act,
    Came,
    Reason,
    Standing,
    State,
    may_act,
    may_undo,
    words_leave,
)

WHY = Reason("attack", "It insults people.")


def test_whatever_the_writer_does_leads_somewhere() -> None:
    assert set(COMES) == {(state, came) for state in State for came in Came}


def test_every_state_can_be_reached_and_ends_are_ends() -> None:
    reached = {State.WAITING} | set(ACTS.values()) | set(COMES.values())
    assert reached == set(State)
    assert not [act for state, act in ACTS if state in (State.MOVED, State.GONE)]


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("act", [act for act in Act if act is not Act.UNDO])
def test_what_is_not_in_the_table_is_refused(state: State, act: Act) -> None:
    verdict = may_act(Standing(state, latest=True, escalated_by="another"), act, WHY, by="me")
    assert verdict.allowed == ((state, act) in ACTS)


@pytest.mark.parametrize(
    ("standing", "act", "reason", "says"),
    [
        (Standing(State.WAITING, latest=False), Act.APPROVE, WHY, "changed or took back"),
        (Standing(State.WAITING, latest=True, held=True), Act.APPROVE, WHY, "legal reasons"),
        (Standing(State.WAITING, latest=True, found=frozenset({"telephone"})), Act.APPROVE, Reason(), "Say why"),
        (Standing(State.WAITING, latest=True, found=frozenset({"telephone"})), Act.APPROVE, WHY, ""),
        (Standing(State.WAITING, latest=True, found=frozenset({"protected_name"})), Act.APPROVE, WHY, "holds these"),
        (Standing(State.WAITING, latest=True, found=frozenset({"unreadable"})), Act.APPROVE, WHY, "holds these"),
        (Standing(State.WAITING, latest=True), Act.REMOVE, Reason("", "Words."), "Choose the rule"),
        (Standing(State.WAITING, latest=True), Act.REMOVE, Reason("attack", "  "), "Say why"),
        (Standing(State.WAITING, latest=True), Act.ASK_EDIT, Reason(), "Say why"),
        (Standing(State.WAITING, latest=True), Act.ESCALATE, Reason(), "a colleague"),
        (Standing(State.ESCALATED, latest=True, escalated_by="me"), Act.APPROVE, WHY, "Another moderator"),
        (Standing(State.WAITING, latest=True), Act.APPROVE, Reason(), ""),
    ],
)
def test_refusals(standing: Standing, act: Act, reason: Reason, says: str) -> None:
    verdict = may_act(standing, act, reason, by="me")
    assert verdict.allowed == (not says)
    assert says in verdict.reason


def test_what_names_somebody_is_never_published_whoever_says_so() -> None:
    for found in NEVER:
        for state in State:
            standing = Standing(state, latest=True, found=frozenset({found}))
            assert not may_act(standing, Act.APPROVE, WHY, by="me").allowed


@pytest.mark.parametrize(
    ("act", "made_by", "is_last", "allowed"),
    [
        (Act.APPROVE, "me", True, True),
        (Act.APPROVE, "me", False, False),
        (Act.APPROVE, "another", True, False),
        (Act.MOVE, "me", True, False),
        (Act.UNDO, "me", True, False),
    ],
)
def test_who_may_undo(act: Act, made_by: str, is_last: bool, allowed: bool) -> None:
    assert may_undo(act, made_by=made_by, is_last=is_last, by="me").allowed == allowed


@pytest.mark.parametrize(
    ("state", "found", "leave"),
    [
        (State.MOVED, frozenset(), True),
        (State.REMOVED, frozenset({"protected_name", "postcode"}), True),
        (State.REMOVED, frozenset({"postcode"}), False),
        (State.WAITING, frozenset({"protected_name"}), False),
        (State.TO_EDIT, frozenset({"protected_name"}), False),
    ],
    ids=["moved", "removed with a name", "removed with a postcode", "waits", "sent back"],
)
def test_whose_words_leave_the_public_database(state: State, found: frozenset[str], leave: bool) -> None:
    assert words_leave(state, found) == leave
    assert may_undo(Act.REMOVE, made_by="me", is_last=True, by="me", kept=not leave).allowed is not leave
