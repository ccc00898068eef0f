"""Three words and no more; that nothing was found is said by a system that is sure alone."""

import pytest

from pentameter.decisions.rules.screening.answers import HELD, NONE, NOT_YET, word_of
from pentameter.decisions.rules.screening.lines import LineState


@pytest.mark.parametrize("state", LineState)
def test_what_is_held_is_said_always_and_nothing_else_while_unsure(state: LineState) -> None:
    assert word_of(state, may_say_none=False) == (HELD if state.held else NOT_YET)


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (LineState.WAITING, NOT_YET),
        (LineState.NONE, NONE),
        (LineState.CLEARED, NONE),
        (LineState.OPEN, HELD),
        (LineState.PROPOSED, HELD),
        (LineState.CONFIRMED, HELD),
    ],
)
def test_the_words_of_a_system_that_is_sure(state: LineState, word: str) -> None:
    assert word_of(state, may_say_none=True) == word
