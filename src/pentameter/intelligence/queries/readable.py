"""Which reports an actor may read, as a condition for the database. It says the same as `rules.may_be_told`."""

from django.db.models import Exists, OuterRef, Q

from pentameter.intelligence.models import Recipient
from pentameter.intelligence.rules import RELEASES, Release, same_state
from pentameter.kernel.actor import Actor, Jurisdiction

NOTHING = Q(pk__in=[])


def readable(actor: Actor) -> Q:
    """The condition under which a report may be read by the actor's agency."""
    if not actor.agency or actor.sector is None or actor.jurisdiction is None:
        return NOTHING
    condition = Q(agency_id=actor.agency)
    for (scheme, code), release in RELEASES.items():
        condition |= Q(scheme=scheme.value, handling=code) & _released(actor, release)
    return condition


def _released(actor: Actor, release: Release) -> Q:
    in_sector = actor.sector in release.sectors
    if in_sector and not release.same_state_only:
        return Q()
    condition = Q(agency__jurisdiction__in=_same_state(actor)) if in_sector else NOTHING
    if release.named:
        condition |= Q(Exists(Recipient.objects.filter(report=OuterRef("pk"), agency_id=actor.agency)))
    return condition


def _same_state(actor: Actor) -> list[str]:
    home = actor.jurisdiction
    return [one.value for one in Jurisdiction if home is not None and same_state(one, home)]
