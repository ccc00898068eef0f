"""The API asked as its own description says, and as it does not: requests that schemathesis makes up, of every sender.

An answer has to be one that the description promises, in its form and of its kind. What a request does is undone.
"""

import logging
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks

CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]


@dataclass
class Answered:
    """How often what was answered, by whom, and what was not as the description says."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: dict[str, str] = field(default_factory=dict)


def ask(
    senders: Mapping[str, Mapping[str, str]],
    there: Mapping[str, Iterable[str]],
    number: int,
    answered: Answered,
    *,
    chance: int = 2007,
    tell: Callable[[str], None] = lambda what: None,
) -> None:
    """So many requests of each sender to each operation. `there`: ids of what there is, by the name of their place."""
    logging.getLogger("hypothesis").setLevel(logging.ERROR)
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", undoing())
    for name, head in senders.items():
        for result in schema.get_all_operations():
            operation = result.ok()
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                strategy = operation.as_strategy(generation_mode=mode)
                rng = random.Random(f"{chance} {name} {operation.label}")
                act = partial(_one, name=name, head=dict(head), there=there, rng=rng, answered=answered, tell=tell)
                _made_up(act, strategy, number, chance, answered)


def _made_up(act: Callable[..., None], strategy: Any, number: int, chance: int, answered: Answered) -> None:
    """So many requests of a strategy; where a description leaves nothing to do wrong, there are none."""
    quiet = settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )

    def one(case: Case) -> None:
        act(case)

    try:
        seed(chance)(quiet(given(case=strategy)(one)))()
    except (schemathesis.errors.SchemathesisError, Unsatisfiable):
        answered.counts["nothing to make up"] += 1


def undoing() -> Callable[..., Iterable[bytes]]:
    """The staff door as a WSGI application, after each of whose answers everything is as it was."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    handler = WSGIHandler()

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        with transaction.atomic():
            answer = handler(environ, start)
            said = b"".join(answer)
            answer.close()
            transaction.set_rollback(True)
        return [said]

    return application


def _one(
    case: Case,
    *,
    name: str,
    head: dict[str, str],
    there: Mapping[str, Iterable[str]],
    rng: random.Random,
    answered: Answered,
    tell: Callable[[str], None],
) -> None:
    for place, ids in there.items():
        if place in (case.path_parameters or {}) and rng.random() < 0.5:
            case.path_parameters[place] = rng.choice(list(ids))
    answer = case.call(headers=head)
    answered.counts["requests"] += 1
    answered.counts[f"answered {answer.status_code}"] += 1
    try:
        case.validate_response(answer, checks=CHECKS)
    except FailureGroup as group:
        for failure in group.exceptions:
            title = getattr(failure, "title", type(failure).__name__)
            what = f"{case.operation.label}, {answer.status_code}: {title}"
            answered.counts["WRONG"] += 1
            if what not in answered.wrong:
                answered.wrong[what] = f"{name}: {str(failure)[:600]} {case.as_curl_command(headers=head)[:600]}"
                tell(f"{what}: {answered.wrong[what]}")
