"""When a worker counts as dead, and how often a run is tried."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pentameter.kernel.verdict import ALLOWED, Verdict, refused

BEAT = timedelta(seconds=5)
"""How often a worker gives a sign of life."""
SILENCE = timedelta(seconds=30)
"""After how long a silent worker counts as dead."""
ATTEMPTS = 5
"""How often a run is begun before it counts as failed: something in it may be killing its workers."""


@dataclass(frozen=True, slots=True)
class Life:
    """What is known of a worker. `gone`: its own machine knows that the process is no more."""

    seen_at: datetime
    gone: bool


def lives(life: Life | None, *, now: datetime) -> bool:
    """Whether a worker may still be at work. One that is not known is not."""
    return life is not None and not life.gone and now - life.seen_at <= SILENCE


def may_try_again(attempts: int) -> Verdict:
    """Whether a run that was cut short may be begun again."""
    return ALLOWED if attempts < ATTEMPTS else refused(f"It was begun {attempts} times and cut short each time.")
