"""The door for other contexts: what waits for whom."""

from pentameter.oversight.queries.flags import flags_waiting
from pentameter.oversight.queries.glass import GlassWaiting, glass_waiting
from pentameter.oversight.queries.samples import looks_to_check

__all__ = ["GlassWaiting", "flags_waiting", "glass_waiting", "looks_to_check"]
