"""Coming in: registering, the link that confirms an address, the password, and leaving again.

Whoever asks is told the same whether an address is known here or not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password

from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.comments.addresses import digest_of, new_secret, sealed, secret_digest, tidy
from pentameter.bulletins.comments.models import Agreement, Barred, Link, Reader, SignIn
from pentameter.bulletins.comments.rules.limits import SIGN_IN_HOLDS, Tried
from pentameter.bulletins.comments.rules.names import as_shown, key, may_be_called
from pentameter.bulletins.comments.services.letters import may_be_written_to, send_now, send_to
from pentameter.bulletins.comments.services.limiting import count_try
from pentameter.bulletins.comments.transactions import together
from pentameter.kernel import clock
from pentameter.kernel.verdict import Refused, require

LINK_HOLDS = timedelta(hours=24)
UNCONFIRMED_KEPT = timedelta(days=2)
SHORTEST_PASSWORD = 12
WRONG = "The address and the password do not belong together. Ask for a link by e-mail if you forgot it."
USED = "This link was used, or is older than 24 hours. Ask for a new one."
BARRED = "This address cannot be registered now: its account was closed while it could not comment."
NOT_KNOWN = (
    "Somebody asked to come in with this address, to comment on Pentameter. Nobody registered with it.\n\n"
    "If it was you, you may have given another address, or you can register.\n\n"
    "If it was not you, do nothing: nothing is kept of it but, for a day, that somebody asked."
)
TAKEN = "Somebody has this name already, or one that looks like it. If it is yours, sign in; if not, choose another."
Address = Callable[[str], str]
"""Makes the address of the page that a secret opens."""


class NameRefused(Refused):
    """The name that a reader would have cannot be theirs."""


@dataclass(frozen=True, slots=True)
class Registration:
    """What somebody who registers gives."""

    name: str
    address: str
    connection: str


def register(*, registration: Registration, link: Address) -> None:
    """Register a reader, and send the link that confirms the address. Somebody known gets a link to come in.

    Raises:
        NameRefused: if the name cannot be theirs.
        Refused: if too many register, or no letter can be sent.
    """
    require(may_be_written_to())
    name, address = as_shown(registration.name), tidy(registration.address)
    verdict = may_be_called(name)
    if not verdict.allowed:
        raise NameRefused(verdict.reason)
    count_try(Tried.REGISTER, who=registration.connection)
    count_try(Tried.LINK, who=address)
    with together():
        reader = _found_or_made(name, address)
    if reader is None:
        send_to(address, "You cannot register now", BARRED)
    else:
        _send_link(reader, link)


def ask_for_link(*, address: str, connection: str, link: Address) -> None:
    """Send a link to come in. An address that is no reader's gets a letter, too: the answer takes as long.

    Raises:
        Refused: if too many are asked for, or no letter can be sent.
    """
    require(may_be_written_to())
    count_try(Tried.REGISTER, who=connection)
    count_try(Tried.LINK, who=tidy(address))
    reader = Reader.objects.filter(address_digest=digest_of("address", tidy(address))).first()
    if reader is not None:
        _send_link(reader, link)
    else:
        send_to(tidy(address), "Your link to Pentameter", NOT_KNOWN)


def use_link(*, secret: str) -> str:
    """Come in by a link, which confirms the address. Gives the secret of the cookie."""
    with together():
        found = Link.objects.select_for_update().filter(digest=secret_digest(secret)).first()
        now = clock.now()
        if found is None or found.used_at or found.made_at + LINK_HOLDS < now:
            raise Refused(USED)
        Link.objects.filter(pk=found.pk).update(used_at=now)
        Reader.objects.filter(pk=found.reader_id, confirmed_at=None).update(confirmed_at=now)
        return _sign_in(found.reader_id)


def sign_in(*, address: str, password: str, connection: str) -> str:
    """Come in by a password. Gives the secret of the cookie."""
    count_try(Tried.SIGN_IN, who=tidy(address))
    count_try(Tried.SIGN_IN, who=connection)
    reader = Reader.objects.filter(address_digest=digest_of("address", tidy(address))).first()
    known = reader if reader is not None and reader.password and reader.confirmed_at else None
    right = check_password(password, known.password if known else _nobodys_password())
    if known is None or not right:
        raise Refused(WRONG)
    with together():
        return _sign_in(known.pk)


def set_password(*, reader_id: UUID, password: str, keep: str) -> None:
    """Give a reader a password, and sign them out everywhere but where the cookie's secret is `keep`."""
    if len(password) < SHORTEST_PASSWORD:
        raise Refused(f"Choose a password of at least {SHORTEST_PASSWORD} characters.")
    with together():
        Reader.objects.filter(pk=reader_id).update(password=make_password(password))
        SignIn.objects.filter(reader_id=reader_id).exclude(digest=secret_digest(keep)).delete()


def sign_out(*, secret: str) -> None:
    """End the sign-in of a cookie."""
    SignIn.objects.filter(digest=secret_digest(secret)).delete()


def agree(*, reader_id: UUID, edition: int) -> None:
    """Note that a reader agreed to the rules as they stand."""
    if edition != our_rules.CURRENT.number:
        raise Refused("Our rules have changed meanwhile. Read them once more.", conflict=True)
    Agreement.objects.get_or_create(reader_id=reader_id, edition=edition, defaults={"agreed_at": clock.now()})


def forget_unused() -> None:
    """Delete registrations that nobody confirmed, old links and ended sign-ins."""
    now = clock.now()
    Reader.objects.filter(confirmed_at=None, registered_at__lt=now - UNCONFIRMED_KEPT).delete()
    Link.objects.filter(made_at__lt=now - UNCONFIRMED_KEPT).delete()
    SignIn.objects.filter(began_at__lt=now - SIGN_IN_HOLDS).delete()
    Barred.objects.filter(until__lt=now).delete()


def _found_or_made(name: str, address: str) -> Reader | None:
    """The reader of an address, made if there is none. The name is asked first: who is known here must not show."""
    digest = digest_of("address", address)
    if Reader.objects.filter(name_key=key(name)).exists():
        raise NameRefused(TAKEN)
    if known := Reader.objects.filter(address_digest=digest).first():
        return known
    if any(one.until is None or one.until > clock.now() for one in Barred.objects.filter(address_digest=digest)):
        return None
    reader = Reader(name=name, name_key=key(name), address_digest=digest, registered_at=clock.now())
    reader.address = sealed(address, reader.pk)
    reader.save(force_insert=True)
    Agreement.objects.create(reader=reader, edition=our_rules.CURRENT.number, agreed_at=clock.now())
    return reader


def _send_link(reader: Reader, link: Address) -> None:
    secret = new_secret()
    Link.objects.create(digest=secret_digest(secret), reader=reader, made_at=clock.now())
    body = (
        "Somebody asked to come in with this address, to comment on Pentameter.\n\n"
        f"If it was you, open this page within 24 hours:\n{link(secret)}\n\n"
        "If it was not you, do nothing: without this link nobody comes in, and nothing is kept of it after two days."
    )
    send_now(reader, "Your link to Pentameter", body)


def _sign_in(reader_id: UUID) -> str:
    secret = new_secret()
    SignIn.objects.create(digest=secret_digest(secret), reader_id=reader_id, began_at=clock.now())
    return secret


_NOBODYS: list[str] = []


def _nobodys_password() -> str:
    """A digest to compare with where there is none, so that the answer takes as long."""
    if not _NOBODYS:
        _NOBODYS.append(make_password(new_secret()))
    return _NOBODYS[0]
