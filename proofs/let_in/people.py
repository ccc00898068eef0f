"""Who asks: everybody of the cast, colleagues and strangers beside them, systems with tokens, and nobody."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid5

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.test import Client

import cast
from pentameter.accounts import api as accounts
from pentameter.accounts.middleware import SEEN_AT, SIGNED_IN_AT
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor, Role

ELSEWHERE = "shoreline-refuge"
_COLLEAGUES = UUID("6f1c2f0e-0000-4000-8000-000000002033")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody before a door. `actor` None: nobody is signed in. `weak`: by password alone."""

    name: str
    actor: Actor | None = None
    token: bool = False
    weak: bool = False

    @property
    def role(self) -> Role | None:
        """The role; None for nobody."""
        return self.actor.role if self.actor else None

    @property
    def agency(self) -> str:
        """The agency; empty for nobody."""
        return self.actor.agency if self.actor else ""

    @property
    def id(self) -> str:
        """Who it is in rows of the database."""
        return self.actor.id if self.actor else ""


def another(person: Callable[[], Actor], name: str, **changed: str) -> Actor:
    """Somebody in the same role, beside the cast's person."""
    return replace(person(), id=str(uuid5(_COLLEAGUES, name)), name=name, **changed)


NOBODY = Reader("nobody")
READERS = (
    NOBODY,
    Reader("Durham's constable", cast.durham_constable()),
    Reader("another constable of Durham's", another(cast.durham_constable, "Sorcha Penhale")),
    Reader("Durham's sergeant", cast.durham_sergeant()),
    Reader("Cleveland's sergeant", cast.cleveland_sergeant()),
    Reader("a Garda", cast.garda()),
    Reader("Kent's officer", cast.outsider()),
    Reader("a national analyst", cast.national_analyst()),
    Reader("the caseworker", cast.caseworker()),
    Reader("a colleague of the caseworker's", another(cast.caseworker, "Tamsin Veldhuis")),
    Reader("a caseworker elsewhere", another(cast.caseworker, "Wilf Anstey", agency=ELSEWHERE)),
    Reader("the duty desk", cast.duty_desk()),
    Reader("a decision-maker", cast.decision_maker()),
    Reader("a removals officer", cast.removals_officer()),
    Reader("a prosecutor", cast.prosecutor()),
    Reader("a statistician", cast.statistician()),
    Reader("an editor", cast.editor()),
    Reader("a moderator", cast.moderator()),
    Reader("an auditor", cast.auditor()),
    Reader("an administrator", cast.administrator()),
    Reader("a caseworker by password alone", another(cast.caseworker, "Xanthe Rowntree"), weak=True),
    Reader("Durham's system", cast.durham_system(), token=True),
    Reader("immigration enforcement's system", replace(cast.durham_system(), agency="immigration-enforcement"), True),
)


def in_database() -> None:
    """Everybody with an account, their agencies, and their second factors."""
    for reader in READERS:
        if reader.actor and not reader.token:
            cast.in_database(replace(reader.actor, second_factor=not reader.weak))


def asking(reader: Reader) -> tuple[Client, dict[str, str]]:
    """A client as the reader uses it, and the headers that it sends."""
    client = Client(raise_request_exception=False)
    if reader.actor is None:
        return client, {}
    if reader.token:
        expires_on = clock.today() + timedelta(days=30)
        issued = accounts.issue_token(agency=reader.agency, label="theirs", expires_on=expires_on, by=SYSTEM)
        return client, {"Authorization": f"Bearer {issued.token}"}
    return cast.sign_in(client, replace(reader.actor, second_factor=not reader.weak)), {}


def fresh(reader: Reader, client: Client) -> None:
    """The reader has just shown the second factor and has not been idle, however long the walk goes on."""
    if reader.actor is None or reader.token:
        return
    now, session = time.time(), client.session
    for shown in session[AUTHENTICATION_METHODS_SESSION_KEY]:
        shown["at"] = now
    session[SIGNED_IN_AT] = session[SEEN_AT] = now
    session.save()
