"""What keeps background work going: signs of life, runs taken up again, old traces cleared away.

These acts concern processes and not people or records, so they leave no row in the audit record.
"""

import logging
from datetime import timedelta

from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from pentameter.kernel import clock
from pentameter.work.models import Done, Worker
from pentameter.work.queries import known_workers
from pentameter.work.rules import lives, may_try_again

KEPT = timedelta(days=30)
"""How long the keys of acts and the traces of finished runs are kept."""
_log = logging.getLogger(__name__)


def sign_of_life(*, worker: str, host: str, pid: int) -> None:
    """Note that a worker is at work."""
    now = clock.now()
    Worker.objects.update_or_create(
        id=worker,
        defaults={"seen_at": now},
        create_defaults={"host": host, "pid": pid, "began_at": now, "seen_at": now},
    )


def farewell(*, worker: str) -> None:
    """Note that a worker stopped by itself."""
    Worker.objects.filter(id=worker).delete()


@transaction.atomic
def requeue_orphans() -> int:
    """Put back what a dead worker was working on: the queue itself would call it running for ever. How many runs."""
    workers, now, count = known_workers(), clock.now(), 0
    for run in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING):
        last = run.worker_ids[-1] if run.worker_ids else ""
        if lives(workers.get(last), now=now):
            continue
        # The condition on the workers lets one of several tidying workers through, and none once it is taken up again.
        same = DBTaskResult.objects.filter(pk=run.pk, status=TaskResultStatus.RUNNING, worker_ids=run.worker_ids)
        again = may_try_again(len(run.worker_ids))
        if again.allowed:
            count += same.update(status=TaskResultStatus.READY, started_at=None)
        else:
            _log.error("Background work %s is given up. %s", run.pk, again.reason)
            same.update(status=TaskResultStatus.FAILED, finished_at=now, traceback=again.reason)
    return count


@transaction.atomic
def clear_old_traces() -> None:
    """Forget the keys of acts, finished runs and dead workers after their time."""
    before = clock.now() - KEPT
    Done.objects.filter(done_at__lt=before).delete()
    DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=before).delete()
    Worker.objects.filter(seen_at__lt=before).delete()
