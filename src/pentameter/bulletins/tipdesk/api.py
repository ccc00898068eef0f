"""The door for the other parts of bulletins, and for those who put the house together."""

from pentameter.bulletins.tipdesk.queries.listing import waiting
from pentameter.bulletins.tipdesk.services.taking import take_from_comment

__all__ = ["take_from_comment", "waiting"]
