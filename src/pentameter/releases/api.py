"""The door for other contexts."""

from pentameter.releases.naming.rules import Naming, NamingReason
from pentameter.releases.naming.services import naming, naming_of

__all__ = ["Naming", "NamingReason", "naming", "naming_of"]
