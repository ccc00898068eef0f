"""What the other parts of bulletins may ask of comments."""

from pentameter.bulletins.comments.queries.threads import Order, ThreadPage, thread

__all__ = ["Order", "ThreadPage", "thread"]
