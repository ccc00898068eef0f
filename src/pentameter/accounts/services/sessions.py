"""Sessions: at most three at once, ended one by one by their owner, and all together when trust ends."""

from uuid import UUID

from allauth.usersessions.models import UserSession
from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.accounts.rules import surplus
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require


@transaction.atomic
def end_session(*, session_id: int, by: Actor) -> None:
    """End one of one's own sessions."""
    require(decide(by, Operation.MANAGE_OWN_ACCOUNT))
    session = UserSession.objects.filter(pk=session_id, user_id=by.id).first()
    if session is None:
        raise Refused("There is no such session.", hidden=True)
    session.end()
    record(Event.SESSION_ENDED, by=by, subject=("person", by.id), detail={"session": session_id})


@transaction.atomic
def keep_newest_sessions(*, by: Actor) -> int:
    """End the actor's oldest sessions beyond three, and say how many ended."""
    open_now = list(UserSession.objects.filter(user_id=by.id))
    ended = set(surplus([(one.session_key, one.created_at) for one in open_now]))
    for one in open_now:
        if one.session_key in ended:
            one.end()
            detail = {"session": one.pk, "why": "too many at once"}
            record(Event.SESSION_ENDED, by=by, subject=("person", by.id), detail=detail)
    return len(ended)


@transaction.atomic
def end_other_sessions(*, session_key: str, by: Actor) -> int:
    """End all of one's own sessions but this one, and say how many ended."""
    require(decide(by, Operation.MANAGE_OWN_ACCOUNT))
    ended = end_others(UUID(by.id), but=session_key)
    record(Event.SESSION_ENDED, by=by, subject=("person", by.id), detail={"why": "all others", "sessions": ended})
    return ended


def end_others(user_id: UUID, *, but: str) -> int:
    """End every session of a person but one. Part of the act that makes it necessary, which is audited."""
    open_now = list(UserSession.objects.filter(user_id=user_id).exclude(session_key=but))
    for one in open_now:
        one.end()
    return len(open_now)


def end_all_sessions(user_id: UUID) -> int:
    """End every session of a person. Part of the act that makes it necessary, which is audited."""
    open_now = list(UserSession.objects.filter(user_id=user_id))
    for one in open_now:
        one.end()
    return len(open_now)
