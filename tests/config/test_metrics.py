"""Figures for whoever runs the installation: work, not people."""

import re

import pytest
from django.test import Client

from pentameter.config import metrics
from pentameter.work import api as work
from public_door import BOTH
from tests.cast import durham_constable, sign_in

pytestmark = pytest.mark.django_db(databases=BOTH)


def _read() -> str:
    return Client().get("/metrics/").content.decode()


def test_work_that_waits_and_parts_that_are_well() -> None:
    work.enqueue("take_in_file", "1")
    told = _read()
    assert 'pentameter_runs{state="waiting"} 1.0' in told
    assert 'pentameter_well{part="worker"} 0.0' in told
    assert 'pentameter_well{part="database"} 1.0' in told
    assert re.search(r"^pentameter_disk_free_bytes \d", told, re.MULTILINE)


def test_a_page_is_counted_by_its_name_and_never_by_its_address() -> None:
    officer = sign_in(Client(), durham_constable())
    officer.get("/reports/", {"words": "canaryqx"})
    officer.get("/people/canaryqx/")
    told = _read()
    assert re.search(r'requests_total_by_view_transport_method_total\{.*view="[a-z:-]+"', told)
    assert "canaryqx" not in told


def test_nothing_counts_people() -> None:
    named = set(re.findall(r"^# HELP (\w+)", _read(), re.MULTILINE))
    ours = {one for one in named if one.startswith("pentameter_")}
    assert ours == {
        *("pentameter_well", "pentameter_workers", "pentameter_runs", "pentameter_waiting"),
        *("pentameter_record_rows", "pentameter_record_unsigned_rows", "pentameter_disk_free_bytes"),
    }


def test_while_the_database_is_away_the_rest_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> str:
        raise OSError

    monkeypatch.setitem(metrics.staff_readiness.CHECKS, "database", away)
    told = _read()
    assert 'pentameter_well{part="database"} 0.0' in told
    assert "pentameter_workers" not in told
    assert "pentameter_disk_free_bytes" in told


def test_the_processes_of_a_door_count_together(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(metrics.SHARED, str(tmp_path))
    told = _read()
    assert "pentameter_workers" in told
    assert "python_info" not in told, "what one process has of itself is not in it"
