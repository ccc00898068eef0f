"""What actors are called, for pages that show who did something."""

from collections.abc import Iterable
from uuid import UUID

from pentameter.accounts.models import AgencyToken, User
from pentameter.kernel.actor import SYSTEM


def names(ids: Iterable[str] | None = None) -> dict[str, str]:
    """The names of these actors, people and agencies' systems, in order of name; of all if none are named."""
    wanted = None if ids is None else [UUID(one) for one in ids if _is_uuid(one)]
    people, tokens = User.objects.all(), AgencyToken.objects.select_related("agency")
    if wanted is not None:
        people, tokens = people.filter(id__in=wanted), tokens.filter(id__in=wanted)
    known = {SYSTEM.id: SYSTEM.name}
    known |= {str(pk): name for pk, name in people.values_list("id", "name")}
    if wanted is None or any(str(one) not in known for one in wanted):
        known |= {str(token.pk): f"{token.agency.name}: {token.label}" for token in tokens}
    return dict(sorted(known.items(), key=lambda item: item[1].casefold()))


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
