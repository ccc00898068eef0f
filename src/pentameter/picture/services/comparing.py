"""Looking at two of a kind side by side."""

from datetime import date, datetime

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.picture.compare_forms import Wanted
from pentameter.picture.queries.comparing import Comparison, comparison
from pentameter.picture.services.looks import rights_of


@transaction.atomic
def show_comparison(*, wanted: Wanted, by: Actor, at: datetime, today: date) -> Comparison:
    """Two waves, two forces or two periods, as the actor may see them."""
    require(decide(by, Operation.VIEW_PICTURE))
    found = comparison(wanted, by, rights_of(by), at=at, today=today)
    detail = {"compared": wanted.kind.value, "sides": list(found.chosen), "narrowed": wanted.asked.parameters()}
    record(Event.PICTURE_SHOWN, by=by, subject=("wave", found.frame.wave.id), detail=detail)
    return found
