"""What can be done with judgements, and what follows from them."""

from pentameter.entities.services.interests import see_interests, show_interests
from pentameter.entities.services.judging import judge_pair, judge_pairs
from pentameter.entities.services.looks import list_things, show_thing
from pentameter.entities.services.machine import decide_by_machine
from pentameter.entities.services.rebuilding import mend_placings
from pentameter.entities.services.undoing import undo_judgement

__all__ = [
    "decide_by_machine",
    "judge_pair",
    "judge_pairs",
    "list_things",
    "mend_placings",
    "see_interests",
    "show_interests",
    "show_thing",
    "undo_judgement",
]
