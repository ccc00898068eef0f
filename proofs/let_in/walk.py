"""The walk: every address, method, reader and record; what was answered beside what the policy says.

Somebody is let in where the answer differs from the answer for what never was and is no refusal. Somebody is kept out
where it is the same to the byte as for what never was, or a refusal of the role, which says nothing of the record.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from django.db import transaction
from django.test import Client

from pentameter.work.api import fresh_key
from proofs.let_in import people, policy
from proofs.let_in.addresses import BY_ALLAUTH, DESCRIPTION, NOT_MADE, STAFF
from proofs.let_in.people import Reader
from proofs.let_in.policy import Record
from proofs.let_in.scene import Scene
from tests.decisions.firewall import asking

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
READING = ("GET", "HEAD", "OPTIONS")
SIGN_IN = "/sign-in/"
SET_UP = "/account/second-factor/"
_CHANGING = (
    re.compile(rb'nonce="[^"]*"'),
    re.compile(rb'(name="csrfmiddlewaretoken"[^>]*|name="idempotency_key"[^>]*)value="[^"]*"'),
    re.compile(rb'value="[^"]*"([^>]*name="(?:csrfmiddlewaretoken|idempotency_key)")'),
)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer: its status, where it leads, and a digest of the rest without what differs each time."""

    status: int
    leads_to: str
    digest: str
    length: int

    @property
    def to_sign_in(self) -> bool:
        """Nobody is signed in, as far as the door knows."""
        return self.status == 401 or (self.status == 302 and self.leads_to.startswith((SIGN_IN, SET_UP)))

    @property
    def refused(self) -> bool:
        """Kept out, or led to the sign-in."""
        return self.status in (403, 404) or self.to_sign_in


@dataclass
class Found:
    """What was asked how often, and what was answered otherwise than the policy says."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def note(self, *, right: bool, kind: str, what: str) -> None:
        """One check."""
        self.counts["checks"] += 1
        self.counts[kind] += 1
        if not right:
            self.wrong.append(what)


def unknown() -> list[str]:
    """Addresses of the staff door of which the policy here says nothing, and sentences about addresses that are gone."""
    there = {one.route for one in asking.addresses()}
    known = {*STAFF, *BY_ALLAUTH, *DESCRIPTION}
    return sorted(f"/{one} is unknown to proofs/let_in/addresses.py" for one in there - known) + sorted(
        f"/{one} is not there any more" for one in known - there
    )


def walk(scene: Scene, readers: Iterable[Reader], methods: Iterable[str], *, bodies: bool = True) -> Found:
    """Every address by these readers and methods, about every record of the scene."""
    found = Found()
    views = {one.route: one for one in asking.addresses()}
    chosen = tuple(methods)
    for reader in readers:
        client, head = people.asking(reader)
        for route, (family, rule) in STAFF.items():
            absent: dict[tuple[str, int], Told] = {}
            for record in reversed(_records(scene, family)):
                for method, number, body in _ways(views[route], chosen, bodies=bodies):
                    path = filled(route, record)
                    told = ask(client, method, path, body, head)
                    if record.never_was:
                        absent[method, number] = told
                    wanted = policy.lets_in(rule, reader, record)
                    verdict = _verdict(told, absent.get((method, number)), wanted=wanted, method=method, record=record)
                    what = f"{method} {path} by {reader.name}, {record.family or 'no record'} {record.name}"
                    found.note(right=not verdict, kind=_kind(reader, wanted), what=f"{what}: {verdict}")
    return found


def _records(scene: Scene, family: str) -> tuple[Record, ...]:
    return (Record(family, "never was", never_was=True),) if family in NOT_MADE else scene.of(family)


def _kind(reader: Reader, wanted: bool) -> str:
    return "nobody signed in" if reader.actor is None else "let in" if wanted else "kept out"


def _ways(address: asking.Address, methods: tuple[str, ...], *, bodies: bool) -> Iterator[tuple[str, int, dict[str, object]]]:
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


_ENTRIES = {"notes": "note", "flags": "flag", "task": "task", "appointment": "appointment", "court": "court", "plan": "task"}


def _value(before: str, name: str, record: Record, kind: str) -> str:
    if name == "entry_id":
        name = next((_ENTRIES[part] for part in reversed(before.split("/")) if part in _ENTRIES), name)
    if record.never_was and name not in record.places:
        return "999999" if kind == "int" else "00000000-0000-4000-8000-000000000000" if "uuid" in kind else "nowhere"
    return record.places[name]


def ask(client: Client, method: str, path: str, body: dict[str, object], head: dict[str, str]) -> Told:
    """Ask, and undo whatever was done."""
    cookies = client.cookies.copy()
    with transaction.atomic(), transaction.atomic("public"):
        if method == "POST":
            answer = client.post(path, {"idempotency_key": fresh_key(), **body}, headers=head)
        elif method in READING:
            answer = client.generic(method, path, headers=head)
        else:
            answer = client.generic(method, path, headers={"Idempotency-Key": fresh_key(), **head})
        said = b"".join(answer.streaming_content) if answer.streaming else answer.content
        transaction.set_rollback(True)
        transaction.set_rollback(True, "public")
    client.cookies = cookies
    plain = said.replace(path.encode(), b"(the path)")
    for changing in _CHANGING:
        plain = changing.sub(b"", plain)
    kept = "\n".join(f"{name}: {value}" for name, value in sorted(answer.items()) if name in _COMPARED)
    leads = answer.headers.get("Location", "")
    return Told(answer.status_code, leads, sha256(kept.encode() + plain).hexdigest(), len(said))


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


def _kept_out(told: Told, method: str, record: Record) -> str:
    if told.to_sign_in:
        return "it leads to the sign-in"
    if told.status == 404:
        return "it is hidden from who may"
    if told.status == 403 and method in READING and record.state == "open":
        return "it is refused to who may"
    return ""
