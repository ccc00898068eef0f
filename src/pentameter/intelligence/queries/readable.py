"""Which reports an actor may read, as a condition for the database. It says the same as `rules.may_be_told`."""

from django.db.models import Exists, OuterRef, Q

from pentameter.intelligence.models import Recipient
from pentameter.intelligence.rules import RELEASES, Release, same_state
from pentameter.kernel.actor import Actor, Jurisdiction

NOTHING = Q(pk__in=[])


def countable(actor: Actor) -> Q:
    """The condition on rows of kept counts whose sum is what the actor may read: each report is in one such row.

    What the code releases to the actor is counted whoever is named; what it does not, by the rows that name the actor.
    """
    if not actor.agency or actor.sector is None or actor.jurisdiction is None:
        return NOTHING
    whoever, named = Q(agency_id=actor.agency), NOTHING
    for (scheme, code), release in RELEASES.items():
        of_code = Q(scheme=scheme.value, handling=code)
        whoever |= of_code & _to_sector(actor, release)
        named |= of_code if release.named else NOTHING
    return Q(recipient="") & whoever | Q(recipient=actor.agency) & named & ~whoever


def readable(actor: Actor) -> Q:
    """The condition under which a report may be read by the actor's agency."""
    if not actor.agency or actor.sector is None or actor.jurisdiction is None:
        return NOTHING
    condition = Q(agency_id=actor.agency)
    for (scheme, code), release in RELEASES.items():
        condition |= Q(scheme=scheme.value, handling=code) & _released(actor, release)
    return condition


def _released(actor: Actor, release: Release) -> Q:
    condition = _to_sector(actor, release)
    if condition and release.named:
        condition |= Q(Exists(Recipient.objects.filter(report=OuterRef("pk"), agency_id=actor.agency)))
    return condition


def _to_sector(actor: Actor, release: Release) -> Q:
    """Where the code releases a report to the actor's sector; an empty condition is no condition."""
    if actor.sector not in release.sectors:
        return NOTHING
    return Q(agency__jurisdiction__in=_same_state(actor)) if release.same_state_only else Q()


def _same_state(actor: Actor) -> list[str]:
    home = actor.jurisdiction
    return [one.value for one in Jurisdiction if home is not None and same_state(one, home)]
