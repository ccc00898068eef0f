"""Whether cases open, by a sample of them. Nothing of what they hold is handed out."""

from pentameter.kernel.sealing import SealBroken
from pentameter.victims.keys import unwrap
from pentameter.victims.models import Case
from pentameter.victims.queries.opening import bound


def cases_that_open(*, at_most: int) -> tuple[int, int]:
    """Of how many cases the identity was tried, and of how many it opened: the newest ones. One SQL query."""
    rows = Case.objects.filter(key__isnull=False, identity__isnull=False).select_related("key")
    found = list(rows.order_by("-id")[:at_most])
    return len(found), sum(_opens(row) for row in found)


def _opens(row: Case) -> bool:
    try:
        safe = unwrap(row.id, row.key.wrapped)
        return row.identity is not None and safe.unseal(row.identity, bound_to=bound("identity", row.id)) is not None
    except SealBroken:
        return False
