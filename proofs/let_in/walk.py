"""The walk: every address, method, reader and record; what was answered beside what the policy says.

Somebody is let in where the answer differs from the answer for what never was and is no refusal. Somebody is kept out
where it is the same to the byte as for what never was, or a refusal of the role, which says nothing of the record.
"""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from zlib import crc32

from django.db import transaction
from django.test import Client
from tests.decisions.firewall import asking

from pentameter.work.api import fresh_key
from proofs.let_in import people, policy
from proofs.let_in.addresses import ASKED_FIRST, BY_ALLAUTH, DESCRIPTION, NOT_MADE, OF_THE_MACHINE, STAFF
from proofs.let_in.canaries import Heard, heard, told_wrongly
from proofs.let_in.people import READERS, Reader
from proofs.let_in.policy import Record
from proofs.let_in.scene import Scene

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
SELDOM = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
"""Asked of the first record of a family and of what never was: no view tells records apart by them."""
READING = ("GET", "HEAD", "OPTIONS")
READS_PDF = shutil.which("pdftotext") is not None
"""Without poppler-utils the words of PDFs are not read; the same words stand on pages."""
SIGN_IN = "/sign-in/"
SET_UP = "/account/second-factor/"
HIDDEN = "cases/<uuid:case_id>/support/"
"""Where there is nothing at all for whoever does not support her."""
_CHANGING = (
    re.compile(rb'nonce="[^"]*"'),
    re.compile(rb'(name="csrfmiddlewaretoken"[^>]*|name="idempotency_key"[^>]*)value="[^"]*"'),
    re.compile(rb'value="[^"]*"([^>]*name="(?:csrfmiddlewaretoken|idempotency_key)")'),
)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer: its status, where it leads, and a digest of the rest without what differs each time.

    `again`: where it leads to the same address, the status and the digest of what is answered there.
    """

    status: int
    leads_to: str
    digest: str
    sang: Heard = frozenset()
    again: tuple[int, str] | None = None

    @property
    def to_sign_in(self) -> bool:
        """Nobody is signed in, as far as the door knows."""
        return self.status == 401 or (self.status == 302 and self.leads_to.startswith((SIGN_IN, SET_UP)))

    @property
    def refused(self) -> bool:
        """Kept out, or led to the sign-in."""
        return self.status in (400, 403, 404) or self.to_sign_in


@dataclass
class Found:
    """What was asked how often, and what was answered otherwise than the policy says."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    tell: Callable[[str], None] = lambda what: None

    def note(self, *, right: bool, kind: str, what: str) -> None:
        """One check."""
        self.counts["checks"] += 1
        if self.counts["checks"] % 1000 == 0:
            self.tell(f"{self.counts['checks']:,} checks, {len(self.wrong)} wrong")
        self.counts[kind] += 1
        if not right:
            self.wrong_about(what)

    def wrong_about(self, what: str) -> None:
        """Something is otherwise than the policy says."""
        self.wrong.append(what)
        self.tell(what)


def unknown() -> list[str]:
    """Addresses of the staff door that the policy here does not know, and those it knows that are gone."""
    there = {one.route for one in asking.addresses()}
    known = {*STAFF, *BY_ALLAUTH, *DESCRIPTION, *OF_THE_MACHINE}
    return sorted(f"/{one} is unknown to proofs/let_in/addresses.py" for one in there - known) + sorted(
        f"/{one} is not there any more" for one in known - there
    )


def addresses() -> list[asking.Address]:
    """Every address of the staff door, with its view."""
    return asking.addresses()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the walk: of every `of` pairs of address and reader, the one that is chosen by `number`."""

    number: int = 0
    of: int = 1

    def has(self, route: str, reader: Reader) -> bool:
        """Whether the pair is walked. The same pairs each time."""
        return crc32(f"{route} {reader.name}".encode()) % self.of == self.number


WHOLE = Part()


def walk(
    scene: Scene,
    readers: Iterable[Reader],
    methods: Iterable[str],
    found: Found,
    *,
    bodies: bool = True,
    part: Part = WHOLE,
) -> None:
    """Every address by these readers and methods, about every record of the scene."""
    chosen = tuple(methods)
    views = {one.route: one for one in addresses()}
    for reader in readers:
        client, head = people.asking(reader)
        for route in STAFF:
            if part.has(route, reader):
                _walked(scene, reader, client, head, views[route], chosen, found, bodies=bodies)


def noticed(scene: Scene, route: str, readers: Iterable[Reader] = READERS) -> bool:
    """Whether anything is otherwise than the policy says at this address, asked by one reader after the other."""
    view = next(one for one in addresses() if one.route == route)
    for reader in readers:
        found = Found()
        if reader not in scene.clients:
            scene.clients[reader] = people.asking(reader)
        _walked(scene, reader, *scene.clients[reader], view, ("GET", "POST"), found, bodies=False)
        if found.wrong:
            return True
    return False


def _walked(
    scene: Scene,
    reader: Reader,
    client: Client,
    head: dict[str, str],
    address: asking.Address,
    methods: tuple[str, ...],
    found: Found,
    *,
    bodies: bool,
) -> None:
    """One address by one reader, about every record."""
    people.fresh(reader, client)
    family, rule = STAFF[address.route]
    absent: dict[tuple[str, int], Told] = {}
    ever = policy.ever(rule, reader)
    records = _records(scene, family)
    for record in reversed(records):
        seldom = record not in (records[0], records[-1])
        for method, number, body in _ways(address, methods, bodies=bodies):
            if seldom and method in SELDOM:
                continue
            told = ask(client, method, filled(address.route, record), body, head)
            if record.never_was:
                absent[method, number] = told
            wanted = policy.lets_in(rule, reader, record)
            if address.route in ASKED_FIRST and ever and _asks_alike(told, absent[method, number]):
                found.note(right=True, kind="asked for something first", what="")
                continue
            verdict = _verdict(told, absent.get((method, number)), wanted=wanted, method=method, record=record)
            if not verdict and not ever:
                verdict = _told_to_the_role(told, reader, address.route)
            what = f"{method} /{address.route} by {reader.name}, {record.family or 'no record'} {record.name}"
            found.note(right=not verdict, kind=_kind(reader, wanted), what=f"{what}: {verdict}")
            for one in told_wrongly(told.sang, reader, scene.marked):
                found.wrong_about(f"{what}: it tells {one}")
            found.counts.update(f"heard: {kind}" for kind, _ in told.sang)


def _asks_alike(told: Told, absent: Told) -> bool:
    """It asks for something first; or it has it, leads to itself, and there it is as if it never was."""
    if told.status == 200:
        return told == absent
    return told.again is not None and told.again == absent.again and told.again[0] == 404


def _records(scene: Scene, family: str) -> tuple[Record, ...]:
    return (Record(family, "never was", never_was=True),) if family in NOT_MADE else scene.of(family)


def _kind(reader: Reader, wanted: bool) -> str:
    return "nobody signed in" if reader.actor is None else "let in" if wanted else "kept out"


def _ways(
    address: asking.Address, methods: tuple[str, ...], *, bodies: bool
) -> Iterator[tuple[str, int, dict[str, object]]]:
    for method in methods:
        yield method, 0, {}
        if method == "POST" and bodies:
            yield method, 1, asking.plausible(address)


def filled(route: str, record: Record) -> str:
    """The address with the record's places in it.

    Raises:
        LookupError: if the record does not say what to put there.
    """
    path = "/" + route.removeprefix("^").removesuffix("$").replace("\\.", ".")
    while place := re.search(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", path):
        name = place[2] or place[3]
        path = path[: place.start()] + _value(path[: place.start()], name, record, place[1] or "") + path[place.end() :]
    return path


_ENTRIES = {
    "notes": "note",
    "flags": "flag",
    "task": "task",
    "appointment": "appointment",
    "court": "court",
    "plan": "task",
}


def _value(before: str, name: str, record: Record, kind: str) -> str:
    if name == "entry_id":
        name = next((_ENTRIES[part] for part in reversed(before.split("/")) if part in _ENTRIES), name)
    if record.never_was and name not in record.places:
        return "999999" if kind == "int" else "00000000-0000-4000-8000-000000000000" if "uuid" in kind else "nowhere"
    return record.places[name]


def ask(
    client: Client, method: str, path: str, body: dict[str, object], head: dict[str, str], *, hide: str = ""
) -> Told:
    """Ask, and undo whatever was done.

    A 404 is compared byte by byte. Of other pages the path, its ids and `hide` are not, where a page repeats them.
    """
    cookies = client.cookies.copy()
    with transaction.atomic(), transaction.atomic("public"):
        if method == "POST":
            answer = client.post(path, {"idempotency_key": fresh_key(), **body}, headers=head)
        elif method in READING:
            answer = client.generic(method, path, headers=head)
        else:
            answer = client.generic(method, path, headers={"Idempotency-Key": fresh_key(), **head})
        said, sang = _said(answer)
        again = None
        if _leads_on(answer):
            onward = client.get(answer["Location"], headers=head)
            then, heard_there = _said(onward)
            sang |= heard_there
            if answer["Location"] == path:
                again = (onward.status_code, _digest(onward, then, {path, *_IDS.findall(path), hide} - {""}))
        transaction.set_rollback(True)
        transaction.set_rollback(True, "public")
    client.cookies = cookies
    leads = answer.headers.get("Location", "")
    digest = _digest(answer, said, {path, *_IDS.findall(path), hide} - {""})
    return Told(answer.status_code, leads, digest, sang, again)


def _digest(answer: Any, said: bytes, sent: set[str]) -> str:
    kept = "\n".join(f"{name}: {value}" for name, value in sorted(answer.items()) if name in _COMPARED)
    return sha256(kept.encode() + (said if answer.status_code == 404 else _plain(said, sent))).hexdigest()


def _plain(said: bytes, sent: set[str]) -> bytes:
    for one in sorted(sent, key=len, reverse=True):
        said = said.replace(one.encode(), b"(sent)")
    for changing in _CHANGING:
        said = changing.sub(b"", said)
    return said


def _said(answer: Any) -> tuple[bytes, Heard]:
    """The body, and the canaries that sing in it, in its headers, and in the parts of packages and PDFs."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    inside = asking.inside(body) if READS_PDF or not body.startswith(b"%PDF") else ()
    return body, heard(str(dict(answer.items())).encode() + b"".join((body, *inside)))


def _leads_on(answer: Any) -> bool:
    leads_to = answer.headers.get("Location", "")
    return answer.status_code == 302 and leads_to.startswith("/") and not leads_to.startswith((SIGN_IN, SET_UP))


_IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}")
_COMPARED = ("Content-Type", "Content-Length", "Cache-Control", "Vary", "Allow", "Content-Language", "X-Frame-Options")


def _verdict(told: Told, absent: Told | None, *, wanted: bool, method: str, record: Record) -> str:
    """What is wrong with an answer; empty if nothing is."""
    if told.status >= 500:
        return f"it fails ({told.status})"
    if told.status == 405:
        return ""
    if wanted:
        return _kept_out(told, method, record)
    if record.never_was or absent is None:
        return "" if told.refused else f"it answers {told.status} about what never was"
    if told.status == 404 and absent.status == 404 and told.digest != absent.digest:
        return "hidden and absent differ"
    if told.refused and told.status == absent.status:
        return ""
    return f"it answers {told.status} where nobody is to be let in (absent: {absent.status})"


def _told_to_the_role(told: Told, reader: Reader, route: str) -> str:
    """A role that never may is refused before anything is looked at; of support there is nothing for it at all."""
    if route.startswith("api/") and told.status == 400:
        return ""  # what is sent is read before anybody decides, and this could not be read
    if told.status == 405 or (told.to_sign_in and (reader.actor is None or reader.weak or reader.token)):
        return ""
    wanted = 404 if route.startswith(HIDDEN) else 401 if route.startswith("api/") and not reader.token else 403
    return "" if told.status == wanted else f"it answers {told.status}, and {wanted} to every other role that never may"


def _kept_out(told: Told, method: str, record: Record) -> str:
    if told.to_sign_in:
        return "it leads to the sign-in"
    if told.status == 404:
        return "" if record.state == "erased" else "it is hidden from who may"
    if told.status == 403 and method in READING and record.state == "open":
        return "it is refused to who may"
    return ""
