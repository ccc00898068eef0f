"""What the system knows of itself, before anything is called clear."""

from pentameter.decisions.rules.screening.clearance import Soundness
from pentameter.kernel import clock
from pentameter.victims import api as victims
from pentameter.work import api as work


def soundness() -> Soundness:
    """Whether anybody works, when the clocks were last looked at, which holds there are, whether any may be missing.

    Four SQL queries.
    """
    return Soundness(
        now=clock.now(),
        today=clock.today(),
        workers=work.living(),
        looked_ahead_on=victims.looked_ahead_on(),
        complete=victims.nothing_missing(),
        mark=victims.holds_mark(),
    )
