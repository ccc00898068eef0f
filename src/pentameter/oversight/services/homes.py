"""Where people live: said by themselves, kept as a mark, and never shown again."""

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.oversight.keys import home_mark
from pentameter.oversight.models import Home


@transaction.atomic
def declare_home(*, postcode: str, by: Actor) -> None:
    """Say where one lives. The latest counts."""
    require(decide(by, Operation.DECLARE_HOME))
    Home.objects.update_or_create(person=by.id, defaults={"mark": home_mark(postcode), "declared_at": clock.now()})
    record(Event.HOME_DECLARED, by=by, subject=("home", by.id))
