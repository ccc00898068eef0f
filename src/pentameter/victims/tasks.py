"""Background entry points: one service call each."""

from datetime import date

from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.victims.queries.look_aheads import look_ahead_standing
from pentameter.victims.services.answering import alert_of_silence
from pentameter.victims.services.looking_ahead import look_ahead, look_daily
from pentameter.victims.services.restoring import notice_losses
from pentameter.work.api import background, enqueue, on_beat, on_start

_LOOK_AHEAD = "look_ahead"
_asked: dict[str, date] = {}
"""The day for which this process asked last: the queue keeps what is asked, and the start of a worker asks again."""


@background(_LOOK_AHEAD)
def look_at_all_clocks(day: str) -> None:
    """The daily look, at every clock. A run for a day that is over looks at today instead: yesterday says nothing."""
    look_daily(day=max(date.fromisoformat(day), clock.today()), by=SYSTEM)


@on_start
def ask_at_start() -> None:
    """Have today's look done or gone on with, whatever became of it before."""
    _asked.clear()
    ask_for_today()


@on_start
def look_for_losses() -> None:
    """See whether rows of the record are gone, as after a restore that nobody marked."""
    notice_losses(by=SYSTEM)


@on_beat
def ask_for_today() -> None:
    """Ask once a day that all clocks be looked at. Where there is no case yet, that is done as soon as said."""
    today = clock.today()
    if _asked.get(_LOOK_AHEAD) == today:
        return
    last = look_ahead_standing()
    if last.on != today:
        if last.anything:
            enqueue(_LOOK_AHEAD, today.isoformat())
        else:
            look_ahead(day=today, by=SYSTEM)
    _asked[_LOOK_AHEAD] = today


@on_beat
def tell_of_silence() -> None:
    """Tell the desk of referrals whose answer is overdue, within seconds of the hour at which it was due."""
    alert_of_silence(by=SYSTEM)
