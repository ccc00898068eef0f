"""What is written down about signing in and out. Names that were typed are never kept: people type passwords there."""

from uuid import UUID

from django.db import transaction

from pentameter.accounts.models import User
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import SYSTEM, Actor


@transaction.atomic
def note_signed_in(*, by: Actor, methods: list[str]) -> None:
    """Someone signed in, by these methods: password, mfa, socialaccount."""
    record(Event.SIGNED_IN, by=by, subject=("person", by.id), detail={"methods": methods})


@transaction.atomic
def note_signed_out(*, by: Actor, why: str = "asked") -> None:
    """Someone signed out, or was signed out: asked, limit, second factor, another browser."""
    record(Event.SIGNED_OUT, by=by, subject=("person", by.id), detail={"why": why})


@transaction.atomic
def note_elsewhere(*, by: Actor, began_in: str, asked_from: str) -> None:
    """Someone's session was asked for from another kind of browser than it began in."""
    detail = {"began_in": began_in, "asked_from": asked_from}
    record(Event.SESSION_ELSEWHERE, by=by, subject=("person", by.id), detail=detail)


@transaction.atomic
def note_failed(*, step: str, username: str = "", user_id: UUID | None = None) -> None:
    """Signing in failed at a step. The account is named by its id if there is one."""
    known = user_id or User.objects.filter(username__iexact=username).values_list("pk", flat=True).first()
    detail = {"step": step, "known": known is not None}
    record(Event.SIGN_IN_FAILED, by=SYSTEM, subject=("person", known or ""), detail=detail)


@transaction.atomic
def note_factor_changed(*, by: Actor, what: str, sessions_ended: int = 0) -> None:
    """Someone added, removed or renewed a second factor of their own; their other sessions ended with it."""
    record(
        Event.SECOND_FACTOR_CHANGED,
        by=by,
        subject=("person", by.id),
        detail={"what": what, "sessions_ended": sessions_ended},
    )


@transaction.atomic
def note_password_changed(*, by: Actor, how: str) -> None:
    """Someone changed their own password, on their page or by a one-time link."""
    record(Event.PASSWORD_CHANGED, by=by, subject=("person", by.id), detail={"how": how})
