"""The door for other contexts."""

from pentameter.bulletins.moderation.queries.waiting import ModerationWaiting, moderation_waiting

__all__ = ["ModerationWaiting", "moderation_waiting"]
