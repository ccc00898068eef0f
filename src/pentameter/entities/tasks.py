"""Background entry points: one service call each."""

from pentameter.entities.linkage.api import forget
from pentameter.entities.queries.following import standing
from pentameter.entities.services.finding import index_waiting
from pentameter.entities.services.following import place_next
from pentameter.entities.services.rematching import match_again_next
from pentameter.intelligence.api import unlisted
from pentameter.kernel.actor import SYSTEM
from pentameter.work.api import background, enqueue, on_beat, on_start, once_more

INDEX = "index_mentions"
MATCH = "match_mentions"


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


@background(MATCH)
def match_mentions(_: str) -> None:
    """Place and match what waits, then match again what another model prepared, until nothing is left."""
    try:
        while once_more(lambda: place_next(by=SYSTEM)) or once_more(lambda: match_again_next(by=SYSTEM)):
            pass
    finally:
        forget()


@on_start
def go_on() -> None:
    """Go on where a worker that ended left off."""
    watch_arrivals()


@on_beat
def watch_arrivals() -> None:
    """Match what arrived since. Where the model cannot be used, or a key does not open, the reports wait."""
    if standing().ready:
        enqueue(MATCH, "all")
