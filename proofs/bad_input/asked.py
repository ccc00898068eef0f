"""Hostile strings in every parameter of every address of both doors: queries, forms, words of the path, headers.

Nothing that is sent may fail, be told as a trace, mean something on a page, or reach a header. What is done is undone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any
from urllib.parse import quote, quote_plus, urlsplit

from django.core.cache import caches
from django.db import transaction
from django.test import Client
from tests.decisions.firewall import asking

from pentameter.kernel.actor import Role
from pentameter.work.api import fresh_key
from proofs.bad_input.forms import forms_of
from proofs.bad_input.strings import MARK, strings
from proofs.bad_input.tags import reflected
from proofs.let_in import people, policy, public, swapped, walk
from proofs.let_in.addresses import STAFF
from proofs.let_in.people import NOBODY, READERS, Reader
from proofs.let_in.policy import Record
from proofs.let_in.scene import Scene
from public_door import public_door as the_public_door

TRACE = re.compile(
    rb"Traceback \(most recent call last\)|django\.(?:db|core|template)\.|OperationalError|DataError|\.py\"?, line"
)
_PLACES = re.compile(r"<(?:str|slug|path):\w+>|<\w+>")
PUBLIC_QUERIES = ("page", "order", "words", "next", "to", "language", "key", "number")
LONGEST_LINE = 3500
"""What a query may take together: gunicorn reads no line that is longer than 4,094 bytes."""
LONGEST_WORD = 1000
_STEP = 37
WAYS = ("all", "free", "all", "alone")
"""Which are hostile, turn by turn: all, those that take any words (so that the rest lets them in), or one."""
_FREE = frozenset({"Zorana Testova", "", "x"})
UNKNOWN = "unknown"


@dataclass
class Said:
    """How often what was answered, and what was wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, str] = field(default_factory=dict)
    tell: Callable[[str], None] = lambda what: None

    def fault(self, what: str, sent: str) -> None:
        """Something is wrong at an address; said once for each."""
        self.counts["WRONG"] += 1
        if what not in self.wrong:
            self.wrong[what] = sent[:300]
            self.tell(f"{what}: {sent[:300]!r}")


@dataclass
class Target:
    """An address with what it takes: names in its query, fields of its form with something fit to type, its path."""

    route: str
    path: str
    client: Client
    head: dict[str, str]
    query: dict[str, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)


def staff(scene: Scene, number: int, said: Said, *, seed: int = 2007, routes: Iterable[str] | None = None) -> None:
    """So many strings in every parameter of the staff door, by whoever is let in, and seldom by somebody who is not."""
    targets = _staff_targets(scene, set(routes) if routes is not None else None)
    _send(targets, list(strings(seed, max(number, 1))), number, said)


def public_door(number: int, said: Said, *, seed: int = 2007, routes: Iterable[str] | None = None) -> None:
    """The same at the public door, by nobody, by a reader, and by the reader who wrote what is there."""
    there = public.stage()
    only = set(routes) if routes is not None else set(public.PUBLIC)
    with the_public_door() as nobody:
        nobody.raise_request_exception = False
        clients = public.browsers(nobody)
        targets = [
            Target(route, public.filled(route, there), client, {}, dict.fromkeys(PUBLIC_QUERIES, ""))
            for route in public.PUBLIC
            if route in only
            for client in clients.values()
        ]
        _learn(targets)
        _send(targets, list(strings(seed, max(number, 1))), number, said)


def _staff_targets(scene: Scene, only: set[str] | None) -> list[Target]:
    views = {one.route: one for one in asking.addresses()}
    clients: dict[Reader, tuple[Client, dict[str, str]]] = {}
    targets = []
    for route in views:
        if only is not None and route not in only:
            continue
        family, rule = STAFF.get(route, (UNKNOWN, policy.anybody))
        records = scene.of(family) if family in scene.records else ()
        pairs = ((reader, record) for record in records for reader in READERS if policy.lets_in(rule, reader, record))
        reader, record = next(pairs, (_administrator(family), Record(family, "never was", never_was=True)))
        reader = NOBODY if route.startswith("sign-in") else reader
        if reader not in clients:
            clients[reader] = people.asking(reader)
        path = walk.filled(route, record)
        typed = {name: str(value) for name, value in asking.plausible(views[route]).items()}
        query = dict.fromkeys((*swapped.QUERIES, *typed), "")
        targets.append(Target(route, path, *clients[reader], query, typed))
    _learn(targets)
    return targets


def _administrator(family: str) -> Reader:
    """Who opens what has no record: whoever runs the house, or at an address that no policy names, the auditor."""
    role = Role.AUDITOR if family == UNKNOWN else Role.ADMINISTRATOR
    return next(one for one in READERS if one.role is role)


def _learn(targets: list[Target]) -> None:
    """Open every page, and give each address the fields of the forms that lead to it."""
    by_path = {}
    for one in targets:
        by_path.setdefault(one.path, []).append(one)
    for target in targets:
        with transaction.atomic(), transaction.atomic("public"):
            answer = target.client.get(target.path, headers=target.head)
            body = _body(answer)
            transaction.set_rollback(True)
            transaction.set_rollback(True, "public")
        if not answer.get("Content-Type", "").startswith("text/html"):
            continue
        forms, asked = forms_of(body.decode("utf-8", "replace"), target.path)
        for form in forms:
            for led in by_path.get(form.action, ()):
                (led.typed if form.method == "POST" else led.query).update(form.fields)
        for path, names in asked.items():
            for led in by_path.get(path, ()):
                led.query |= dict.fromkeys(names - set(led.query), "")


def _send(targets: list[Target], hostile: list[str], number: int, said: Said) -> None:
    for at, target in enumerate(targets):
        said.counts["addresses"] += 1
        said.counts["parameters"] += len(target.query) + len(target.typed)
        rng = Random(target.route)
        for turn in range(number):
            for request in _requests(target, hostile, turn + at * _STEP, rng, WAYS[turn % len(WAYS)]):
                _one(target, *request, said)


Request = tuple[str, str, bytes, dict[str, str], str, int]


def _requests(target: Target, hostile: list[str], turn: int, rng: Random, way: str) -> Iterator[Request]:
    """Method, path, body, headers, what was sent, and into how many parameters: a GET and a POST of this turn."""

    def filled(fields: dict[str, str], plain: str) -> tuple[dict[str, str], int]:
        chosen = [name for name, value in fields.items() if way != "free" or value in _FREE]
        if way == "alone" and chosen:
            chosen = [rng.choice(chosen)]
        sent = {name: hostile[(turn + _STEP * place) % len(hostile)] for place, name in enumerate(chosen)}
        return {**{name: value or plain for name, value in fields.items() if value}, **sent}, len(sent)

    one = hostile[turn % len(hostile)]
    heads = {
        "Referer": quote(one[:200].encode("utf-8", "surrogatepass")),
        "User-Agent": _latin(one),
        "Accept-Language": _latin(one),
    }
    query, asked = filled(target.query, "")
    longest = LONGEST_LINE // max(1, len(query))
    asks = "&".join(f"{quote_plus(name)}={_escaped(value)[:longest]}" for name, value in query.items())
    yield "GET", f"{target.path}?{asks}", b"", heads, one, asked
    typed, put = filled(target.typed, "x")
    yield "POST", target.path, f"idempotency_key={fresh_key()}&{_encoded(typed)}".encode(), heads, one, put
    if words := _PLACES.search(target.route):
        before = target.route[: words.start()].count("/")
        parts = target.path.split("/")
        parts[before + 1] = quote(one.encode("utf-8", "surrogatepass"), safe="")[:LONGEST_WORD]
        yield "GET", "/".join(parts), b"", {}, one, 1


def _encoded(fields: dict[str, str]) -> str:
    return "&".join(f"{quote_plus(name)}={_escaped(value)}" for name, value in fields.items())


def _escaped(value: str) -> str:
    return quote_plus(value.encode("utf-8", "surrogatepass"))


def _latin(one: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]", " ", one[:200]).encode("latin-1", "replace").decode("latin-1")


def _one(
    target: Target, method: str, path: str, body: bytes, heads: dict[str, str], sent: str, put: int, said: Said
) -> None:
    for cache in caches.all(initialized_only=True):
        cache.clear()
    cookies = target.client.cookies.copy()
    kind = "application/x-www-form-urlencoded"
    with transaction.atomic(), transaction.atomic("public"):
        answer = target.client.generic(method, path, body, content_type=kind, headers={**heads, **target.head})
        told = _body(answer)
        transaction.set_rollback(True)
        transaction.set_rollback(True, "public")
    target.client.cookies = cookies
    said.counts["requests"] += 1
    said.counts["strings in parameters"] += put
    said.counts[f"answered {answer.status_code}"] += 1
    for wrong in faults(answer, told):
        what = sent if method == "GET" and put == 1 else body.decode("utf-8", "replace") or path
        said.fault(f"{method} /{target.route}: {wrong}", what)


def faults(answer: Any, told: bytes) -> list[str]:
    """What is wrong with an answer to something hostile."""
    wrong = [f"it fails ({answer.status_code})"] if answer.status_code >= 500 else []
    if TRACE.search(told):
        wrong.append("it tells a trace")
    kind = answer.get("Content-Type", "")
    if kind.startswith(("text/html", "image/svg")):
        wrong += [f"what was sent means something: {one}" for one in reflected(told.decode("utf-8", "replace"), MARK)]
    if kind.startswith("text/csv"):
        wrong += ["a cell begins as a formula"] if _FORMULA.search(told) else []
    leads = answer.headers.get("Location", "")
    parts = urlsplit(leads)
    if MARK in leads and (parts.netloc or parts.scheme or leads.startswith(("//", "/\\"))):
        wrong.append("it leads elsewhere")
    if any(name.lower() == "x-bad" for name in answer.headers) or "a" in answer.cookies:
        wrong.append("a header came from what was sent")
    return wrong


_FORMULA = re.compile(rb"(?:^|[,\n])\"?[=+@-][^,\n]*" + MARK.encode())


def _body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)
