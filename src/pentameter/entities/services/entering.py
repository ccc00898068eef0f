"""What matching found is entered: decisions into the ledger of judgements, the rest as proposals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pentameter.entities.rules.judgements import Way
from pentameter.entities.services import marks
from pentameter.entities.services.locking import hold_around
from pentameter.entities.services.machine import (
    MOST_AT_ONCE,
    Decided,
    MachineDecided,
    decide_unrecorded,
    record_decided,
)
from pentameter.entities.services.matching import Matched
from pentameter.entities.services.proposals import propose
from pentameter.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Entered:
    """How many pairs were decided, and how many were proposed that nobody had proposed before."""

    decided: int
    proposed: int


def enter(matched: Iterable[Matched], model_version: str, by: Actor) -> Entered:
    """Enter it in the caller's transaction: decisions first, so that no proposal is made that they answer.

    All that it touches is held before the first is entered, and recorded after the last (`services.locking`).
    """
    found = tuple(matched)
    decided = [one for some in found for one in some.decided]
    proposed = [one for some in found for one in some.proposed]
    hold_around(
        {end for one in decided for end in (one.left, one.right)} | {end for one in proposed for end in one.pair}
    )
    identified = [one for one in decided if one.way is Way.IDENTIFIER]
    scored = [one for one in decided if one.way is not Way.IDENTIFIER]
    done = [*_decide(identified, marks.VERSION, by), *_decide(scored, model_version, by)]
    opened = propose(proposed, closed_by=by.id)
    for version, one in done:
        record_decided(one, version, by)
    return Entered(sum(one.made for _, one in done), opened)


def _decide(decided: list[Decided], version: str, by: Actor) -> Iterator[tuple[str, MachineDecided]]:
    for start in range(0, len(decided), MOST_AT_ONCE):
        some = decided[start : start + MOST_AT_ONCE]
        yield version, decide_unrecorded(decided=some, model_version=version, by=by)
