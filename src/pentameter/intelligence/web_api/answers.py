"""What the API answers, and once."""

import re
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from ninja import Schema

from pentameter.intelligence.intake.drafts import Problem
from pentameter.kernel.actor import Actor
from pentameter.work.api import once

TOO_LARGE = "That is more than one request may hold. Split it and send the parts."
_KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")


class Wrong(Exception):  # noqa: N818 - it is an answer
    """Something that the API itself finds wrong with a request."""

    def __init__(self, status: int, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.code, self.sentence = status, code, sentence


class ProblemOut(Schema):
    """What is wrong, for a program and for a person."""

    problem: str
    sentence: str


class FieldOut(Schema):
    """What is wrong with a field of a row."""

    field: str
    code: str
    sentence: str


class RowOut(Schema):
    """What became of one row: accepted, duplicate, or problems."""

    row: int
    outcome: str
    id: UUID | None = None
    problems: list[FieldOut] = []


class FileOut(Schema):
    """A file, and what became of its rows: accepted + quarantined + duplicate = rows, always."""

    id: UUID
    name: str
    state: str
    rows: int
    accepted: int
    quarantined: int
    duplicate: int
    refusal: str
    repeats: UUID | None
    received_at: datetime
    finished_at: datetime | None


class QuarantinedOut(Schema):
    """A row in quarantine with what is wrong with it. What it says is shown on the page alone."""

    row: int
    state: str
    problems: list[FieldOut]


class QuarantineOut(Schema):
    """A page of a file's rows in quarantine."""

    page: int
    pages: int
    rows: list[QuarantinedOut]


def problem(status: int, code: str, sentence: str) -> HttpResponse:
    """An answer that says what is wrong."""
    return JsonResponse({"problem": code, "sentence": sentence}, status=status)


def fields(problems: tuple[Problem, ...]) -> list[FieldOut]:
    """A row's problems."""
    return [FieldOut(field=one.field, code=one.code, sentence=one.sentence) for one in problems]


def row(number: int, identifier: UUID | None, *, duplicate: bool, problems: tuple[Problem, ...]) -> RowOut:
    """What became of a row."""
    outcome = "problems" if problems else "duplicate" if duplicate else "accepted"
    return RowOut(row=number, outcome=outcome, id=identifier, problems=fields(problems))


def sender(request: HttpRequest) -> Actor:
    """The agency's system whose token was sent."""
    actor: Actor = request.auth  # type: ignore[attr-defined]  # the API's own field
    return actor


def done_once(request: HttpRequest, act: Callable[[], HttpResponse]) -> HttpResponseBase:
    """The answer of an act, done once under its Idempotency-Key where one was sent."""
    key = request.headers.get("Idempotency-Key", "")
    if not key:
        with transaction.atomic():
            return act()
    if not _KEY.fullmatch(key):
        raise Wrong(400, "key", "An Idempotency-Key has 16 to 64 letters, figures, - and _.")
    return once(sender(request).id, key, request.path, act)
