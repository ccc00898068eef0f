"""What immigration is told of a line: one of three words, a fresh reference, the desk's number. Nothing else.

The three answers differ in the word alone: no column, no length of a table, no order within a line tells more.
"""

from dataclasses import dataclass

from pentameter.decisions.rules.screening.lines import LineState

NONE = "no hold found"
HELD = "held or possibly held: call the duty desk before doing anything"
NOT_YET = "not answered yet: do nothing before it is"
HEADINGS = ("id", "name", "answer", "reference", "duty_desk")


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """A line's answer. `id` and `name` are as the officer sent them."""

    id: str
    name: str
    word: str
    reference: str
    desk_number: str

    @property
    def held(self) -> bool:
        """Whether it is shown among the lines that are held."""
        return self.word == HELD


def word_of(state: LineState, *, may_say_none: bool) -> str:
    """The word for a line. What is held is said always; that nothing was found only by a system that is sure."""
    if state.held:
        return HELD
    return NONE if may_say_none and state is not LineState.WAITING else NOT_YET
