"""Background entry points: one service call each."""

from pentameter.bulletins.comments.services.entering import forget_unused
from pentameter.bulletins.comments.services.letters import send_waiting
from pentameter.bulletins.comments.services.limiting import forget_tries
from pentameter.bulletins.moderation.services import answering, bringing, closing, counting, disciplining
from pentameter.bulletins.moderation.services.opening import open_published
from pentameter.bulletins.moderation.services.rechecking import recheck
from pentameter.bulletins.moderation.services.taking_in import take_in
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.work.api import on_beat, on_start


@on_start
def take_everything_in() -> None:
    """Find what was written while no worker ran."""
    take_in(by=SYSTEM, everything=True)


@on_beat
def take_new_in() -> None:
    """Take in what readers wrote, changed, took back and reported."""
    take_in(by=SYSTEM)


@on_beat
def check_again() -> None:
    """Check what stands again, before more is brought over: somebody may have become protected since."""
    recheck(by=SYSTEM)


@on_beat
def bring_over() -> None:
    """Open what was published, bring over what was decided and is not there yet, and count if there was anything."""
    open_published(by=SYSTEM, today=clock.today())
    closing.close_due(by=SYSTEM, today=clock.today())
    brought = closing.bring_settings() + bringing.bring_waiting()
    brought += disciplining.bring_steps() + answering.bring_answers()
    if brought:
        counting.count_month(today=clock.today())


@on_beat
def send_letters() -> None:
    """Send the letters that wait, and forget what is kept for a time only."""
    send_waiting()
    forget_tries()
    forget_unused()
