"""A restored backup brings back what was disposed of since: it is disposed of again, from the list kept outside."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from pentameter.audit.api import Event, record
from pentameter.entities import api as entities
from pentameter.intelligence import api as intelligence
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import ALLOWED, refused, require
from pentameter.retention.rules.groups import Kind
from pentameter.retention.storage import Line
from pentameter.victims import api as victims


def dispose_again(*, lines: Iterable[Line], by: Actor) -> dict[Kind, int]:
    """Have everything on the list go that is here. How many of each kind there were; run again, there are none.

    Two people decided it of each of them, before the backup brought it back: nothing is asked again.

    Raises:
        Refused: unless it is Pentameter itself that acts.
    """
    require(ALLOWED if by.role is Role.SYSTEM else refused("Only Pentameter disposes of what was disposed of before."))
    found: dict[Kind, int] = {}
    for kind, item, _ in lines:
        if _one_again(kind, item, by):
            found[kind] = found.get(kind, 0) + 1
    return found


@transaction.atomic
def _one_again(kind: Kind, item: UUID, by: Actor) -> bool:
    done = victims.erase_again(case_id=item, by=by) if kind is Kind.CASE else _report_again(item, by)
    if done:
        record(Event.DISPOSED_AGAIN, by=by, subject=(kind.value, item))
    return done


def _report_again(item: UUID, by: Actor) -> bool:
    found = intelligence.report_at_review(item)
    if found is None or found.gone:
        return False
    entities.forget_report(report_id=item, by=by)
    intelligence.dispose_report(report_id=item, by=by)
    return True
