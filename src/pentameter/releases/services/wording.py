"""Whether the words of a release would identify somebody: asked before it is signed, and again at its time.

Its words are its title, its address and its description; the tables are the attacker's matter. Those who may see it
early are named in it because they hold an office, and are not asked about.
"""

from dataclasses import astuple

from pentameter.kernel.actor import Actor
from pentameter.releases.models import Edition
from pentameter.releases.naming.rules import NEVER
from pentameter.releases.naming.services import naming
from pentameter.releases.queries.rows import words_of
from pentameter.releases.services.loading import NotYet

NAMES = "Its words may say who or where somebody protected is. Describe it anew, without that."


def words_said(row: Edition) -> str:
    """Every word of a version that somebody wrote."""
    return "\n\n".join((row.release.title, row.release.slug.replace("-", " "), *astuple(words_of(row.words))))


def insist_on_nobody_named(said: str, *, by: Actor) -> None:
    """Go on only if these words would not say who or where somebody is.

    Raises:
        NotYet: with the kinds of reasons.
    """
    reasons = [one for one in naming(said, by=by).reasons if one in NEVER]
    if reasons:
        raise NotYet(" ".join(("This cannot be published as it is.", *(one.words for one in reasons))))
