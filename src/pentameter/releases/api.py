"""The door for other contexts."""

from pentameter.releases.naming.rules import Naming, NamingReason
from pentameter.releases.naming.services import naming, naming_of
from pentameter.releases.queries.editions import waiting
from pentameter.releases.services.freezing import Plan, begin_release
from pentameter.releases.services.publishing import publish_due

__all__ = ["Naming", "NamingReason", "Plan", "begin_release", "naming", "naming_of", "publish_due", "waiting"]
