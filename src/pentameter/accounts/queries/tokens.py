"""The tokens that agencies' systems sign in with."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from pentameter.accounts.models import AgencyToken
from pentameter.accounts.rules import TokenFacts, token_holds
from pentameter.kernel import clock


@dataclass(frozen=True, slots=True)
class TokenLine:
    """A token in a list. The token itself is nowhere: only its digest is kept."""

    id: UUID
    agency: str
    agency_name: str
    label: str
    issued_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    state: str

    @property
    def last_day(self) -> date:
        """The last day on which it holds: it ends as the next one begins."""
        return (self.expires_at - timedelta(seconds=1)).astimezone(clock.LONDON).date()

    @property
    def holds(self) -> bool:
        """Whether it still opens anything."""
        return self.state == ""


def tokens(agency: str = "") -> tuple[TokenLine, ...]:
    """All tokens, or those of one agency, newest first."""
    found = AgencyToken.objects.select_related("agency")
    return tuple(_line(one) for one in (found.filter(agency_id=agency) if agency else found))


def _line(one: AgencyToken) -> TokenLine:
    return TokenLine(
        id=one.pk,
        agency=one.agency_id,
        agency_name=one.agency.name,
        label=one.label,
        issued_at=one.issued_at,
        expires_at=one.expires_at,
        last_used_at=one.last_used_at,
        state=token_holds(TokenFacts(one.expires_at, one.revoked_at), now=clock.now()).reason,
    )
