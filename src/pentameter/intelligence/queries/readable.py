"""Which reports an actor may read, as a condition for the database. It says the same as `rules.may_be_told`."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q

from pentameter.intelligence.models import Recipient
from pentameter.intelligence.rules import RELEASES, same_state
from pentameter.intelligence.vocabulary import Scheme
from pentameter.kernel.actor import Actor, Jurisdiction

NOTHING = Q(pk__in=[])


def countable(actor: Actor) -> Q:
    """The condition on rows of kept counts whose sum is what the actor may read: each report is in one such row.

    What the code releases to the actor is counted whoever is named; what it does not, by the rows that name the actor.
    """
    if not actor.agency or actor.sector is None or actor.jurisdiction is None:
        return NOTHING
    whoever = Q(agency_id=actor.agency) | _released(actor)
    return Q(recipient="") & whoever | Q(recipient=actor.agency) & _NAMED & ~whoever


def readable(actor: Actor) -> Q:
    """The condition under which a report may be read by the actor's agency."""
    if not actor.agency or actor.sector is None or actor.jurisdiction is None:
        return NOTHING
    named = Exists(Recipient.objects.filter(report=OuterRef("pk"), agency_id=actor.agency))
    return Q(agency_id=actor.agency) | _released(actor) | _NAMED & Q(named)


def _released(actor: Actor) -> Q:
    """What the codes release to the actor's sector, whoever is named."""
    mine = {code: release for code, release in RELEASES.items() if actor.sector in release.sectors}
    everywhere = _under(code for code, release in mine.items() if not release.same_state_only)
    at_home = _under(code for code, release in mine.items() if release.same_state_only)
    return everywhere | at_home & Q(agency__jurisdiction__in=_same_state(actor))


def _under(codes: Iterable[tuple[Scheme, str]]) -> Q:
    """One of these codes: a scheme's together, since every page of the picture says this a dozen times."""
    of_scheme: dict[str, list[str]] = {}
    for scheme, code in codes:
        of_scheme.setdefault(scheme.value, []).append(code)
    every = (Q(scheme=scheme, handling__in=those) for scheme, those in of_scheme.items())
    return reduce(or_, every, NOTHING)


_NAMED = _under(code for code, release in RELEASES.items() if release.named)
"""The codes under which whoever is named may read."""


def _same_state(actor: Actor) -> list[str]:
    home = actor.jurisdiction
    return [one.value for one in Jurisdiction if home is not None and same_state(one, home)]
