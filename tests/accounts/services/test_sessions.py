"""Sessions end: one by one, beyond three, and all together."""

from datetime import timedelta
from uuid import UUID

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client

import cast
from pentameter.accounts.services.sessions import (
    end_all_sessions,
    end_other_sessions,
    end_session,
    keep_newest_sessions,
)
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)


def begun(person=cast.durham_constable, *, hours_ago: int = 0) -> UserSession:
    client = cast.sign_in(Client(), person())
    return UserSession.objects.create(
        user_id=person().id,
        ip="192.0.2.1",
        session_key=client.session.session_key,
        user_agent="test",
        created_at=clock.now() - timedelta(hours=hours_ago),
    )


def test_the_newest_three_stay() -> None:
    keys = [begun(hours_ago=hours).session_key for hours in (4, 3, 2, 1, 0)]
    begun(cast.garda, hours_ago=9)
    assert keep_newest_sessions(by=cast.durham_constable()) == 2
    assert set(Session.objects.values_list("session_key", flat=True)) & set(keys) == set(keys[2:])
    assert UserSession.objects.filter(user_id=cast.garda().id).count() == 1
    assert Entry.objects.filter(event="session_ended").count() == 2
    assert keep_newest_sessions(by=cast.durham_constable()) == 0


def test_ones_own_session_ends_and_nobody_elses() -> None:
    own, theirs = begun(), begun(cast.garda)
    end_session(session_id=own.pk, by=cast.durham_constable())
    assert not Session.objects.filter(session_key=own.session_key).exists()
    with pytest.raises(Refused) as refusal:
        end_session(session_id=theirs.pk, by=cast.durham_constable())
    assert refusal.value.hidden
    assert Session.objects.filter(session_key=theirs.session_key).exists()


def test_all_end_together() -> None:
    begun(), begun()
    assert end_all_sessions(UUID(cast.durham_constable().id)) == 2
    assert not UserSession.objects.exists()
    assert not Session.objects.exists()


def test_all_others_end_and_this_one_stays() -> None:
    mine, _, _ = begun(), begun(), begun()
    begun(cast.garda)
    assert end_other_sessions(session_key=mine.session_key, by=cast.durham_constable()) == 2
    assert [one.session_key for one in UserSession.objects.filter(user_id=mine.user_id)] == [mine.session_key]
    assert UserSession.objects.filter(user_id=cast.garda().id).count() == 1
    assert Entry.objects.get(event="session_ended").detail == '{"sessions":2,"why":"all others"}'
