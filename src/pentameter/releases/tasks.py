"""Background entry points: what is due is published, and what the public side does not have is brought to it."""

from pentameter.kernel import clock
from pentameter.releases.services.bringing import bring_all
from pentameter.releases.services.publishing import publish_due
from pentameter.work.api import on_beat


@on_beat
def publish() -> None:
    """Publish what is due, then bring what is still to be brought."""
    publish_due(at=clock.now())
    bring_all()
