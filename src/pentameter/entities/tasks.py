"""Background entry points: one service call each."""

from pentameter.entities.services.finding import index_waiting
from pentameter.intelligence.api import unlisted
from pentameter.kernel.actor import SYSTEM
from pentameter.work.api import background, enqueue, on_beat

INDEX = "index_mentions"


@background(INDEX)
def index(_: str) -> None:
    """Index whatever no step of matching has indexed."""
    while index_waiting(by=SYSTEM):
        pass


@on_beat
def index_if_waiting() -> None:
    """Ask for it where something waits."""
    if unlisted(1):
        enqueue(INDEX, "")
