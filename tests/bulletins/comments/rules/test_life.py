"""Where a comment stands is a function of what its writer did and what staff decided, in whatever order they came."""

from datetime import UTC, datetime, timedelta

import pytest

from pentameter.bulletins.comments.rules.life import WORDS, Decided, Ruling, State, Written, is_shown, may_edit, state

AT = datetime(2007, 10, 5, 12, tzinfo=UTC)


def written(version: int = 1, **more: bool) -> Written:
    return Written(version, AT, **more)


@pytest.mark.parametrize(
    ("writer", "ruling", "held", "expected"),
    [
        (written(), None, False, State.WAITING),
        (written(), None, True, State.HELD),
        (written(), Ruling(Decided.PUBLISHED, 1), False, State.PUBLISHED),
        (written(2), Ruling(Decided.PUBLISHED, 1), False, State.CHANGED),
        (written(), Ruling(Decided.PUBLISHED, 1), True, State.HELD),
        (written(hidden=True), Ruling(Decided.PUBLISHED, 1), False, State.HIDDEN),
        (written(), Ruling(Decided.REMOVED, 1), False, State.REMOVED),
        (written(2), Ruling(Decided.TO_EDIT, 1), False, State.WAITING),
        (written(), Ruling(Decided.TO_EDIT, 1), False, State.TO_EDIT),
        (written(), Ruling(Decided.MOVED, 1), False, State.MOVED),
        (written(), Ruling(Decided.WAITING, 1), False, State.WAITING),
        (written(taken_back=True), Ruling(Decided.PUBLISHED, 1), False, State.TAKEN_BACK),
    ],
)
def test_states(writer: Written, ruling: Ruling | None, held: bool, expected: State) -> None:
    assert state(writer, ruling, held=held) is expected


def test_every_state_is_told_in_words() -> None:
    assert set(WORDS) == set(State)


def test_only_what_was_published_is_ever_shown() -> None:
    for version in (1, 2, 3):
        for decided in Decided:
            for ruled in (1, 2, 3):
                shown = is_shown(written(version), Ruling(decided, ruled))
                assert shown == (decided is Decided.PUBLISHED)
    assert not is_shown(written(), None)


@pytest.mark.parametrize(
    ("ruling", "minutes", "allowed"),
    [
        (None, 15, True),
        (None, 16, False),
        (Ruling(Decided.PUBLISHED, 1), 14, True),
        (Ruling(Decided.TO_EDIT, 1), 6000, True),
        (Ruling(Decided.REMOVED, 1), 1, False),
        (Ruling(Decided.MOVED, 1), 1, False),
    ],
)
def test_the_window_for_changes(ruling: Ruling | None, minutes: int, allowed: bool) -> None:
    assert may_edit(written(), ruling, now=AT + timedelta(minutes=minutes)).allowed == allowed


def test_what_was_taken_back_cannot_be_changed() -> None:
    assert not may_edit(written(taken_back=True), None, now=AT).allowed
