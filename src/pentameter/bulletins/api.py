"""The door for other contexts."""

from datetime import datetime

from pentameter.bulletins.editing.services import bringing as stories
from pentameter.bulletins.moderation.queries.waiting import ModerationWaiting, moderation_waiting
from pentameter.bulletins.moderation.services import again as comments
from pentameter.bulletins.tipdesk.services import bringing as tips
from pentameter.kernel.actor import Actor


def bring_again(*, since: datetime, by: Actor) -> None:
    """Bring to the public door what it may have lost since a moment: withdrawals, stories, decisions, replies."""
    stories.bring_again(since=since, by=by)
    comments.bring_again(since=since)
    tips.bring_again(by=by)


__all__ = ["ModerationWaiting", "bring_again", "moderation_waiting"]
