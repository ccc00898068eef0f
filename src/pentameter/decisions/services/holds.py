"""Asking by its reference whether a hold stands: the clocks say, or days to ask for a reconsideration that are open."""

from django.db import transaction

from pentameter.decisions.queries.windows import open_windows
from pentameter.kernel.actor import Actor
from pentameter.victims import api as victims


@transaction.atomic
def look_up_hold(*, reference: str, by: Actor) -> victims.HoldAnswer:
    """Whether a hold stands, and whom to call: nothing of a case."""
    return victims.look_up_hold(reference=reference, by=by, besides=open_windows())
