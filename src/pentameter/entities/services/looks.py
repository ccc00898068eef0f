"""Looking at things: the question and the row that says who asked it, in one transaction."""

from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, looked, record
from pentameter.entities.queries.listing import ThingsPage, things_page
from pentameter.entities.queries.things import ThingView, thing_of
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was, require


@transaction.atomic
def show_thing(*, mention_id: UUID, by: Actor) -> ThingView:
    """The thing that a mention belongs to, as far as the actor may know it.

    Raises:
        Refused: hidden, unless the actor may read the mention.
    """
    require(decide(by, Operation.VIEW_THINGS))
    found = thing_of(mention_id, by)
    if found is None:
        raise never_was()
    subject = Subject("mention", str(mention_id), Compartment.INTELLIGENCE, released=True)
    require(decide(by, Operation.VIEW_THINGS, subject))
    detail = {"mentions": [str(one.mention.id) for one in found.mentions], "of": found.total}
    record(Event.THING_READ, by=by, subject=("thing", found.id), detail=detail)
    return found


@transaction.atomic
def list_things(*, by: Actor, kind: str = "", page: int = 1) -> ThingsPage:
    """A page of things, of one kind or of all."""
    require(decide(by, Operation.VIEW_THINGS))
    found = things_page(by, kind=kind, number=page)
    looked(Event.THINGS_LISTED, by=by, kind="thing", ids=[line.id for line in found.lines])
    return found
