"""No row, no act: every service that acts for somebody writes its row in the record.

Here it is read from the source. `tests/no_row_no_act.py` proves it of a service as it runs; the services' own tests use
it.
"""

import ast
from collections.abc import Iterator

from tests.architecture.house import Module, dotted, modules

RECORDS = {"record", "looked", "append"}
NO_ROW = {
    "src/pentameter/audit/services/adding.py": "it is the row",
    "src/pentameter/victims/services/holding.py": "it holds a case for those who write the row",
    "src/pentameter/work/services.py": "signs of life of processes concern no person and no record",
}


def _functions(module: Module) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef))


def _called(function: ast.FunctionDef) -> set[str]:
    """The last names of everything that is called, or handed on to be called."""
    names = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            names.add(dotted(node.func).rsplit(".", 1)[-1])
            names |= {dotted(one).rsplit(".", 1)[-1] for one in node.args if isinstance(one, ast.Name | ast.Attribute)}
    return names


def _acts_for_somebody(function: ast.FunctionDef) -> bool:
    return not function.name.startswith("_") and "by" in {one.arg for one in function.args.kwonlyargs}


def test_every_service_that_acts_for_somebody_reaches_the_record() -> None:
    calls: dict[str, set[str]] = {}
    for module in modules():
        for function in _functions(module):
            calls.setdefault(function.name, set()).update(_called(function))
    reaching = set(RECORDS)
    while more := {name for name, called in calls.items() if called & reaching} - reaching:
        reaching |= more
    faults = [
        f"{module.place}:{function.lineno} {function.name} leaves no row"
        for module in modules()
        if module.room == "services" and module.place not in NO_ROW
        for function in _functions(module)
        if _acts_for_somebody(function) and function.name not in reaching
    ]
    assert not faults, "\n".join(faults)


def test_services_are_told_by_name_who_acts() -> None:
    """Those that other rooms and contexts call; a service's own steps may hand it on as they like."""
    called = {
        (name.split(".")[1], name.rsplit(".", 1)[-1])
        for module in modules()
        if module.room in ("api", "views", "tasks", "commands")
        for name, _ in module.imports()
        if ".services." in name
    }
    faults = [
        f"{module.place}:{function.lineno} {function.name}"
        for module in modules()
        if module.room == "services"
        for function in _functions(module)
        if (module.context, function.name) in called and "by" in {one.arg for one in function.args.args}
    ]
    assert not faults, "\n".join(faults)
