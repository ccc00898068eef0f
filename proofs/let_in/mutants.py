"""`python -m proofs.let_in.mutants [--rules] [--guards]`: mutants of the policy and of guards on views; none lives.

A mutant of `access/rules.py`, `guards.py` or `matrix.py` has one thing changed: a comparison, an `and`, an answer. The
tests of access kill it. A mutant of a view's guard lets in everybody, or all who are signed in. The comparison of
guards with the policy kills it, or the walk.
Exit code 1 if one lives.
"""

import argparse
import ast
import copy
import gc
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

MODULES = ("pentameter.access.rules", "pentameter.access.guards", "pentameter.access.matrix")
TESTS = ("tests/access/test_rules.py", "tests/access/test_guards.py", "tests/access/test_matrix.py")
_OPPOSITE = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


@dataclass(frozen=True)
class Mutant:
    """A module's source with one thing changed, and in words what."""

    module: str
    what: str
    tree: ast.Module


def mutants(module: str, source: str) -> Iterator[Mutant]:
    """Every mutant of a module, one change each."""
    tree = ast.parse(source)
    for function in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
        for at, node in enumerate(ast.walk(function)):
            for what, change in _changes(node):
                changed = copy.deepcopy(tree)
                twin = next(
                    one for one in changed.body if isinstance(one, ast.FunctionDef) and one.name == function.name
                )
                change(list(ast.walk(twin))[at])
                yield Mutant(
                    module,
                    f"{function.name}, line {getattr(node, 'lineno', 0)}: {what}",
                    ast.fix_missing_locations(changed),
                )


Change = Callable[[ast.AST], None]


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _OPPOSITE:
        yield "the comparison turned round", lambda it: it.ops.__setitem__(0, _OPPOSITE[type(it.ops[0])]())
    if isinstance(node, ast.BoolOp):
        yield (
            "`and` for `or`, or the other way",
            lambda it: setattr(it, "op", ast.Or() if isinstance(it.op, ast.And) else ast.And()),
        )
        for number in range(len(node.values)):
            yield f"part {number + 1} left out", lambda it, number=number: _leave_out(it, number)
    if isinstance(node, ast.If | ast.IfExp):
        yield "always", lambda it: setattr(it, "test", ast.Constant(True))
        yield "never", lambda it: setattr(it, "test", ast.Constant(False))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "`not` left out", lambda it: setattr(it, "op", ast.UAdd()) or setattr(it, "operand", _truth(it.operand))
    if isinstance(node, ast.keyword) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, bool):
        yield f"{node.arg} turned round", lambda it: setattr(it.value, "value", not it.value.value)
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, bool):
        yield "the answer turned round", lambda it: setattr(it.value, "value", not it.value.value)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield "a step left out", lambda it: setattr(it, "value", ast.Constant(None))


def _leave_out(node: ast.BoolOp, number: int) -> None:
    del node.values[number]
    if len(node.values) == 1:
        node.values *= 2  # of one part alone there is no `and`


def _truth(node: ast.expr) -> ast.expr:
    return ast.Call(ast.Name("bool", ast.Load()), [node], [])


def of_rules() -> tuple[Counter[str], list[str]]:
    """The mutants of the policy's own modules, each in a process of its own, before the tests of access."""
    import pytest

    trial = Trial()
    pytest.main(["-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:terminal", *TESTS], plugins=[trial])
    return trial.counts, trial.survived if trial.counts else ["nothing was tried"]


class Trial:
    """A plugin of pytest: instead of once, the tests run before each mutant, up to the first failure."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.survived: list[str] = []

    def pytest_runtestloop(self, session: Any) -> bool:
        """Every mutant, in a child of its own."""
        if not _in_a_child(lambda: not _noticed(session.items)):
            self.survived.append("the tests of access fail before anything is changed")
        for name in MODULES:
            module = import_module(name)
            for mutant in mutants(name, Path(str(module.__file__)).read_text(encoding="utf-8")):
                self.counts[f"mutants of {name}"] += 1
                if not _in_a_child(partial(_noticed_in, module, mutant.tree, session.items)):
                    self.survived.append(f"{name}: {mutant.what}")
        return True


def _noticed_in(module: ModuleType, tree: ast.Module, items: list[Any]) -> bool:
    put(module, tree)
    return _noticed(items)


def _noticed(items: list[Any]) -> bool:
    from _pytest.runner import runtestprotocol

    return any(report.failed for item in items for report in runtestprotocol(item, nextitem=None, log=False))


def _in_a_child(asked: Callable[[], bool]) -> bool:
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if asked() else 1)
        finally:
            os._exit(2)  # it could not be asked, and is not killed
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def put(module: ModuleType, tree: ast.Module) -> None:
    """Give every function of a module, and every one that it made, the mutant's code, wherever they are known."""
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    was, now = (compile(one, str(module.__file__), "exec") for one in (ast.parse(source), tree))
    changed = dict(_beside(was, now))
    for one in gc.get_objects():
        if type(one) is FunctionType and one.__code__ in changed:
            one.__code__ = changed[one.__code__]
    for one in vars(module).values():
        if hasattr(one, "cache_clear"):
            one.cache_clear()


def _beside(was: CodeType, now: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    pairs = zip(*([one for one in code.co_consts if isinstance(one, CodeType)] for code in (was, now)), strict=True)
    for one, other in pairs:
        yield one, other
        yield from _beside(one, other)


def of_guards() -> tuple[Counter[str], list[str]]:
    """Every view of ours with its guard gone, and with a guard that lets in whoever is signed in, before the walk."""
    from proofs.let_in import guards, policy, walk
    from proofs.let_in.addresses import STAFF
    from proofs.let_in.scene import scene

    stage = scene(whole=False)
    counts: Counter[str] = Counter()
    survived = []
    for address in walk.addresses():
        guard = guards.guard_of(address.view)
        if guard is None or address.route not in STAFF:
            continue
        for way in WAYS:
            if way is for_whoever_signs_in and STAFF[address.route][1] is policy.whoever_signs_in:
                continue  # it says just that already
            counts["mutants of guards on views"] += 1
            with way(guard):
                if not guards.otherwise([address]) and not walk.noticed(stage, address.route):
                    survived.append(f"/{address.route}: {way.__doc__}")
    return counts, survived


@contextmanager
def _gone(guard: FunctionType) -> Iterator[None]:
    """The guard is gone."""
    before = guard.__code__
    guard.__code__ = _passing(None, None, None).__code__
    try:
        yield
    finally:
        guard.__code__ = before


@contextmanager
def for_whoever_signs_in(guard: FunctionType) -> Iterator[None]:
    """The guard asks for what everybody may."""
    from pentameter.access.operations import Operation

    cell = dict(zip(guard.__code__.co_freevars, guard.__closure__ or (), strict=True))["operation"]
    before, cell.cell_contents = cell.cell_contents, Operation.VIEW_HOME
    try:
        yield
    finally:
        cell.cell_contents = before


WAYS = (_gone, for_whoever_signs_in)
"""How a guard can be wrong: the view lets in everybody, or everybody who is signed in."""


def _passing(hidden: object, operation: object, view: Any) -> FunctionType:
    def guarded(request: object, *args: object, **kwargs: object) -> object:
        _ = hidden, operation
        return view(request, *args, **kwargs)

    return guarded


def main() -> int:
    """Change, ask, and say which mutant nobody noticed."""
    parser = argparse.ArgumentParser(prog="python -m proofs.let_in.mutants")
    parser.add_argument("--rules", action="store_true", help="of the policy alone")
    parser.add_argument("--guards", action="store_true", help="of the guards on views alone")
    chosen = parser.parse_args()
    both = chosen.rules == chosen.guards
    from proofs.let_in.__main__ import on_throw_away, show

    before = time.perf_counter()
    counts: Counter[str] = Counter()
    survived: list[str] = []
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pentameter.config.settings.testing")
    if both or chosen.rules:
        sys.path.insert(0, "tests")
        import django

        django.setup()
        found, alive = of_rules()
        counts, survived = counts + found, survived + alive
    if both or chosen.guards:
        found, alive = on_throw_away(of_guards)
        counts, survived = counts + found, survived + alive
    show("No mutant survives", counts, survived, time.perf_counter() - before)
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main())
