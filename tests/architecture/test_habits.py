"""Habits that keep the house readable, each with the few places that may differ and why."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from tests.architecture.house import Module, modules

LONGEST = 300
PRINTING = {
    "src/pentameter/audit/standalone.py": "a script that a court runs without Pentameter",
}
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "tools", "stuff"}
CLOCK = "src/pentameter/kernel/clock.py"
SIGNAL = re.compile(r"(signal|signals\.\w+|(pre|post|user|request|m2m|task)_\w+)\.connect$")
NOW = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "timezone.now", "time.time"}


def _all(faults: Iterator[str]) -> None:
    found = list(faults)
    assert not found, "\n" + "\n".join(found)


def test_modules_are_short() -> None:
    _all(
        f"{module.place} has {lines} lines; past {LONGEST} it becomes a package"
        for module in modules()
        if (lines := module.text.count("\n")) > LONGEST
    )


def test_names_say_something() -> None:
    _all(module.place for module in modules() if VAGUE & set(module.name.split(".")))


def test_nobody_is_called_back() -> None:
    """No signals: what happens upstream is asked by those downstream at their next step."""
    _all(_signals())


def _signals() -> Iterator[str]:
    for module in modules():
        for name, line in module.imports():
            if "signals" in name.split(".") or name.endswith("dispatch.receiver"):
                yield f"{module.place}:{line} imports {name}"
        for name, call in module.calls():
            if name == "receiver" or SIGNAL.search(name):
                yield f"{module.place}:{call.lineno} calls {name}()"


def test_assert_is_for_tests() -> None:
    _all(
        f"{module.place}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Assert)
    )


def test_nothing_is_printed_past_the_terminal() -> None:
    _all(
        f"{module.place}:{call.lineno}"
        for module in modules()
        if module.place not in PRINTING and "/config/commands/" not in module.place
        for name, call in module.calls()
        if name == "print"
    )


def test_one_place_reads_the_clock() -> None:
    _all(
        f"{module.place}:{call.lineno} calls {name}()"
        for module in modules()
        if module.place != CLOCK
        for name, call in module.calls()
        if any(name == one or name.endswith(f".{one}") for one in NOW)
    )


def test_an_ignored_type_says_which_and_why() -> None:
    _all(
        f"{module.place}:{line} {comment}"
        for module in modules()
        for line, comment in _comments(module)
        if "type: ignore" in comment and not re.search(r"# type: ignore\[[a-z-]+(, ?[a-z-]+)*\]  # \S.{8,}", comment)
    )


def test_a_silenced_rule_is_named() -> None:
    _all(
        f"{module.place}:{line} {comment}"
        for module in modules()
        for line, comment in _comments(module)
        if re.search(r"# noqa(?!: [A-Z]+[0-9]+)", comment)
    )


def _comments(module: Module) -> Iterator[tuple[int, str]]:
    lines = module.text.splitlines()
    for token in tokenize.generate_tokens(io.StringIO(module.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], lines[token.start[0] - 1][token.start[1] :]


def test_every_module_says_what_it_is() -> None:
    """Django's `apps.py` and empty packages say nothing."""
    _all(
        module.place
        for module in modules()
        if module.text.strip() and module.path.name != "apps.py" and not ast.get_docstring(module.tree)
    )


def test_functions_take_at_most_six_arguments() -> None:
    _all(
        f"{module.place}:{node.lineno} {node.name} takes {count}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (count := _arguments(node)) > 6
    )


def _arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    names = [one.arg for one in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls", "request")])
