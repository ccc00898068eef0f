"""Who sends to the API: a system of an agency of every kind, one whose token was revoked, and nobody."""

from collections.abc import Mapping
from datetime import timedelta

from pentameter.accounts import api as accounts
from pentameter.accounts.models import Agency, AgencyToken
from pentameter.decisions.models import RemovalList
from pentameter.intelligence.models import IntakeFile
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM


def senders() -> dict[str, dict[str, str]]:
    """Headers by name: of one agency of each sector, and of those who may not come in."""
    expires_on = clock.today() + timedelta(days=30)
    found: dict[str, dict[str, str]] = {}
    for agency in Agency.objects.filter(current=True).order_by("sector", "slug"):
        if (name := f"a system of {agency.sector}") not in found:
            issued = accounts.issue_token(agency=agency.slug, label="theirs", expires_on=expires_on, by=SYSTEM)
            found[name] = {"Authorization": f"Bearer {issued.token}"}
    revoked = accounts.issue_token(agency="durham", label="revoked", expires_on=expires_on, by=SYSTEM)
    AgencyToken.objects.filter(label="revoked").update(revoked_at=clock.now())
    return found | {
        "a revoked token": {"Authorization": f"Bearer {revoked.token}"},
        "a token of nobody": {"Authorization": "Bearer pentameter_never"},
        "nobody": {},
    }


def there() -> Mapping[str, tuple[str, ...]]:
    """Ids of what there is."""
    return {
        "file_id": tuple(map(str, IntakeFile.objects.values_list("pk", flat=True))) or ("x",),
        "list_id": tuple(map(str, RemovalList.objects.values_list("pk", flat=True))) or ("x",),
    }
