"""Every source module has its test module: tests lie as the source does.

The tests of `audit/services/adding.py` are `tests/audit/services/test_adding.py`, `tests/audit/test_adding.py` or, with
its whole package, `tests/audit/test_services.py`. A module is also tested where a test of its context calls it by name.
"""

from functools import cache
from pathlib import Path

import pytest

from tests.architecture.house import SOURCE, TESTS, Module, modules

NO_TEST_OF_ITS_OWN = {
    "apps": "Django's declaration of the app",
    "urls": "every address is walked by the tests of the views and of the doors",
    "sign_in_urls": "every address is walked by the tests of the views and of the doors",
    "law": "names what the tests of the rules call",
    "api": "names what the services' and queries' tests call",
    "models": "constraints are tested through the services that meet them",
    "wsgi_staff": "started by the tests that run a real installation",
    "wsgi_public": "started by the tests that run a real installation",
    "cli": "run by the tests of the commands",
    "__init__": "names what the package's modules hold",
}
ELSEWHERE = {
    "src/pentameter/access/operations.py": "names, held against the matrix by tests/access/test_matrix.py",
    "src/pentameter/audit/events.py": "a list of names, used by every test of the record",
    "src/pentameter/audit/findings.py": "tests/audit/test_tampering.py",
    "src/pentameter/audit/forms.py": "tests/audit/test_views.py",
    "src/pentameter/audit/ledger.py": "tests/audit/test_checkpoints.py",
    "src/pentameter/audit/origins.py": "tests/audit/test_tampering.py",
    "src/pentameter/audit/queries/pages.py": "tests/audit/test_views.py",
    "src/pentameter/audit/queries/raw.py": "tests/audit/test_tampering.py",
    "src/pentameter/audit/queries/standing.py": "tests/audit/test_services.py",
    "src/pentameter/audit/signing.py": "tests/audit/test_checkpoints.py",
    "src/pentameter/audit/standalone.py": "tests/audit/test_services.py",
    "src/pentameter/audit/walk.py": "tests/audit/test_verify.py",
    "src/pentameter/bulletins/editing/uploads.py": "tests/work/test_uploads.py",
    "src/pentameter/config/commands": "tests/config/test_cli.py",
    "src/pentameter/config/sensitivity.py": "tests/architecture/test_data.py",
    "src/pentameter/config/staff_urls.py": "tests/architecture/test_doors.py",
    "src/pentameter/config/public_urls.py": "tests/architecture/test_doors.py",
    "src/pentameter/operations/queries/rows.py": "tests/operations/queries/test_cards.py",
    "src/pentameter/operations/services/subjects.py": "tests/operations/services/test_looks.py",
    "src/pentameter/scale/uploads.py": "tests/work/test_uploads.py",
    "src/pentameter/work/management/commands/work.py": "tests/work/test_worker.py",
    "src/pentameter/work/queries.py": "tests/work/test_services.py",
    "src/pentameter/config/settings": "every test runs on them; tests/config/test_settings.py where it is there",
}
"""Tested under another name, which is said here and must exist."""


def _expected(module: Module) -> set[Path]:
    parts = module.path.relative_to(SOURCE).with_suffix("").parts
    context, inner = parts[0], parts[1:]
    names = {TESTS.joinpath(context, *inner[:-1], f"test_{inner[-1]}.py")}
    names |= {TESTS / context / f"test_{part}.py" for part in inner}
    names |= {TESTS.joinpath(context, *inner[:depth], f"test_{inner[depth]}.py") for depth in range(len(inner))}
    return names


def _excused(module: Module) -> bool:
    if module.path.stem in NO_TEST_OF_ITS_OWN or module.room in ("models", "urls"):
        return True
    return any(module.place == place or module.place.startswith(f"{place}/") for place in ELSEWHERE)


@cache
def _imported_by_tests(context: str) -> frozenset[str]:
    """Modules that a test of their own context calls by name."""
    named = [Module(path).imports() for path in (TESTS / context).rglob("test_*.py")]
    return frozenset(part for imports in named for name, _ in imports for part in (name, name.rpartition(".")[0]))


def test_every_module_has_its_tests() -> None:
    missing = [
        module.place
        for module in modules()
        if module.room
        and not _excused(module)
        and not any(path.exists() for path in _expected(module))
        and module.name not in _imported_by_tests(module.context)
    ]
    assert not missing, "\n" + "\n".join(missing)


@pytest.mark.parametrize(("place", "where"), ELSEWHERE.items())
def test_exceptions_are_still_true(place: str, where: str) -> None:
    assert (SOURCE.parents[1] / place).exists(), f"{place} is gone: take it off the list"
    if where.startswith("tests/") and " " not in where:
        assert (TESTS.parent / where).exists()
