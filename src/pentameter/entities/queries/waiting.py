"""What waits at the review queue for one person, as the first page tells them."""

from dataclasses import dataclass

from pentameter.entities.queries import queue
from pentameter.entities.queries.contradicted import count_contradicted
from pentameter.entities.queries.queue import COUNTED, QueueFilter
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class ReviewWaiting:
    """Pairs that one can take (`more`: there are more than these), of one's batch, asked of one, and contradictions."""

    pairs: int
    more: bool
    mine: int
    asked: int
    contradictions: int


def review_waiting(by: Actor) -> ReviewWaiting:
    """What waits for one person. At most eight SQL queries."""
    now = clock.now()
    pairs = queue.count(by, QueueFilter(), now)
    return ReviewWaiting(
        pairs=min(pairs, COUNTED),
        more=pairs > COUNTED,
        mine=len(queue.batch(by, now)),
        asked=queue.count_asked(by),
        contradictions=count_contradicted(by),
    )
