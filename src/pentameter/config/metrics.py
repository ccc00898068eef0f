"""Figures for whoever runs the installation, in Prometheus' words: how much work there is and whether it gets done.

No record is counted by what is in it: nobody learns from here how many people are protected, or that somebody was
looked up. Requests are counted by the name of the page. They are read on this machine alone, at the staff door alone.
"""

import os
import shutil
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from pentameter.access.guards import open_because
from pentameter.audit import api as audit
from pentameter.config import readiness, staff_readiness
from pentameter.config.readiness import here_only
from pentameter.decisions import api as decisions
from pentameter.entities import api as entities
from pentameter.intelligence import api as intelligence
from pentameter.work import api as work

SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""Names a folder in which the processes of a door put their counts together. Without it each has its own."""


class Standing(Collector):
    """How the installation stands at the moment it is asked."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """A gauge for each thing that somebody may have to do something about."""
        parts = readiness.asked(staff_readiness.CHECKS)
        well = GaugeMetricFamily("pentameter_well", "1 where a part of the staff door is well", labels=["part"])
        for part, found in parts.items():
            well.add_metric([part], found == readiness.WELL)
        yield well
        if parts["database"] == parts["tables"] == readiness.WELL:
            yield from self._of_the_database()
        free = shutil.disk_usage(settings.PLACES.data).free
        yield GaugeMetricFamily("pentameter_disk_free_bytes", "Free on the disk of the data folder", value=free)

    def _of_the_database(self) -> Iterator[GaugeMetricFamily]:
        now, record = work.standing(), audit.standing()
        yield GaugeMetricFamily("pentameter_workers", "Workers that are alive", value=now.workers)
        runs = GaugeMetricFamily("pentameter_runs", "Background runs", labels=["state"])
        for state, number in (("waiting", now.waiting), ("running", now.running), ("failed", now.failed)):
            runs.add_metric([state], number)
        yield runs
        waits = GaugeMetricFamily("pentameter_waiting", "Work that people wait for", labels=["what"])
        waits.add_metric(["files"], len(intelligence.unfinished()))
        waits.add_metric(["lists"], len(decisions.unfinished()))
        waits.add_metric(["reports to match"], entities.standing().waiting)
        yield waits
        yield GaugeMetricFamily("pentameter_record_rows", "Rows of the record", value=record.rows)
        unsigned = record.unsigned
        yield GaugeMetricFamily("pentameter_record_unsigned_rows", "Rows no checkpoint vouches for", value=unsigned)
        if made := audit.latest_of(audit.Event.BACKUP_MADE, most=1):
            at = made[0].at.timestamp()
            yield GaugeMetricFamily("pentameter_backup_timestamp_seconds", "When a backup was last made", value=at)


@open_because("figures for this machine alone; no record is in them")
@here_only
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Every figure, in the text that Prometheus reads."""
    return HttpResponse(_counted() + _stands(), content_type=CONTENT_TYPE_LATEST)


def _counted() -> bytes:
    """What the processes of this door counted: all of them where they share a folder, else the one that answers."""
    if not os.environ.get(SHARED):
        return generate_latest(REGISTRY)
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]  # prometheus_client says nothing of it
    return generate_latest(together)


def _stands() -> bytes:
    now = CollectorRegistry()
    now.register(Standing())
    return generate_latest(now)
