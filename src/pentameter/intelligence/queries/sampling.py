"""Whether what was reported opens, by a sample of it; and whether each file that is being taken in is there."""

from uuid import UUID

from pentameter.intelligence import store
from pentameter.intelligence.keys import keys_opened
from pentameter.intelligence.models import DataKey, Mention
from pentameter.intelligence.queries.intake import unfinished
from pentameter.kernel.sealing import SealBroken


def mentions_that_open(*, at_most: int) -> tuple[int, int]:
    """How many mentions were tried, and how many opened: the newest ones. Two SQL queries."""
    wrapped = {row.agency_id: bytes(row.wrapped) for row in DataKey.objects.all()}
    rows = Mention.objects.order_by("-id")
    found = list(rows.values_list("id", "report__agency_id", "sealed")[:at_most])
    return len(found), sum(_opens(wrapped.get(agency), agency, pk, bytes(sealed)) for pk, agency, sealed in found)


def files_missing() -> tuple[UUID, ...]:
    """Files that are not taken in to their end, and of which nothing is kept. One SQL query."""
    return tuple(one for one in unfinished() if not store.is_kept(one))


def _opens(wrapped: bytes | None, agency: str, mention: UUID, sealed: bytes) -> bool:
    if wrapped is None:
        return False
    try:
        keys_opened(agency, wrapped).unseal(sealed, bound_to=f"mention:{mention}")
    except SealBroken:
        return False
    return True
