"""The door for other contexts."""

from pentameter.kernel.actor import Actor
from pentameter.releases.naming.rules import Naming, NamingReason
from pentameter.releases.naming.services import naming, naming_of
from pentameter.releases.queries.editions import waiting
from pentameter.releases.queries.rows import EditionLine
from pentameter.releases.services.auditing import attack_everything
from pentameter.releases.services.freezing import Plan, begin_release
from pentameter.releases.services.looks import show_releases
from pentameter.releases.services.publishing import publish_due


def releases(*, by: Actor) -> tuple[EditionLine, ...]:
    """Every version of every release, those in hand first."""
    return show_releases(by=by).lines


__all__ = [
    "EditionLine",
    "Naming",
    "NamingReason",
    "Plan",
    "attack_everything",
    "begin_release",
    "naming",
    "naming_of",
    "publish_due",
    "releases",
    "waiting",
]
