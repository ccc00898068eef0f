"""What matching found is entered: decisions into the ledger of judgements, the rest as proposals."""

from collections.abc import Iterable
from dataclasses import dataclass

from pentameter.entities.rules.judgements import Way
from pentameter.entities.services import marks
from pentameter.entities.services.machine import MOST_AT_ONCE, Decided, decide_by_machine
from pentameter.entities.services.matching import Matched
from pentameter.entities.services.proposals import propose
from pentameter.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Entered:
    """How many pairs were decided, and how many were proposed that nobody had proposed before."""

    decided: int
    proposed: int


def enter(matched: Iterable[Matched], model_version: str, by: Actor) -> Entered:
    """Enter it in the caller's transaction: decisions first, so that no proposal is made that they answer."""
    found = tuple(matched)
    decided = [one for some in found for one in some.decided]
    identified = [one for one in decided if one.way is Way.IDENTIFIER]
    scored = [one for one in decided if one.way is not Way.IDENTIFIER]
    made = _decide(identified, marks.VERSION, by) + _decide(scored, model_version, by)
    proposed = [one for some in found for one in some.proposed]
    return Entered(made, propose(proposed, closed_by=by.id))


def _decide(decided: list[Decided], version: str, by: Actor) -> int:
    made = 0
    for start in range(0, len(decided), MOST_AT_ONCE):
        some = decided[start : start + MOST_AT_ONCE]
        made += decide_by_machine(decided=some, model_version=version, by=by).made
    return made
