"""The door for other contexts."""

from pentameter.work.middleware import fresh_key, once

__all__ = ["fresh_key", "once"]
