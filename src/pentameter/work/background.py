"""Work that is done behind a page: named, queued in the act's own transaction, done at least once.

A context registers its entry points in its `tasks.py`:

    @background("take_in_file")
    def take_in_file(identifier: str) -> None:
        services.take_in(file_id=UUID(identifier), by=SYSTEM)

and asks for a run with `enqueue("take_in_file", str(file.id))`. A run may be cut short at any moment and begun again,
even while a worker that was believed dead still works on it: what it does has to be resumable, and done in steps that
stand whole.
"""

import logging
import threading
from collections.abc import Callable

from django.utils.module_loading import autodiscover_modules
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from pentameter.look.away import is_away

Run = Callable[[str], None]
Recovery = Callable[[], None]

_RUNS: dict[str, Run] = {}
_RECOVERIES: dict[str, Recovery] = {}
_WATCHES: dict[str, Recovery] = {}
_broken_off = threading.Event()
_log = logging.getLogger(__name__)


class WorkFailed(Exception):  # noqa: N818 - what happened, as people say it
    """A run failed. It names the kind of error and where it arose, never its words: they may hold contents."""


def background(name: str) -> Callable[[Run], Run]:
    """Register a function of one identifier under a name."""

    def register(run: Run) -> Run:
        if _RUNS.setdefault(name, run) is not run:
            raise ValueError(f"Two pieces of background work are called {name}.")
        return run

    return register


def on_start(recovery: Recovery) -> Recovery:
    """Register what every worker does when it starts: find what was left half done, and ask for it again."""
    _RECOVERIES[f"{recovery.__module__}.{recovery.__qualname__}"] = recovery
    return recovery


def on_beat(watch: Recovery) -> Recovery:
    """Register what every worker asks each few seconds: whether something waits to be done that nobody asked for."""
    _WATCHES[f"{watch.__module__}.{watch.__qualname__}"] = watch
    return watch


def enqueue(name: str, identifier: str) -> None:
    """Ask for a run, in the caller's transaction. If one is waiting for the same already, that one will do."""
    if name not in _RUNS:
        raise ValueError(f"No background work is called {name}.")
    asked = {"args": [name, identifier], "kwargs": {}}
    if not DBTaskResult.objects.filter(status=TaskResultStatus.READY, args_kwargs=asked).exists():
        work.enqueue(name, identifier)


def recover() -> None:
    """Do everything that is to be done when a worker starts. One recovery that fails does not hinder the next."""
    _each(_RECOVERIES)


def watch() -> None:
    """Ask every watch, as at each beat; and after runs that a full disk or the like broke off, every recovery."""
    if _broken_off.is_set():
        _broken_off.clear()
        recover()
    _each(_WATCHES)


def _each(asked: dict[str, Recovery]) -> None:
    for name, ask in asked.items():
        try:
            ask()
        except Exception as error:
            _note(error)
            _log.error("%s failed: %s", name, _where(error))


def discover() -> None:
    """Import every context's `tasks.py`, so that all names are known."""
    autodiscover_modules("tasks")


@task()
def work(name: str, identifier: str) -> None:
    """Do one run. This is what the queue calls."""
    try:
        _RUNS[name](identifier)
    except Exception as error:
        _note(error)
        raise WorkFailed(f"{name} of {identifier}: {_where(error)}") from None


def _note(error: Exception) -> None:
    """What failed only because nothing can be read or written at the moment is asked for again."""
    if is_away(error):
        _broken_off.set()


def _where(error: Exception) -> str:
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    place = f"{last.tb_frame.f_globals.get('__name__')}, line {last.tb_lineno}" if last else "nowhere"
    return f"{type(error).__module__}.{type(error).__qualname__} in {place}"
