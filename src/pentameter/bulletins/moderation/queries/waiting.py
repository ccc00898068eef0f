"""How much waits for a moderator."""

from dataclasses import dataclass

from pentameter.bulletins.moderation.queries.appeals import waiting_appeals
from pentameter.bulletins.moderation.queries.queue import how_many_wait
from pentameter.bulletins.moderation.queries.readers import waiting_withdrawals


@dataclass(frozen=True, slots=True)
class ModerationWaiting:
    """Numbers of comments, of those that may harm somebody, of appeals and of withdrawals to second."""

    comments: int
    urgent: int
    appeals: int
    withdrawals: int


def moderation_waiting(by: str) -> ModerationWaiting:
    """What waits for one moderator."""
    comments, urgent = how_many_wait(by)
    appeals = sum(not line.mine for line in waiting_appeals(by))
    return ModerationWaiting(comments, urgent, appeals, len(waiting_withdrawals(by)))
