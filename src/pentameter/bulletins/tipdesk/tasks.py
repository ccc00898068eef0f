"""Background entry points: what passes between the doors, beat by beat."""

from pentameter.bulletins.tipdesk.services.bringing import bring_over
from pentameter.bulletins.tipdesk.services.keeping import let_go
from pentameter.bulletins.tipdesk.services.taking import take_over
from pentameter.kernel.actor import SYSTEM
from pentameter.work.api import on_beat


@on_beat
def take() -> None:
    """Take over what came in."""
    take_over(by=SYSTEM)


@on_beat
def bring() -> None:
    """Bring over what the public database does not have yet."""
    bring_over(by=SYSTEM)


@on_beat
def forget() -> None:
    """Let go of what was kept long enough."""
    let_go(by=SYSTEM)
