"""The house as its inspectors see it: its contexts in the order of the river, and every module as a syntax tree."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "pentameter"
TESTS = ROOT / "tests"
RIVER = (
    "kernel",
    "look",
    "access",
    "audit",
    "keyring",
    "work",
    "accounts",
    "operations",
    "intelligence",
    "entities",
    "victims",
    "justice",
    "decisions",
    "oversight",
    "retention",
    "scale",
    "picture",
    "releases",
    "bulletins",
    "config",
)
"""Upstream first. The same order stands in .importlinter; a test compares them."""
ROOMS = frozenset({"rules", "models", "queries", "services", "forms", "views"})
"""A part of a context that is large enough has them too: `picture/assessment/rules`."""


@dataclass(frozen=True)
class Module:
    """A module of the source."""

    path: Path

    @property
    def name(self) -> str:
        """Like "pentameter.audit.chain"; a package has the name of its folder."""
        parts = self.path.relative_to(SOURCE.parent).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def place(self) -> str:
        """Where it lies, for the lists of faults."""
        return str(self.path.relative_to(ROOT))

    @property
    def context(self) -> str:
        """The context it belongs to."""
        return self.path.relative_to(SOURCE).parts[0]

    @property
    def room(self) -> str:
        """The room it lies in: "services", also for a module of the package `services`, and in a part of a context."""
        parts = self.path.relative_to(SOURCE).with_suffix("").parts[1:]
        return next((part for part in parts if part in ROOMS), parts[0] if parts else "")

    @cached_property
    def text(self) -> str:
        """As it is written."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """As Python reads it."""
        return ast.parse(self.text, filename=str(self.path))

    def imports(self) -> Iterator[tuple[str, int]]:
        """Every module or name that it imports, with the line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield alias.name, node.lineno
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                for alias in node.names:
                    yield f"{node.module}.{alias.name}", node.lineno

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call, with what is called as it is written: "audit.record"."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield dotted(node.func), node


def dotted(node: ast.AST) -> str:
    """A name with its dots; what cannot be named is a question mark."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return "?"


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the source but migrations."""
    paths = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
    return tuple(Module(path) for path in paths)


def in_room(room: str) -> Iterator[Module]:
    """Every module of a room, in all contexts."""
    return (module for module in modules() if module.room == room)
