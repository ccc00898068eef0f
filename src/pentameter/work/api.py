"""The door for other contexts."""

from pentameter.work.background import background, enqueue, on_start
from pentameter.work.middleware import fresh_key
from pentameter.work.once import once
from pentameter.work.queries import WorkStanding, standing

__all__ = ["WorkStanding", "background", "enqueue", "fresh_key", "on_start", "once", "standing"]
