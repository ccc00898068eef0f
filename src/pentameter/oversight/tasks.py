"""Background entry points: one service call each."""

from datetime import date, datetime

from pentameter.audit import api as audit
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.oversight.queries.runs import last_run
from pentameter.oversight.queries.samples import is_drawn
from pentameter.oversight.rules.runs import run_at
from pentameter.oversight.rules.samples import last_week
from pentameter.oversight.services.sampling import draw_samples
from pentameter.oversight.services.watching import watch
from pentameter.work.api import background, enqueue, on_beat, on_start

_WATCH, _DRAW = "watch_record", "draw_samples"
_asked: dict[str, datetime | date] = {}
"""What this process asked for last: the queue keeps what is asked, and the start of a worker asks again."""


@background(_WATCH)
def watch_record(due: str) -> None:
    """Go along the record. A run that was due before the latest one is made up for by that."""
    watch(due=max(datetime.fromisoformat(due), run_at(clock.now())), by=SYSTEM)


@background(_DRAW)
def draw(week: str) -> None:
    """Draw the sample of a week."""
    draw_samples(week=date.fromisoformat(week), by=SYSTEM)


@on_start
def ask_at_start() -> None:
    """Have what is due done or gone on with, whatever became of it before."""
    _asked.clear()
    ask_for_what_is_due()


@on_beat
def ask_for_what_is_due() -> None:
    """Four times a day the watch, and once a week the sample. Where nobody has acted, nobody has looked."""
    if not audit.anybody_acted():
        return
    due, week = run_at(clock.now()), last_week(clock.today())
    if _asked.get(_WATCH) != due:
        last = last_run()
        if last is None or last < due:
            enqueue(_WATCH, due.isoformat())
        _asked[_WATCH] = due
    if _asked.get(_DRAW) != week:
        if not is_drawn(week):
            enqueue(_DRAW, week.isoformat())
        _asked[_DRAW] = week
