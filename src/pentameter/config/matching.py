"""Matching everything from the command line: the same steps as the worker's, one after the other."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from pentameter.entities import api as entities
from pentameter.kernel.actor import SYSTEM

Progress = Callable[[str, int, int], None]
PLACING, AGAIN = "Placing reports", "Matching people again"
STAGES = (PLACING, AGAIN)


@dataclass(slots=True)
class Outcome:
    """What came of it. `trouble` says why nothing more is matched; the reports of `locked` agencies wait."""

    reports: int = 0
    mentions: int = 0
    again: int = 0
    decided: int = 0
    proposed: int = 0
    withdrawn: int = 0
    trouble: str = ""
    locked: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def match(everyone: bool, progress: Progress) -> Outcome:
    """Place and match what waits, then match again what another model prepared; with `everyone`, all people."""
    outcome = Outcome(trouble=entities.standing().trouble)
    if not outcome.trouble:
        if everyone:
            entities.match_all_again(by=SYSTEM)
        _place(outcome, progress)
        _again(outcome, progress)
    outcome.locked = entities.standing().locked
    return outcome


def _place(outcome: Outcome, progress: Progress) -> None:
    total = entities.standing().waiting
    progress(PLACING, 0, total)
    while step := entities.place_next(by=SYSTEM):
        outcome.reports += step.reports
        outcome.mentions += step.mentions
        outcome.decided += step.decided
        outcome.proposed += step.proposed
        progress(PLACING, outcome.reports, max(total, outcome.reports))


def _again(outcome: Outcome, progress: Progress) -> None:
    total = entities.waiting_again()
    progress(AGAIN, 0, total)
    while step := entities.match_again_next(by=SYSTEM):
        outcome.again += step.people
        outcome.decided += step.decided
        outcome.proposed += step.proposed
        outcome.withdrawn += step.withdrawn
        progress(AGAIN, outcome.again, max(total, outcome.again))
