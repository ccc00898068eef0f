"""What can be asked of a run, and how it stands. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pentameter.kernel.periods import Period
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

LONGEST_YEARS = 10
MOST_DRAWS = 200
MOST_REPLICATES = 5_000
FEWEST_REPLICATES = 100
MOST_SEED = 2**31 - 1


class Source(StrEnum):
    """Where the lists come from."""

    ENTITIES = "entities"
    TABLE = "table"


class RunState(StrEnum):
    """How a run stands."""

    WAITING = "waiting"
    ESTIMATING = "estimating"
    ANSWERED = "answered"
    REFUSED = "refused"


class Owner(StrEnum):
    """Who has to do something about a run in a state."""

    WORKER = "the background worker"
    NOBODY = "nobody"


OWNERS = {
    RunState.WAITING: Owner.WORKER,
    RunState.ESTIMATING: Owner.WORKER,
    RunState.ANSWERED: Owner.NOBODY,
    RunState.REFUSED: Owner.NOBODY,
}
RUN_NEXT: dict[RunState, frozenset[RunState]] = {
    RunState.WAITING: frozenset({RunState.ESTIMATING}),
    RunState.ESTIMATING: frozenset({RunState.ANSWERED, RunState.REFUSED}),
    RunState.ANSWERED: frozenset(),
    RunState.REFUSED: frozenset(),
}
"""Which state may follow which: an old run stays as it was."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: of which days (both counted), area and type ("" is all), with which seed and how thoroughly."""

    title: str
    period: Period
    area: str = ""
    theme: str = ""
    seed: int = 0
    draws: int = 40
    replicates: int = 1000


def state_of(*, frozen: bool, answered: bool, refusal: str) -> RunState:
    """The state that follows from what is there."""
    if answered:
        return RunState.REFUSED if refusal else RunState.ANSWERED
    return RunState.ESTIMATING if frozen else RunState.WAITING


def may_ask(question: Question, *, today: date) -> Verdict:
    """Whether a question makes sense."""
    start, end = question.period.start, question.period.end
    if not question.title.strip():
        return refused("Give the run a title by which it will be found again.")
    if end is None or end < start:
        return refused("The period ends before it begins. Put its days in order.")
    if start > today:
        return refused("The period has not begun: nobody can have been seen in it.")
    if (end - start).days > 366 * LONGEST_YEARS:
        return refused(f"The period is longer than {LONGEST_YEARS} years. People come and go in so long a time.")
    return _may_work(question)


def _may_work(question: Question) -> Verdict:
    if not 0 <= question.seed <= MOST_SEED:
        return refused(f"The seed is a whole number from 0 to {MOST_SEED:,}.")
    if not 0 <= question.draws <= MOST_DRAWS:
        return refused(f"Between 0 and {MOST_DRAWS} linkings can be drawn.")
    if not FEWEST_REPLICATES <= question.replicates <= MOST_REPLICATES:
        return refused(f"The bootstrap takes between {FEWEST_REPLICATES} and {MOST_REPLICATES:,} replicates.")
    return ALLOWED
