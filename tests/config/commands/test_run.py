"""`pentameter run --demo`: everything from nothing, and a second start that loads nothing twice."""

import json
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from datetime import date

import pytest
from proofs.bad_input import sockets

from pentameter.config.commands.run import demo_files
from tests.installed import Installed, environment, free_port


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("run")


@pytest.fixture(scope="module")
def examples(place):
    words = ["demo", "files", "--reports", "60", "--seed", "7", "--out", str(place / "examples")]
    subprocess.run([sys.executable, "-m", "pentameter.config.cli", *words], env=environment(), check=True)
    return place / "examples"


@contextmanager
def running(place, examples):
    """The doors, started as people start them; their addresses and what was printed once they are stopped."""
    staff, public = free_port(), free_port()
    words = ["run", "--demo", "--examples", str(examples), "--staff-port", str(staff), "--public-port", str(public)]
    log = place / "run.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            Installed(place / "data").command(*words), env=environment(), stdout=out, stderr=subprocess.STDOUT
        )
        try:
            yield f"http://127.0.0.1:{staff}/", f"http://127.0.0.1:{public}/", process, log
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def answer(address, process, log):
    """The status of a page, as soon as the door is open."""
    for _ in range(600):
        if process.poll() is not None:
            pytest.fail(f"The run ended by itself:\n{log.read_text()}")
        try:
            with urllib.request.urlopen(address, timeout=5) as page:
                return page.status, page.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, ""
        except OSError:
            time.sleep(0.2)
    return pytest.fail(f"{address} did not answer:\n{log.read_text()}")


def test_from_nothing_both_doors_answer_and_a_second_start_loads_nothing_twice(place, examples):
    with running(place, examples) as (staff, public, process, log):
        assert answer(staff, process, log)[0] == 200
        status, page = answer(public, process, log)
        assert status == 200
        assert "Pentameter" in page
        processes = sockets.family(process.pid)
        assert len(processes) > 4
        assert not sockets.leading_out(processes)
    first = log.read_text()
    assert process.returncode == 0
    assert "What came of the files, by agency" in first
    assert "durham.constable" in first
    with running(place, examples) as (staff, _public, process, log):
        assert answer(staff, process, log)[0] == 200
    again = log.read_text()
    assert "nothing was loaded twice" in again
    assert "What came of the files" not in again
    totals = first[first.index("Pentameter demonstration") :].split("Demonstration accounts")[0]
    assert totals in again


def test_without_an_installation_it_says_what_to_do(place):
    done = Installed(place / "nowhere").call("run")
    assert done.returncode == 2
    assert "pentameter init" in done.stderr


def test_the_files_of_a_day_are_not_ahead_of_it(tmp_path):
    early = demo_files(tmp_path, today=date(2026, 3, 2))
    assert early == tmp_path / "examples"
    assert json.loads((early / "demo.json").read_text())["files"]
    before = (early / "demo.json").stat().st_mtime_ns
    assert demo_files(tmp_path, today=date(2026, 3, 5)) == early
    assert (early / "demo.json").stat().st_mtime_ns == before
    committed = demo_files(tmp_path, today=date(2026, 11, 23))
    assert committed.name == "examples"
    assert committed != early
