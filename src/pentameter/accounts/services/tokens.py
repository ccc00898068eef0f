"""Tokens: what an agency's own system signs in with.

A token reads `pentameter_<id>_<secret>`. The secret has 256 random bits; its SHA-256 digest is all that is kept, so
nobody can read a token out of the database, and a slow digest would add nothing.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from pentameter.access.api import Operation, Subject, decide
from pentameter.accounts import rules
from pentameter.accounts.models import Agency, AgencyToken
from pentameter.audit.api import Event, record
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, AgencySector, Jurisdiction, Role
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused, require

_FORM = re.compile(r"pentameter_(?P<id>[0-9a-f]{32})_(?P<secret>[A-Za-z0-9_-]{43})")
_NOTED = timedelta(minutes=1)
_NOBODY = hashlib.sha256(b"no token").hexdigest()


@dataclass(frozen=True, slots=True)
class Issued:
    """A token that was just issued. `token` is shown once and kept nowhere."""

    id: UUID
    token: str


@transaction.atomic
def issue_token(*, agency: str, label: str, expires_on: date, by: Actor) -> Issued:
    """Issue a token for an agency's system, good to the end of `expires_on`."""
    require(decide(by, Operation.MANAGE_TOKENS, Subject("agency", agency, owner_agency=agency)))
    require(rules.may_issue(expires_on, today=clock.today()))
    if not Agency.objects.filter(slug=agency, current=True).exists():
        raise Refused("There is no such agency today.")
    token_id, secret = new_id(), secrets.token_urlsafe(32)
    AgencyToken.objects.create(
        id=token_id,
        agency_id=agency,
        label=label,
        digest=_digest(secret),
        issued_at=clock.now(),
        issued_by=by.id,
        expires_at=datetime.combine(expires_on + timedelta(days=1), time.min, clock.LONDON),
    )
    record(Event.TOKEN_ISSUED, by=by, subject=("token", token_id), detail={"agency": agency})
    return Issued(token_id, f"pentameter_{token_id.hex}_{secret}")


@transaction.atomic
def revoke_token(*, token_id: UUID, by: Actor) -> None:
    """Revoke a token: from now on it opens nothing."""
    require(decide(by, Operation.MANAGE_TOKENS))
    token = AgencyToken.objects.select_for_update().filter(pk=token_id).first()
    if token is None:
        raise Refused("There is no such token.", hidden=True)
    if token.revoked_at is not None:
        raise Refused("This token was revoked already.", conflict=True)
    AgencyToken.objects.filter(pk=token_id).update(revoked_at=clock.now())
    record(Event.TOKEN_REVOKED, by=by, subject=("token", token_id), detail={"agency": token.agency_id})


def actor_for_token(token: str) -> Actor | None:
    """The agency's system that the token stands for. None if it is unknown, revoked, expired or malformed.

    The secret is compared in constant time, also where there is no such token. What the system then does is audited
    under the token's id; that it was used is noted at most once a minute.
    """
    match = _FORM.fullmatch(token)
    row = AgencyToken.objects.select_related("agency").filter(pk=UUID(match["id"])).first() if match else None
    same = hmac.compare_digest(_digest(match["secret"] if match else ""), row.digest if row else _NOBODY)
    if row is None or not same:
        return None
    now = clock.now()
    if not rules.token_holds(rules.TokenFacts(row.expires_at, row.revoked_at), now=now).allowed:
        return None
    _note_use(row.pk, now)
    return Actor(
        id=str(row.pk),
        role=Role.AGENCY_SYSTEM,
        agency=row.agency_id,
        sector=AgencySector(row.agency.sector),
        jurisdiction=Jurisdiction(row.agency.jurisdiction),
        name=row.label,
    )


def _note_use(token_id: UUID, now: datetime) -> None:
    stale = Q(last_used_at=None) | Q(last_used_at__lt=now - _NOTED)
    AgencyToken.objects.filter(stale, pk=token_id).update(last_used_at=now)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
