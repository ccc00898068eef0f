"""How background work stands."""

import os
import socket
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from pentameter.kernel import clock
from pentameter.work.models import Worker
from pentameter.work.rules import Life, lives


@dataclass(frozen=True, slots=True)
class WorkStanding:
    """How many workers live and when the last gave a sign; how many runs wait, are under way, and failed."""

    workers: int
    last_seen_at: datetime | None
    waiting: int
    running: int
    failed: int


def standing() -> WorkStanding:
    """How background work stands now."""
    lifes = known_workers()
    now = clock.now()
    counts = dict(DBTaskResult.objects.order_by().values_list("status").annotate(Count("pk")))
    return WorkStanding(
        workers=sum(lives(life, now=now) for life in lifes.values()),
        last_seen_at=max((life.seen_at for life in lifes.values()), default=None),
        waiting=counts.get(TaskResultStatus.READY, 0),
        running=counts.get(TaskResultStatus.RUNNING, 0),
        failed=counts.get(TaskResultStatus.FAILED, 0),
    )


def living() -> int:
    """How many workers live now. One SQL query."""
    now = clock.now()
    return sum(lives(life, now=now) for life in known_workers().values())


def known_workers() -> dict[str, Life]:
    """What is known of every worker that gave a sign of life."""
    here = host()
    return {
        worker.id: Life(worker.seen_at, gone=worker.host == here and not _runs(worker.pid))
        for worker in Worker.objects.all()
    }


def host() -> str:
    """This machine and its space of process ids: containers share the one and not the other."""
    try:
        space = os.readlink("/proc/self/ns/pid")
    except OSError:
        space = ""
    return f"{socket.gethostname()} {space}"[:120]


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
