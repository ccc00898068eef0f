"""The attacker over everything that was released, asked from the command line or by an auditor."""

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.releases.queries.rows import known_to_all
from pentameter.releases.rules.attacked import Attacked


@transaction.atomic
def attack_everything(*, by: Actor) -> Attacked:
    """What anybody can conclude from all that was released, or is signed to be."""
    from pentameter.releases.safety import attack  # numpy and scipy are loaded only here

    require(decide(by, Operation.VIEW_RELEASES))
    known = known_to_all()
    found = attack(known, ())
    detail = {"tables": len(known), "given_away": len(found.given_away)}
    record(Event.RELEASES_ATTACKED, by=by, subject=("release", ""), detail=detail)
    return found
