"""The supervisor keeps its processes up, and gives up on one that does not stay up."""

import os
import sys
import time

import pytest

from pentameter.config import supervisor
from pentameter.config.environment import Misconfigured


def child(code: str) -> supervisor.Child:
    return supervisor.Child("trial", [sys.executable, "-c", code], os.environ)


def wait_for(condition, seconds=20):
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.05)


def test_a_process_that_stops_is_started_again(capfd):
    one = child("import time; time.sleep(60)")
    one.start()
    first = one.process
    first.kill()
    wait_for(lambda: first.poll() is not None)
    supervisor._mind([one])
    assert one.process.pid != first.pid
    assert one.process.poll() is None
    supervisor._end([one])
    assert one.process.poll() is not None
    assert "started again" in capfd.readouterr().err


def test_a_process_that_does_not_stay_up_is_given_up(capfd):
    one = child("raise SystemExit(3)")
    one.start()

    def watch():
        supervisor._mind([one])
        return False

    with pytest.raises(Misconfigured, match="does not stay up"):
        wait_for(watch)
    assert len(one.started) == supervisor._RESTARTS


def test_a_process_that_ignores_the_request_to_stop_is_ended(monkeypatch):
    monkeypatch.setattr(supervisor, "_PATIENCE", 0.5)
    one = child(
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
    )
    one.start()
    time.sleep(0.5)
    supervisor._end([one])
    wait_for(lambda: one.process.poll() is not None)


def test_the_doors_listen_on_this_machine_alone():
    assert "127.0.0.1:8000" in supervisor.door_command("staff", 8000, workers=2)
    assert "--no-control-socket" in supervisor.door_command("public", 8001, workers=1)
