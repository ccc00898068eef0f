"""What all tests share: after a test that commits, what is append-only is emptied, and the chain begins again.

No test and no process that a test starts reaches another machine: whoever tries is refused, and the test fails.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from django.db import connections
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from guarded import loopback_only

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")  # a machine that has other work is no fault of the code

pytest_plugins = ["browser", "browser.staff"]


def pytest_configure(config: pytest.Config) -> None:
    """Guard this process, and tell the processes that it will start to guard themselves."""
    kept = tempfile.TemporaryDirectory(prefix="pentameter-loopback-")
    config.add_cleanup(kept.cleanup)
    os.environ[loopback_only.LOG] = str(Path(kept.name) / "tried")
    os.environ["PYTHONPATH"] = loopback_only.path(*filter(None, [os.environ.get("PYTHONPATH")]))
    loopback_only.guard()


class Stories(LoadScopeScheduling):
    """The stories share their doors: one process tells them, first; all else goes where there is room."""

    def _split_scope(self, nodeid: str) -> str:
        return "stories" if nodeid.startswith("tests/journeys/") else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Stories:
    """How tests are given to processes."""
    return Stories(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of a module that uses a proof belongs to the short form of the proofs."""
    for item in items:
        used = vars(getattr(item, "module", object)).values()
        if any(_of_proofs(one) for one in used):
            item.add_marker(pytest.mark.proof)


def _of_proofs(one: object) -> bool:
    name = one.__name__ if isinstance(one, ModuleType) else getattr(one, "__module__", "")
    return str(name).partition(".")[0] == "proofs"


@pytest.fixture(autouse=True)
def nothing_leaves_this_machine() -> Iterator[Path]:
    """Fail the test in which something tried to reach another machine, even where the refusal was swallowed."""
    tried = Path(os.environ[loopback_only.LOG])
    yield tried
    if tried.exists():
        said = tried.read_text()
        tried.unlink()
        pytest.fail(f"Something would have left this machine:\n{said}", pytrace=False)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Django empties tables after a test that commits. The triggers would refuse: they step aside for that moment.

    The class of the operations is wrapped, for beside a browser's loop Django opens connections of its own.
    """
    for operations in {type(connection.ops) for connection in connections.all()}:
        operations.execute_sql_flush = _aside(operations.execute_sql_flush)


def _aside(flush: Callable[[Any, list[str]], None]) -> Callable[[Any, list[str]], None]:
    def flush_with_record(self: Any, statements: list[str]) -> None:
        if self.connection.alias != "default":
            flush(self, statements)
            return
        with _without_triggers(self.connection):
            flush(self, statements)
        with self.connection.cursor() as cursor:
            cursor.execute("INSERT INTO audit_head (id, seq, digest) VALUES (1, 0, %s)", ["0" * 64])

    return flush_with_record


@contextmanager
def _without_triggers(connection: Any) -> Iterator[None]:
    """Those that refuse step aside, and come back as they were, whichever migration made them."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = origin")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE %s", ["%RAISE(ABORT%"])
        refusing = cursor.fetchall()
        for name, _ in refusing:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _, made in refusing:
            cursor.execute(made)
