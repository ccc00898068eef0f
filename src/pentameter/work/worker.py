"""The worker process: takes runs from the queue, and takes up what others left.

It begins by putting back what dead workers were working on and by asking every context what was left half done. While
it works, a second thread gives a sign of life every few seconds, looks after runs of workers that died meanwhile, and
asks every context whether something waits.
Where the database is away, full or takes no writes it waits, and begins anew once that has passed.
SIGTERM or SIGINT: it finishes the run it is in and stops. A second one, or SIGKILL: the run is taken up again later.
"""

import logging
import os
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import DatabaseError, connection

from pentameter.look.away import is_away
from pentameter.work import background, services
from pentameter.work.queries import host
from pentameter.work.rules import BEAT

_log = logging.getLogger(__name__)


def run(*, interval: float, max_tasks: int | None = None, until_empty: bool = False) -> None:
    """Work until told to stop.

    Args:
        interval: seconds to wait before looking again when the queue is empty.
        max_tasks: stop after so many runs; the supervisor starts a fresh process.
        until_empty: stop when the queue is empty.
    """
    while True:
        try:
            return _serve(interval, max_tasks, until_empty)
        except (DatabaseError, OSError) as error:
            if not is_away(error):
                raise
            _log.warning("Nothing can be read or written: %s. Work begins again by itself.", type(error).__name__)
            connection.close()
            time.sleep(BEAT.total_seconds())


def _serve(interval: float, max_tasks: int | None, until_empty: bool) -> None:
    """Work as one worker, until told to stop or until the database is away."""
    worker = f"{os.getpid()}-{secrets.token_hex(12)}"
    with _alive(worker):
        services.requeue_orphans()
        services.clear_old_traces()
        background.recover()
        call_command(
            "db_worker",
            worker_id=worker,
            interval=interval,
            max_tasks=max_tasks,
            batch=until_empty,
            startup_delay=False,
            reload=False,
            verbosity=0,
        )


@contextmanager
def _alive(worker: str) -> Iterator[None]:
    services.sign_of_life(worker=worker, host=host(), pid=os.getpid())
    stop = threading.Event()
    heart = threading.Thread(target=_beat, args=(worker, stop), daemon=True)
    heart.start()
    try:
        yield
    finally:
        stop.set()
        heart.join(BEAT.total_seconds())
        _say_farewell(worker)


def _say_farewell(worker: str) -> None:
    """Where it cannot be said, the silence says it a little later."""
    try:
        services.farewell(worker=worker)
    except DatabaseError as error:
        _log.warning("No farewell could be said: %s", type(error).__name__)


def _beat(worker: str, stop: threading.Event) -> None:
    while not stop.wait(BEAT.total_seconds()):
        try:
            services.sign_of_life(worker=worker, host=host(), pid=os.getpid())
            services.requeue_orphans()
            background.watch()
        except DatabaseError as error:  # the database is away or busy: the next beat tries again
            _log.warning("No sign of life could be given: %s", type(error).__name__)
        finally:
            connection.close()
