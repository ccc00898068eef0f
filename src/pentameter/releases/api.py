"""The door for other contexts."""

from pentameter.kernel.actor import Actor
from pentameter.releases.keys import WRAPPED
from pentameter.releases.naming.rules import NEVER, Naming, NamingReason
from pentameter.releases.naming.services import naming, naming_of
from pentameter.releases.naming.watching import protected_since
from pentameter.releases.queries.editions import taken_off, waiting
from pentameter.releases.queries.rows import EditionLine
from pentameter.releases.services.auditing import attack_everything
from pentameter.releases.services.bringing import bring_all_again
from pentameter.releases.services.freezing import Plan, begin_release
from pentameter.releases.services.looks import show_releases
from pentameter.releases.services.publishing import publish_due


def releases(*, by: Actor) -> tuple[EditionLine, ...]:
    """Every version of every release, those in hand first."""
    return show_releases(by=by).lines


__all__ = [
    "NEVER",
    "WRAPPED",
    "EditionLine",
    "Naming",
    "NamingReason",
    "Plan",
    "attack_everything",
    "begin_release",
    "bring_all_again",
    "naming",
    "naming_of",
    "protected_since",
    "publish_due",
    "releases",
    "taken_off",
    "waiting",
]
