"""The door for other contexts."""

from pentameter.audit.events import Event
from pentameter.audit.services import looked, record

__all__ = ["Event", "looked", "record"]
