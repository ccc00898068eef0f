"""Readers, articles and comments for tests, made as the doors make them."""

import re
import uuid
from datetime import timedelta
from uuid import UUID

from django.core import mail
from django.test import Client

from pentameter.bulletins.comments import our_rules
from pentameter.bulletins.comments.addresses import digest_of, sealed
from pentameter.bulletins.comments.models import Agreement, Comment, Discussion, Reader, Standing, Wording
from pentameter.bulletins.comments.rules.names import key
from pentameter.bulletins.comments.rules.texts import folded
from pentameter.bulletins.comments.services.entering import _sign_in
from pentameter.kernel import clock
from pentameter.kernel.ids import new_id

_ARTICLE = uuid.UUID("0199a000-0000-7000-8000-000000000001")


def article(**taking: object) -> UUID:
    """An article that takes comments, unless `taking` says otherwise."""
    made, _ = Discussion.objects.update_or_create(
        bulletin_id=taking.pop("bulletin_id", _ARTICLE),
        defaults={"slug": "second-wave", "title": "The second wave begins", "version": 1, "is_open": True, **taking},
    )
    return made.pk


def reader(name: str = "Heather Moor", **more: object) -> Reader:
    """A reader who confirmed the address and agreed to the rules."""
    address = f"{name.split()[0].lower()}@example.org"
    made = Reader(
        name=name, name_key=key(name), address_digest=digest_of("address", address), registered_at=clock.now()
    )
    made.address, made.confirmed_at = sealed(address, made.pk), clock.now()
    for field, value in more.items():
        setattr(made, field, value)
    made.save(force_insert=True)
    Agreement.objects.create(reader=made, edition=our_rules.CURRENT.number, agreed_at=clock.now())
    return made


def known(one: Reader) -> Reader:
    """The same reader, with three comments that stand elsewhere: no longer new."""
    elsewhere = article(bulletin_id=new_id(), slug="elsewhere", title="Elsewhere")
    for number in range(3):
        shown(one, f"An earlier thought, number {number}", elsewhere)
    return one


def comment(by: Reader, text: str = "A thought.", under: UUID = _ARTICLE, **more: object) -> Comment:
    """A comment that was sent and waits."""
    now = clock.now()
    digest = digest_of("words", folded(text))
    given = {"key": str(new_id()), "written_at": now, "changed_at": now, "digest": digest, **more}
    made = Comment.objects.create(reader=by, discussion_id=under, **given)
    Wording.objects.create(comment=made, version=1, text=text, at=now)
    return made


def shown(by: Reader, text: str = "A thought.", under: UUID = _ARTICLE, **more: object) -> Comment:
    """A comment that was published."""
    made = comment(by, text, under, **more)
    Standing.objects.create(
        comment=made,
        version=1,
        decision=new_id(),
        state="published",
        wording_version=1,
        name=by.name,
        text=text,
        discussion_id=under,
        decided_at=clock.now(),
        first_shown_at=made.written_at + timedelta(minutes=1),
    )
    return made


def signed_in(browser: Client, one: Reader) -> Client:
    """The browser, with the cookie of a reader who signed in."""
    browser.cookies["reader"] = _sign_in(one.pk)
    return browser


def link_sent() -> str:
    """The address in the latest letter, without its host."""
    found = re.search(r"http://testserver(/reader/in/\S+)", str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found.group(1)
