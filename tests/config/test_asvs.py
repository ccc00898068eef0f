"""The table of ASVS requirements is whole, and what it names is there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from pentameter.config import asvs
from pentameter.config.asvs import State

ROOT = Path(__file__).resolve().parents[2]
TABLE = asvs.read()


def test_every_requirement_stands_once_and_in_order() -> None:
    numbers = [one.number for one in TABLE]
    assert numbers == sorted(set(numbers))
    for level, number in asvs.REQUIREMENTS.items():
        assert sum(one.level == level for one in TABLE) == number
    assert {one.number[0] for one in TABLE} == set(range(1, len(asvs.CHAPTERS) + 1))


def test_no_number_is_left_out() -> None:
    """Chapters, sections and requirements are each counted from one."""
    for depth in range(3):
        for stem in {one.number[:depth] for one in TABLE}:
            found = sorted({one.number[depth] for one in TABLE if one.number[:depth] == stem})
            assert found == list(range(1, len(found) + 1))


def test_what_is_shown_says_by_what_and_everything_else_says_why() -> None:
    for one in TABLE:
        assert one.what, one.name
        if one.state is State.SHOWN:
            assert one.shown, one.name
        else:
            assert len(one.reason) > 5, one.name
        assert one.state is not State.NOT_CLAIMED or one.level == 3, (
            f"{one.name}: levels 1 and 2 are gone through whole"
        )


@cache
def _tests(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@cache
def _headings(path: Path) -> frozenset[str]:
    lines = [line.lstrip("# ").lower() for line in path.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    return frozenset(re.sub(r"[^a-z0-9 -]", "", line).replace(" ", "-") for line in lines)


def missing(place: str) -> bool:
    """Whether what is named is not there."""
    path, _, name = place.partition("::")
    document, _, heading = path.partition("#")
    if not (ROOT / document).is_file():
        return True
    if name:
        return not name.startswith("test_") or name not in _tests(ROOT / document)
    return bool(heading) and heading not in _headings(ROOT / document)


def test_every_test_and_document_that_is_named_is_there() -> None:
    assert not [f"{one.name}: {place}" for one in TABLE for place in one.shown if missing(place)]


@pytest.mark.parametrize(
    "place",
    [
        "tests/config/test_asvs.py::test_that_was_never_written",
        "tests/config/test_asvs.py::missing",
        "tests/nowhere/test_asvs.py::test_no_number_is_left_out",
        "docs/security.md#a-heading-that-is-not-there",
    ],
)
def test_what_is_not_there_is_noticed(place: str) -> None:
    assert missing(place)


def test_the_page_says_every_line() -> None:
    said = asvs.page(TABLE)
    assert all(f"| {one.name} | {one.level} | {one.what} |" in said for one in TABLE)
    assert "| all | 70 | 183 | 92 |" in said


def test_every_library_is_locked_by_its_hash() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    for line in lines:
        assert re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line[:80]
