"""What processes of a real installation say: lines of JSON, and nothing that was typed or that a record says."""

import ast
import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import structlog
from django.conf import settings
from django.test import Client
from gunicorn.config import Config

from pentameter.config import answered, home, logs
from pentameter.config.environment import Misconfigured
from public_door import BOTH, public_door
from tests.architecture.house import modules
from tests.cast import durham_constable, sign_in

CANARY = "canaryqx"
MAY_BE_FILLED_IN = {"type(error).__name__", "run.pk", "again.reason", "name", "_where(error)"}
"""Kinds of errors, numbers of runs, reasons of rules, names of our own functions, and places in the source."""


@contextmanager
def said() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    """What is said meanwhile: by the lines of a real installation, and in the libraries' own plain words."""
    lines, plain = io.StringIO(), io.StringIO()
    handlers = [logging.StreamHandler(lines), logging.StreamHandler(plain)]
    handlers[0].setFormatter(logs.formatter())
    logger, root = logging.getLogger(logs.ANSWERED), logging.getLogger()
    before = logger.level, logger.disabled, root.manager.disable, answered._log
    logger.setLevel(logs.settings(real=True)["loggers"][logs.ANSWERED]["level"])
    logger.disabled, answered._log = False, structlog.get_logger(logs.ANSWERED)
    logging.disable(logging.NOTSET)  # whatever tests before this one have left
    for one in handlers:
        root.addHandler(one)
    try:
        yield lines, plain
    finally:
        logger.setLevel(before[0])
        logger.disabled, answered._log = before[1], before[3]
        logging.disable(before[2])
        for one in handlers:
            root.removeHandler(one)


def _read(lines: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def _at_the_staff_door(monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"HTTP_USER_AGENT": f"{CANARY}agent", "HTTP_REFERER": f"https://x.example/?{CANARY}"}
    stranger = Client(raise_request_exception=False, **told)
    for _ in range(6):
        stranger.post("/sign-in/", {"login": f"{CANARY}user", "password": f"{CANARY}password"})
    stranger.get("/sign-in/", {"next": f"/{CANARY}/"}, HTTP_HOST=f"{CANARY}.example")
    stranger.post("/api/v1/reports", f'{{"{CANARY}": 1', "application/json", HTTP_AUTHORIZATION=f"Bearer {CANARY}")
    Client(enforce_csrf_checks=True, **told).post("/sign-in/", {"login": f"{CANARY}user"})
    officer = sign_in(Client(raise_request_exception=False), durham_constable())
    officer.get(f"/people/{CANARY}/", {"words": CANARY})
    officer.get("/reports/", {"words": CANARY, "page": CANARY})
    officer.post("/search/", {"words": f"Maria {CANARY}"})
    officer.post("/reports/new/", {"text": CANARY, "name": CANARY, "address": f"12 {CANARY} Street"})

    def fails(*_: object) -> None:
        raise ValueError(f"duplicate key: (name)=({CANARY})")

    monkeypatch.setattr(home, "home_page", fails)
    officer.get("/", {"words": CANARY})


def _at_the_public_door() -> None:
    with public_door() as reader:
        reader.raise_request_exception = False
        reader.get("/bulletins/search/", {"words": CANARY})
        reader.get(f"/bulletins/{CANARY}/")
        reader.post("/reader/register/", {"name": CANARY, "email": f"{CANARY}@reader.example", "password": CANARY})
        reader.post("/reader/sign-in/", {"email": f"{CANARY}@reader.example", "password": CANARY})
        reader.post("/tip-offs/tell/", {"words": f"She is at 12 {CANARY} Street", "where": CANARY})


@pytest.mark.django_db(databases=BOTH)
def test_nothing_that_was_typed_is_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with said() as (lines, plain):
        _at_the_staff_door(monkeypatch)
        _at_the_public_door()
    assert CANARY in plain.getvalue(), "the libraries' own words quote it: the test would notice"
    assert CANARY not in lines.getvalue()
    read = _read(lines)
    assert {"at", "level", "logger", "event", "process"} <= set.intersection(*(set(one) for one in read))
    answered = {(one["view"], one["status"]) for one in read if one["logger"] == logs.ANSWERED}
    assert {("home", 500), ("bulletins:search", 200)} <= answered
    (failure,) = (one for one in read if "ValueError" in str(one.get("error")))
    assert (failure["event"], failure["view"]) == ("Internal Server Error", "home")
    assert any("test_logs.py" in place for place in failure["through"])
    number = next(one["request"] for one in read if one["logger"] == logs.ANSWERED and one["status"] == 500)
    assert failure["request"] == number, "one number finds what belongs together"


def test_gunicorn_quotes_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PENTAMETER_MODE", "real")
    log = logs.GunicornLog(Config())
    (handler,) = log.error_log.handlers
    stream = io.StringIO()
    handler.setStream(stream)
    try:
        raise ConnectionError(CANARY)
    except ConnectionError:
        log.exception("Error handling request %s", f"/search/?words={CANARY}")
    finally:
        log.error_log.removeHandler(handler)
    (one,) = _read(stream)
    assert (one["event"], one["error"]) == ("Error handling request %s", "builtins.ConnectionError")
    assert CANARY not in stream.getvalue()


def test_the_last_words_of_a_process_quote_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        logs.uncaught(type(error), error, error.__traceback__)
    one = json.loads(capsys.readouterr().err)
    assert (one["event"], one["error"], one["level"]) == ("not caught by anybody", "builtins.ValueError", "critical")
    assert CANARY not in json.dumps(one)


def test_what_an_administrator_has_to_mend_is_said() -> None:
    error = Misconfigured("The key root.key can be read by others.")
    assert logs.of_error(error)["says"] == "The key root.key can be read by others."
    assert "says" not in logs.of_error(ValueError("Maria"))


def test_a_sentence_that_is_filled_in_already_is_left_out() -> None:
    with said() as (lines, _):
        logging.getLogger("somebody.elses").warning(f"No such person: {CANARY}")
        logging.getLogger("somebody.elses").warning("No such person: %s", CANARY)
    left_out, kept = _read(lines)
    assert (left_out["event"], kept["event"]) == (logs.LEFT_OUT, "No such person: %s")
    assert str(left_out["where"]).startswith("test_logs:")


def test_a_demonstration_speaks_plainly_and_a_real_one_in_lines() -> None:
    assert "formatter" not in logs.settings(real=False)["handlers"]["console"]
    assert logs.settings(real=True)["handlers"]["console"]["formatter"] == "lines"
    assert logs.settings(real=not settings.IS_DEMO) == settings.LOGGING


def test_what_our_own_modules_fill_in_is_known() -> None:
    found = {
        f"{module.place}: {ast.unparse(one)}"
        for module in modules()
        for name, call in module.calls()
        if name.startswith("_log.") and not module.place.endswith("config/answered.py")
        for one in call.args[1:]
        if ast.unparse(one) not in MAY_BE_FILLED_IN
    }
    assert not found
