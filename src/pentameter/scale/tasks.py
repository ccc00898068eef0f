"""Background entry points: one service call each. numpy and scipy are loaded only once there is a run."""

from uuid import UUID

from pentameter.kernel.actor import SYSTEM
from pentameter.scale.queries.runs import unfinished, unfinished_repeats
from pentameter.scale.services.asking import ESTIMATE, REPEAT
from pentameter.scale.services.running import carry_out, repeat_run
from pentameter.work.api import background, enqueue, on_start


@background(ESTIMATE)
def estimate(run_id: str) -> None:
    """Carry a run out."""
    carry_out(run_id=UUID(run_id), by=SYSTEM)


@background(REPEAT)
def repeat(repeat_id: str) -> None:
    """Repeat a run."""
    repeat_run(repeat_id=UUID(repeat_id), by=SYSTEM)


@on_start
def go_on() -> None:
    """Go on with what a worker that ended left unfinished."""
    for run_id in unfinished():
        enqueue(ESTIMATE, str(run_id))
    for repeat_id in unfinished_repeats():
        enqueue(REPEAT, str(repeat_id))
