"""What processes say on their way: one JSON object a line, and nothing in it that people typed or that a record says.

What our own modules say is said as it is: a test of the house knows what each of them fills in. Of what a library says
only the sentence as it stands in its source is kept, without what it filled in: that may be an address, a name or a
word that was searched for. A sentence that comes without anything to fill in may be filled in already, and is left out.
Of an error its kind and the places it came through are kept; its words, which may quote a row, are not.

A demonstration, whose people are invented, says all of it as plain text.
"""

import logging
import os
import sys
import threading
import traceback
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any

import structlog
from gunicorn.glogging import Logger
from structlog.typing import EventDict, Processor

from pentameter.config.environment import Misconfigured

OURS = "pentameter."
ANSWERED = "pentameter.answered"
"""The logger of the line that is written for each request."""
LEFT_OUT = "not said here: it may quote what was typed"
_PLACES = 12
_CHAIN = 5
_TIMED: Processor = structlog.processors.TimeStamper(fmt="iso", utc=True, key="at")


def settings(*, real: bool) -> dict[str, Any]:
    """Django's LOGGING. The process's standard error is the only place anything goes: what starts it keeps it."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": "pentameter.config.logs.formatter"}},
        "handlers": {"console": {"class": "logging.StreamHandler", **({"formatter": "lines"} if real else {})}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {ANSWERED: {"level": "INFO" if real else "ERROR"}},
    }


def through_logging() -> None:
    """Let structlog's loggers write through the standard ones, so that there is one way out."""
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def formatter() -> structlog.stdlib.ProcessorFormatter:
    """Makes a record of the standard library's logging, or of structlog, one line of JSON."""
    return structlog.stdlib.ProcessorFormatter(
        use_get_message=False,
        pass_foreign_args=True,
        foreign_pre_chain=[structlog.contextvars.merge_contextvars, _told_by_others],
        processors=[
            _TIMED,
            _whence,
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(ensure_ascii=True),
        ],
    )


def hold_back() -> None:
    """What nobody caught ends in a line as well, where no person sits before the process."""
    if not sys.stderr.isatty():
        sys.excepthook = uncaught
        threading.excepthook = lambda caught: uncaught(caught.exc_type, caught.exc_value, caught.exc_traceback)


def uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    """The last words of a process or a thread."""
    said = (kind, error or kind(), trace)
    record = logging.LogRecord(f"{OURS}uncaught", logging.CRITICAL, __file__, 0, "not caught by anybody", None, said)
    sys.stderr.write(f"{formatter().format(record)}\n")


class GunicornLog(Logger):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn's own words, which quote the address of a request that it could not answer: in a real installation they
    go through the same lines."""

    def setup(self, cfg: Any) -> None:
        """Called once in every process of gunicorn."""
        super().setup(cfg)
        if os.environ.get("PENTAMETER_MODE") == "real":
            for handler in self.error_log.handlers:
                handler.setFormatter(formatter())


def _told_by_others(logger: Any, method: str, said: EventDict) -> EventDict:
    """What did not come through structlog, without what was filled in."""
    record: logging.LogRecord = said["_record"]
    filled_in, failed = said.pop("positional_args", ()), said.pop("exc_info", None)
    said.pop("stack_info", None)
    if record.name.startswith(OURS):
        said["event"] = str(record.msg) % filled_in if filled_in else str(record.msg)
    else:
        said["event"] = str(record.msg) if filled_in else LEFT_OUT
        said["where"] = f"{record.module}:{record.lineno}"
    said.update(_answer(record))
    if failed and failed[1] is not None:
        said.update(of_error(failed[1]))
    return said


def _whence(logger: Any, method: str, said: EventDict) -> EventDict:
    record: logging.LogRecord = said["_record"]
    return {**said, "level": record.levelname.lower(), "logger": record.name, "process": record.process}


def _answer(record: logging.LogRecord) -> dict[str, Any]:
    """Of a request that was not answered well: the status, and the name of the page rather than its address."""
    status, request = getattr(record, "status_code", None), getattr(record, "request", None)
    if not isinstance(status, int):
        return {}
    match = getattr(request, "resolver_match", None)
    return {"event": HTTPStatus(status).phrase, "status": status, "view": match.view_name if match else ""}


def of_error(error: BaseException) -> dict[str, Any]:
    """Its kind, what it came from, and the places it came through. Its words only where they are our own, for whoever
    sets the installation up."""
    kinds: list[str] = []
    one: BaseException | None = error
    while one is not None and len(kinds) < _CHAIN:
        kinds.append(f"{type(one).__module__}.{type(one).__qualname__}")
        one = one.__cause__ or one.__context__
    frames = traceback.extract_tb(error.__traceback__)[-_PLACES:]
    places = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    said = {"says": str(error)} if isinstance(error, Misconfigured) else {}
    return {"error": " from ".join(kinds), "through": places, **said}


def _short(filename: str) -> str:
    """The end of a path: enough to find the line, and nothing of the machine."""
    return "/".join(Path(filename).parts[-3:])
