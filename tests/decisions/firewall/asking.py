"""Every address of the staff door, asked in every way, and every byte of the answers."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from pentameter.victims.models import Case
from pentameter.work.api import fresh_key

STAFF = "pentameter.config.staff_urls"
_WORDS = {
    "slug": ("demo", "durham", "northern-support"),
    "kind": ("risk", "needs", "recovery_needs", "reports", "task"),
    "ending": ("csv", "xlsx"),
    "name": ("rescued", "x"),
}


@dataclass(frozen=True, slots=True)
class Address:
    """An address with its view and the names and kinds of what is to be filled in."""

    route: str
    view: Any
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and to what."""

    asked: str
    status: int
    said: bytes


def addresses() -> list[Address]:
    """All of the staff door."""
    return list(_walk(get_resolver(STAFF), "", ()))


def _walk(resolver: URLResolver, before: str, places: tuple[tuple[str, str], ...]) -> Iterator[Address]:
    for one in resolver.url_patterns:
        found = tuple((name, type(kind).__name__) for name, kind in one.pattern.converters.items())
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _walk(one, route, (*places, *found))
        elif isinstance(one, URLPattern):
            yield Address(route, one.callback, (*places, *found))


def paths(address: Address) -> list[str]:
    """The address filled in: with the ids of what was seeded, and with ids that never were.

    Where there is more than one place, each is filled in with everything while the others hold the first that fits.
    """
    choices = [_words(name, kind) for name, kind in address.places]
    first = tuple(words[0] for words in choices)
    filled = {first} | {(*first[:at], word, *first[at + 1 :]) for at, words in enumerate(choices) for word in words}
    return sorted(_path(address.route, words) for words in filled)


def _path(route: str, words: tuple[str, ...]) -> str:
    path = "/" + route
    for word in words:
        path = _filled(path, word)
    return path


def _filled(path: str, word: str) -> str:
    start = path.index("<")
    end = path.index(">", start)
    return path[:start] + word + path[end + 1 :]


def _words(name: str, kind: str) -> tuple[str, ...]:
    if "UUID" in kind.upper():
        return (*map(str, ids(name)), str(uuid4()))
    return ("1", "2") if kind.startswith("Int") else _WORDS.get(name, ("x",))


def ids(name: str) -> list[UUID]:
    """The ids that a place of this name can mean: of the tables whose names it is in, else of all."""
    stem = name.removesuffix("_id").replace("_", "")
    ours = [model for model in apps.get_models() if model.__module__.startswith("pentameter.")]
    meant = [model for model in ours if stem in model.__name__.lower()] or ours
    if stem == "case":
        meant = [Case]
    found = [pk for model in meant for pk in model._default_manager.values_list("pk", flat=True)[:4]]
    return [pk for pk in found if isinstance(pk, UUID)][:24]


def ask(client: Client, address: Address, head: dict[str, str] | None = None) -> Iterator[Answer]:
    """Ask it in every way. What a POST does is undone, so that the next one finds everything as it was."""
    for path in paths(address):
        for method in ("GET", "HEAD"):
            yield _asked(client, method, path, {}, head)
        for body in ({}, plausible(address)):
            yield _asked(client, "POST", path, body, head)
        if path.startswith("/api/"):
            yield _asked(client, "POST", path, _API, head, json_body=True)


_API: dict[str, object] = {"lines": [{"name": "Zorana Testova", "dob": "1990-03-25"}]}


def _asked(
    client: Client,
    method: str,
    path: str,
    body: dict[str, object],
    head: dict[str, str] | None,
    *,
    json_body: bool = False,
) -> Answer:
    cookies = client.cookies.copy()
    with transaction.atomic():
        if json_body:
            content = {"data": json.dumps(body), "content_type": "application/json"}
            answer = client.generic("POST", path, content["data"], content_type=content["content_type"], headers=head)
        elif method == "POST":
            answer = client.post(path, {"idempotency_key": fresh_key(), **body}, headers=head, follow=True)
        else:
            answer = client.generic(method, path, headers=head)
        said = _said(answer)
        transaction.set_rollback(method == "POST")
    client.cookies = cookies
    return Answer(f"{method} {path}", answer.status_code, said)


def _said(answer: Any) -> bytes:
    """Headers and body; a PDF's text, and the parts of a package, behind them."""
    head = "\n".join(f"{name}: {value}" for name, value in answer.items()).encode()
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return b"\n".join((head, body, *inside(body))).lower()


def inside(body: bytes) -> Iterator[bytes]:
    """The text of a PDF, and the parts of a package."""
    if body.startswith(b"%PDF"):
        yield _text_of_pdf(body)
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as package:
            yield from (package.read(name) for name in package.namelist())


def _text_of_pdf(body: bytes) -> bytes:
    reader = shutil.which("pdftotext")
    assert reader, "pdftotext reads what a letter says; install poppler-utils"
    return subprocess.run([reader, "-", "-"], input=body, capture_output=True, check=True).stdout


def plausible(address: Address) -> dict[str, object]:
    """Something fit to type for every field of every form that the view's module knows."""
    module = sys.modules.get(getattr(address.view, "__module__", ""))
    known = [one for one in vars(module).values() if isinstance(one, type)] if module else []
    typed: dict[str, object] = {}
    for form in known:
        if issubclass(form, forms.BaseForm):
            for name, field in form.base_fields.items():
                typed |= _typed(name, field)
    return typed


def _typed(name: str, field: forms.Field) -> dict[str, object]:
    if isinstance(field, forms.ChoiceField):
        choices = [value for value, _ in field.choices if value]
        return {name: choices[0]} if choices else {name: "x"}
    if isinstance(field, forms.FileField):
        return {}
    if isinstance(field, forms.BooleanField):
        return {name: "on"}
    if "Day" in type(field.widget).__name__ or isinstance(field, forms.DateField):
        return {f"{name}_day": "1", f"{name}_month": "10", f"{name}_year": "2026", name: "2026-10-01"}
    if name in ("version", "number"):
        return {name: "1"}
    if "reference" in name:
        return {name: Case.objects.values_list("reference", flat=True).first() or "x"}
    return {name: "Zorana Testova"}
