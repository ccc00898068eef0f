"""A case held for writing: one at a time, and only while something may be added to it."""

from uuid import UUID

from pentameter.access.api import Compartment, Operation
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import require
from pentameter.victims.models import Case
from pentameter.victims.queries.opening import OpenCase, opened
from pentameter.victims.rules.cases import may_write


def held(
    *, case_id: UUID, operation: Operation, compartment: Compartment, by: Actor, purpose: str = "", closed: bool = False
) -> OpenCase:
    """A case, if the actor may, held until the caller's transaction ends. Three SQL queries.

    `closed`: also a closed one, as for what concerns its protection.

    Raises:
        Refused: as for `opened`; and where the case is closed or erased.
    """
    Case.objects.select_for_update().filter(pk=case_id).first()
    case = opened(case_id, by, operation, compartment, purpose=purpose)
    if not (closed and case.safe is not None):
        require(may_write(case.state))
    return case
