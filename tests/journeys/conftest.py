"""Both doors and the worker, as `pentameter run` starts them, with a small demo operation as of today."""

import json
import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from browser import BrowserPage
from databases import away, locked
from installations import fresh_database
from installed import Installed, environment, free_port
from pentameter.work.rules import BEAT, SILENCE

PASSWORD = "demonstration-2007"
_SENDERS = ("durham", "cleveland", "garda")
_PATIENCE = 240


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A bad night comes last, when the doors have served every other story."""
    items.sort(key=lambda item: "test_j10" in item.nodeid)


@dataclass(frozen=True)
class Doors:
    """A running demonstration."""

    staff: str
    public: str
    examples: Path
    installed: Installed
    process: subprocess.Popen[str]

    @contextmanager
    def worker_held(self) -> Iterator[None]:
        """The worker waits meanwhile, so that what is under way can be looked at."""
        pid = next(pid for pid in _children(self.process.pid) if "work" in _words(pid))
        os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(pid, signal.SIGCONT)

    def killed(self) -> None:
        """`kill -9` of both doors and the worker, with all their processes; they are started again."""
        for child in _children(self.process.pid):
            for pid in [child, *_children(child)]:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)

    @contextmanager
    def disk_full(self) -> Iterator[None]:
        """No file of the doors and the worker can grow, as on a disk that is full."""
        pids = [pid for child in _children(self.process.pid) for pid in (child, *_children(child))]
        before = {pid: resource.prlimit(pid, resource.RLIMIT_FSIZE) for pid in pids}
        for pid, (_, hard) in before.items():
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, hard))
        try:
            yield
        finally:
            for pid, limits in before.items():
                with suppress(ProcessLookupError):
                    resource.prlimit(pid, resource.RLIMIT_FSIZE, limits)

    @contextmanager
    def database_away(self) -> Iterator[None]:
        """The staff's database takes no connection; the embedded one no writes, which even a look is."""
        with away(self.installed.database) if self.installed.database else locked(self.installed.data):
            yield

    @contextmanager
    def worker_gone(self) -> Iterator[None]:
        """The worker is silent for so long that it counts as dead: the system is degraded."""
        with self.worker_held():
            time.sleep(SILENCE.total_seconds() + 1)
            yield
        time.sleep(2 * BEAT.total_seconds())


@pytest.fixture(scope="session")
def doors(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Doors]:
    """The doors, open until the tests end."""
    folder = tmp_path_factory.mktemp("journeys")
    with fresh_database() as database, fresh_database() as public:
        yield from _opened(Installed(folder / "data", database, public), folder)


def _opened(installed: Installed, folder: Path) -> Iterator[Doors]:
    examples = folder / "examples"
    _make_examples(installed, examples)
    staff, public = free_port(), free_port()
    ports = ("--staff-port", str(staff), "--public-port", str(public))
    command = installed.command("run", "--demo", "--examples", str(examples), *ports)
    log = folder / "run.log"
    with log.open("w") as out:
        process = subprocess.Popen(command, env=installed.variables, stdout=out, stderr=out, text=True)
    try:
        _wait(f"http://127.0.0.1:{staff}/sign-in/", process, log)
        yield Doors(f"http://127.0.0.1:{staff}", f"http://127.0.0.1:{public}", examples, installed, process)
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture
def signed_in(doors: Doors, browser_page: BrowserPage) -> Callable[..., Page]:
    """Signs one of the demonstration's people in, as they would: username, password, code."""

    def person(username: str, width: int = 1280, *, scripts: bool = True, expect: tuple[str, ...] = ()) -> Page:
        page = browser_page(width, scripts=scripts, expect=expect)
        page.goto(doors.staff)
        page.get_by_label("Username").fill(username)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Continue").click()
        _give_code(page)
        page.wait_for_timeout(500)
        while page.url != f"{doors.staff}/" and page.get_by_role("alert").count():
            page.wait_for_timeout(5_000)  # a code opens once: somebody has just signed in with this one
            _give_code(page)
            page.wait_for_timeout(500)
        page.wait_for_url(f"{doors.staff}/")
        return page

    return person


def _give_code(page: Page) -> None:
    code = page.locator(".code-now").inner_text().replace(" ", "")
    page.get_by_role("textbox", name="Code").fill(code)
    page.get_by_role("button", name="Sign in", exact=True).click()


def _make_examples(installed: Installed, folder: Path) -> None:
    """The demo operation's files as of today; a few agencies' are enough here."""
    made = [*installed.command("demo", "files")[:5], "--reports", "60", "--out", str(folder)]
    subprocess.run(made, env=environment(), check=True, capture_output=True)
    demo = json.loads((folder / "demo.json").read_text())
    demo["files"] = [file for file in demo["files"] if file["agency"] in _SENDERS]
    (folder / "demo.json").write_text(json.dumps(demo))


def _wait(address: str, process: subprocess.Popen[str], log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(address, timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    pytest.fail(f"The doors did not open:\n{log.read_text()[-3000:]}")


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _words(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/cmdline").read_text().split("\0")
