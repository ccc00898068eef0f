"""Background entry points: stories are published at their time, and what was decided is brought over."""

from pentameter.bulletins.editing.services.bringing import bring_waiting
from pentameter.bulletins.editing.services.publishing import publish_due
from pentameter.bulletins.editing.services.rechecking import recheck
from pentameter.kernel.actor import SYSTEM
from pentameter.work.api import on_beat


@on_beat
def publish_in_time() -> None:
    """Publish what is due."""
    publish_due(by=SYSTEM)


@on_beat
def check_again() -> None:
    """Check what is published again, before more is brought over: somebody may have become protected since."""
    recheck(by=SYSTEM)


@on_beat
def bring_what_waits() -> None:
    """Bring over what a fault held up."""
    bring_waiting(by=SYSTEM)
