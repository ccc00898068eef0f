"""Searching everything that one may see, for a stated purpose. What was asked is in the record as a digest alone."""

from collections.abc import Sequence

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.entities.keys import digest_of_asked
from pentameter.entities.queries.searching import FoundThing, Results, results_of
from pentameter.entities.rules.asking import Asked
from pentameter.intelligence.api import phrasing
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require


@transaction.atomic
def search(*, asked: Asked, purpose: str, by: Actor) -> Results:
    """What answers, in reports that the actor may read: things by what they are called, reports by what they say.

    One row of the record says who asked, for what purpose, and what was shown.
    """
    require(decide(by, Operation.SEARCH, purpose=purpose))
    if problem := phrasing(asked.words).problem:
        raise Refused(problem)
    found = results_of(asked, by)
    detail = {
        "asked": digest_of_asked(asked.words),
        "mentions": _mentions(found.things.shown),
        "reports": [str(one.line.id) for one in found.reports.shown],
        "counts": [found.things.total, found.reports.total],
    }
    record(Event.SEARCHED, by=by, subject=("search", ""), purpose=purpose, detail=detail)
    return found


def _mentions(things: Sequence[FoundThing]) -> list[str]:
    return [str(one.shown.mention.id) for thing in things for one in thing.matches]
