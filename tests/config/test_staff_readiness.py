"""The staff door is ready where its keys, its worker and the record are as they must be."""

import pytest
from django.conf import settings
from django.test import Client

from pentameter.audit import api as audit
from pentameter.config import readiness, staff_readiness
from pentameter.kernel.actor import SYSTEM
from pentameter.work import services
from pentameter.work.queries import host
from public_door import BOTH

pytestmark = pytest.mark.django_db(databases=BOTH)


@pytest.fixture
def at_work() -> None:
    settings.PLACES.checkpoints.mkdir(exist_ok=True)
    services.sign_of_life(worker="1-trial", host=host(), pid=1)


def _parts() -> tuple[int, dict[str, str]]:
    told = Client().get("/health/ready/")
    return told.status_code, told.json()["parts"]


def test_all_is_well(at_work: None) -> None:
    assert _parts() == (200, dict.fromkeys(staff_readiness.CHECKS, readiness.WELL))


def test_without_a_worker_nobody_looks_after_protection(at_work: None) -> None:
    services.farewell(worker="1-trial")
    status, parts = _parts()
    assert (status, parts["worker"]) == (503, "none is alive: protection is not looked after")


def test_a_key_that_others_can_read(at_work: None) -> None:
    key = settings.PLACES.keys / "root.key"
    key.chmod(0o644)
    try:
        status, parts = _parts()
    finally:
        key.chmod(0o600)
    assert (status, parts["keys"]) == (503, "not as they must be: run `pentameter doctor`")


def test_a_record_of_which_the_last_check_found_something(at_work: None) -> None:
    assert _parts()[0] == 200
    audit.record(audit.Event.AUDIT_VERIFIED, by=SYSTEM, detail={"rows": 7, "kind": "changed", "row": 3})
    status, parts = _parts()
    assert (status, parts["record"]) == (503, "not whole: call the auditor")


def test_no_right_is_asked_and_no_row_is_written(at_work: None) -> None:
    before = audit.length()
    _parts()
    assert audit.length() == before
    assert staff_readiness.ready.open_because
