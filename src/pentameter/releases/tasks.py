"""Background entry points: what is due is published, and what the public side does not have is brought to it."""

from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.releases.services.bringing import bring_all
from pentameter.releases.services.publishing import publish_due
from pentameter.releases.services.rechecking import recheck
from pentameter.work.api import on_beat


@on_beat
def publish() -> None:
    """Check again what is public, publish what is due, then bring what is still to be brought."""
    recheck(by=SYSTEM)
    publish_due(at=clock.now())
    bring_all()
