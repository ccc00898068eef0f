"""The door for other contexts."""

from pentameter.work.background import background, enqueue, on_beat, on_start
from pentameter.work.middleware import fresh_key, only_asks
from pentameter.work.once import once
from pentameter.work.queries import WorkStanding, living, standing
from pentameter.work.refusals import remember_refusal, status_of
from pentameter.work.unlucky import once_more
from pentameter.work.uploads import OneInMemory

__all__ = [
    "OneInMemory",
    "WorkStanding",
    "background",
    "enqueue",
    "fresh_key",
    "living",
    "on_beat",
    "on_start",
    "once",
    "once_more",
    "only_asks",
    "remember_refusal",
    "standing",
    "status_of",
]
