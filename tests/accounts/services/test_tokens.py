"""Tokens of agencies' systems: shown once, kept as a digest, refused when they end."""

import hashlib
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

import cast
from pentameter.accounts.models import AgencyToken
from pentameter.accounts.services import tokens
from pentameter.accounts.services.sign_in import note_failed
from pentameter.accounts.services.tokens import actor_for_token, issue_token, revoke_token
from pentameter.audit.models import Entry, Head
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor, AgencySector, Jurisdiction, Role
from pentameter.kernel.verdict import Refused

pytestmark = pytest.mark.django_db(transaction=False)


@pytest.fixture(autouse=True)
def agencies() -> None:
    cast.agency(cast.durham_constable())
    cast.in_database(cast.administrator())


def issued(days: int = 30, by: Actor | None = None) -> tokens.Issued:
    last_day = clock.today() + timedelta(days=days)
    return issue_token(agency="durham", label="records", expires_on=last_day, by=by or cast.administrator())


def test_a_token_stands_for_the_agencys_system() -> None:
    one = issued()
    assert actor_for_token(one.token) == Actor(
        id=str(one.id),
        role=Role.AGENCY_SYSTEM,
        agency="durham",
        sector=AgencySector.POLICE,
        jurisdiction=Jurisdiction.ENGLAND_WALES,
        name="records",
    )


def test_only_a_digest_is_kept() -> None:
    one = issued()
    secret = one.token.rpartition(one.id.hex + "_")[2]
    row = AgencyToken.objects.get()
    assert row.digest == hashlib.sha256(secret.encode()).hexdigest()
    assert secret not in str(AgencyToken.objects.values().get())
    assert secret not in str(list(Entry.objects.values()))
    assert len(secret) == 43


def test_that_it_was_used_is_noted_at_most_once_a_minute() -> None:
    one = issued()
    actor_for_token(one.token)
    first = AgencyToken.objects.get().last_used_at
    actor_for_token(one.token)
    assert AgencyToken.objects.get().last_used_at == first
    AgencyToken.objects.update(last_used_at=clock.now() - timedelta(minutes=2))
    actor_for_token(one.token)
    assert AgencyToken.objects.get().last_used_at > first


@pytest.mark.parametrize(
    "spoil",
    [
        lambda token: "",
        lambda token: "nonsense",
        lambda token: token[:-1],
        lambda token: token + "A",
        lambda token: token[:-1] + ("A" if token[-1] != "A" else "B"),
        lambda token: token.replace(token[11:43], uuid4().hex),
        lambda token: token.upper(),
    ],
)
def test_what_is_not_the_token_opens_nothing(spoil) -> None:
    assert actor_for_token(spoil(issued().token)) is None


def test_the_secret_is_compared_in_constant_time_even_without_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[str, str]] = []
    compare = tokens.hmac.compare_digest

    def counted(first: str, second: str) -> bool:
        calls.append((first, second))
        return compare(first, second)

    monkeypatch.setattr(tokens.hmac, "compare_digest", counted)
    token = issued().token
    for tried in (token, token.replace(token[11:43], uuid4().hex), "nonsense"):
        actor_for_token(tried)
    assert len(calls) == 3
    assert {len(text) for pair in calls for text in pair} == {64}


def test_a_revoked_token_opens_nothing() -> None:
    one = issued()
    revoke_token(token_id=one.id, by=cast.administrator())
    assert actor_for_token(one.token) is None
    with pytest.raises(Refused, match="revoked already"):
        revoke_token(token_id=one.id, by=cast.administrator())


def test_an_expired_token_opens_nothing() -> None:
    one = issued()
    AgencyToken.objects.update(expires_at=clock.now())
    assert actor_for_token(one.token) is None


@pytest.mark.parametrize("days", [0, -1, 367])
def test_how_long_a_token_may_last(days: int) -> None:
    with pytest.raises(Refused):
        issued(days)


def test_an_agency_that_is_not_there_gets_none() -> None:
    with pytest.raises(Refused, match="no such agency"):
        issue_token(agency="nowhere", label="x", expires_on=clock.today() + timedelta(days=1), by=cast.administrator())


@pytest.mark.parametrize("person", [one for one in cast.EVERYONE if one is not cast.administrator])
def test_only_administrators_manage_tokens(person) -> None:
    one = issued()
    with pytest.raises(Refused):
        issued(by=person())
    with pytest.raises(Refused):
        revoke_token(token_id=one.id, by=person())
    assert actor_for_token(one.token)


def test_the_command_line_may() -> None:
    assert actor_for_token(issued(by=SYSTEM).token)


def test_both_acts_are_written_down() -> None:
    one = issued()
    revoke_token(token_id=one.id, by=cast.administrator())
    rows = Entry.objects.order_by("seq").values_list("event", "subject_id")
    assert list(rows) == [("token_issued", str(one.id)), ("token_revoked", str(one.id))]


def test_no_audit_row_no_token() -> None:
    note_failed(step="password")
    Head.objects.update(seq=0)  # the next row has the number of the first: it cannot be added
    with pytest.raises(IntegrityError), transaction.atomic():
        issued()
    assert not AgencyToken.objects.exists()
