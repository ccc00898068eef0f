"""What a person sees of their own account."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils.http import urlencode

from pentameter.accounts.models import User
from pentameter.accounts.queries.browsers import BrowserLine, browsers_of
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor

FACTOR_ALONE = "factor"
"""In an address of `account/confirm/`: a password would not do here, and is not offered."""
_BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Factor:
    """A second factor. `id` is there for passkeys, which are removed one by one."""

    id: int
    kind: str
    name: str
    added_at: datetime
    last_used_at: datetime | None


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session of one's own."""

    id: int
    began_at: datetime
    seen_at: datetime
    address: str
    browser: str
    is_this_one: bool


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """One's own account: what is known, what proves who one is, where one is signed in."""

    username: str
    email: str
    has_password: bool
    factors: tuple[Factor, ...]
    recovery_codes_left: int
    sessions: tuple[OpenSession, ...]
    browsers: tuple[BrowserLine, ...]

    @property
    def has_app(self) -> bool:
        """Whether an authenticator app is set up."""
        return any(factor.kind == Authenticator.Type.TOTP for factor in self.factors)


def own_account(user_id: UUID, *, session_key: str) -> OwnAccount:
    """One's own account. Five SQL queries."""
    user = User.objects.get(pk=user_id)
    held = list(Authenticator.objects.filter(user_id=user_id).order_by("created_at"))
    codes = next((one for one in held if one.type == Authenticator.Type.RECOVERY_CODES), None)
    return OwnAccount(
        username=user.username,
        email=user.email,
        has_password=user.has_usable_password(),
        factors=tuple(_factor(one) for one in held if one is not codes),
        recovery_codes_left=len(codes.wrap().get_unused_codes()) if codes else 0,
        sessions=open_sessions(user_id, session_key=session_key),
        browsers=browsers_of(user_id),
    )


def open_sessions(user_id: UUID, *, session_key: str) -> tuple[OpenSession, ...]:
    """The sessions of a person that are open, newest first."""
    alive = Session.objects.filter(expire_date__gt=clock.now()).values("session_key")
    found = UserSession.objects.filter(user_id=user_id, session_key__in=alive).order_by("-created_at")
    return tuple(
        OpenSession(
            id=one.pk,
            began_at=one.created_at,
            seen_at=one.last_seen_at,
            address=one.ip,
            browser=browser(one.user_agent),
            is_this_one=one.session_key == session_key,
        )
        for one in found
    )


def factors_held(user_id: UUID) -> int:
    """How many second factors a person has. Recovery codes do not count."""
    held = Authenticator.objects.filter(user_id=user_id).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return int(held.count())


def passkeys_held(user_id: UUID) -> int:
    """How many passkeys a person has."""
    return int(Authenticator.objects.filter(user_id=user_id, type=Authenticator.Type.WEBAUTHN).count())


def way_to_show_factor(*, by: Actor, then: str) -> str:
    """Where the actor shows their second factor once more, and then goes on: by a code, or by the passkey they have."""
    has_app = Authenticator.objects.filter(user_id=by.id, type=Authenticator.Type.TOTP).exists()
    name = "mfa_reauthenticate" if has_app else "mfa_reauthenticate_webauthn"
    return f"{reverse(name)}?{urlencode({'next': then, FACTOR_ALONE: '1'})}"


def browser(user_agent: str) -> str:
    """A browser and its system as people say it: "Firefox on Linux"."""
    name = next((word for sign, word in _BROWSERS if sign in user_agent), "")
    system = next((word for sign, word in _SYSTEMS if sign in user_agent), "")
    return f"{name or 'Another browser'} on {system}" if system else name or "Unknown browser"


def _factor(one: Authenticator) -> Factor:
    kind = str(one.type)
    name = "Authenticator app" if kind == Authenticator.Type.TOTP else one.wrap().name
    return Factor(one.pk, kind, name, one.created_at, one.last_used_at)
