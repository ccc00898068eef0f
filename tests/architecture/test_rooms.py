"""The same rooms everywhere, and what each may never do."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.house import RIVER, SOURCE, Module, dotted, in_room, modules

NO_ROOMS = {"kernel", "look", "config"}
"""Values, a library of mark-up, and what puts the house together."""

NOT_YET = {
    "access": "it has files instead of tables",
}
"""Contexts that lack `models` for a reason."""

ORM = ("django.db", "django.conf", "django.utils.timezone", "datetime.datetime.now")
WRITES = {
    *("save", "create", "bulk_create", "update", "bulk_update", "delete", "get_or_create", "update_or_create"),
    *("raw_save", "executemany", "select_for_update"),
}


@pytest.mark.parametrize("context", sorted(set(RIVER) - NO_ROOMS - set(NOT_YET)))
def test_every_context_has_its_door(context: str) -> None:
    assert (SOURCE / context / "api.py").exists(), f"{context} has no api.py"
    assert (SOURCE / context / "__init__.py").read_text(encoding="utf-8").startswith('"""'), "say what it is for"


def faults_of(module: Module, forbidden: tuple[str, ...]) -> Iterator[str]:
    for name, line in module.imports():
        if any(name == one or name.startswith(f"{one}.") for one in forbidden):
            yield f"{module.place}:{line} imports {name}"


def test_rules_know_no_database_no_settings_and_no_clock() -> None:
    forbidden = (*ORM, "pentameter.kernel.clock.now", "pentameter.kernel.clock.today", "pentameter.kernel.clock")
    faults = [fault for module in in_room("rules") for fault in faults_of(module, forbidden)]
    faults += [
        f"{module.place}:{call.lineno} calls {name}()"
        for module in in_room("rules")
        for name, call in module.calls()
        if name.rsplit(".", 1)[-1] in ("now", "today", "utcnow", "random")
    ]
    own_models = [
        f"{module.place}:{line} imports {name}"
        for module in in_room("rules")
        for name, line in module.imports()
        if name.startswith("pentameter.") and ".models" in name
    ]
    assert not faults + own_models, "\n".join(faults + own_models)


def test_models_name_other_contexts_by_string_only() -> None:
    faults = [
        f"{module.place}:{line} imports {name}"
        for module in in_room("models")
        for name, line in module.imports()
        if name.startswith("pentameter.") and name.split(".")[1] not in ("kernel", module.context)
    ]
    assert not faults, "\n".join(faults)


def test_models_have_no_logic_in_save() -> None:
    faults = [
        f"{module.place}:{node.lineno} {node.name}.{part.name}"
        for module in in_room("models")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        for part in node.body
        if isinstance(part, ast.FunctionDef) and part.name in ("save", "delete", "clean", "full_clean")
    ]
    assert not faults, "\n".join(faults)


def test_queries_never_write() -> None:
    faults = [
        f"{module.place}:{call.lineno} calls {name}()"
        for module in in_room("queries")
        for name, call in module.calls()
        if "." in name and name.rsplit(".", 1)[-1] in WRITES and not _of_a_plain_value(name)
    ]
    assert not faults, "\n".join(faults)


def _of_a_plain_value(name: str) -> bool:
    """`found.update(...)` of a dict is no write; `.objects`, a query and a model are what counts."""
    return name.endswith(".update") and "objects" not in name and not name.startswith("?")


def test_services_never_see_a_request() -> None:
    forbidden = ("django.http", "django.shortcuts", "django.template", "django.contrib.messages")
    faults = [fault for module in in_room("services") for fault in faults_of(module, forbidden)]
    for module in in_room("services"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef):
                names = {argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)}
                if "request" in names:
                    faults.append(f"{module.place}:{node.lineno} {node.name}(request)")
    assert not faults, "\n".join(faults)


def test_forms_never_save() -> None:
    faults = [
        f"{module.place}:{call.lineno} calls {name}()"
        for module in in_room("forms")
        for name, call in module.calls()
        if name.rsplit(".", 1)[-1] in WRITES and "objects" in name
    ]
    faults += [
        f"{module.place}:{node.lineno} is a ModelForm"
        for module in in_room("forms")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and any("ModelForm" in dotted(base) for base in node.bases)
    ]
    assert not faults, "\n".join(faults)


VIEWS_THAT_HOLD_A_PACKAGE = {
    "accounts": "sign-in is allauth's: its views are handed its own objects",
}


def test_views_know_no_models_and_no_database() -> None:
    faults = [
        f"{module.place}:{line} imports {name}"
        for module in in_room("views")
        if module.context not in VIEWS_THAT_HOLD_A_PACKAGE
        for name, line in module.imports()
        if name.startswith("django.db") or (name.startswith("pentameter.") and ".models" in name)
    ]
    assert not faults, "\n".join(faults)


def test_only_one_module_knows_the_queue() -> None:
    faults = [
        f"{module.place}:{line} imports {name}"
        for module in _outside("work")
        for name, line in module.imports()
        if name.split(".")[0] in ("django_tasks", "django_tasks_db")
    ]
    assert not faults, "\n".join(faults)


def test_only_linkage_knows_splink() -> None:
    faults = [
        f"{module.place}:{line} imports {name}"
        for module in modules()
        if not module.name.startswith("pentameter.entities.linkage.")
        for name, line in module.imports()
        if name.split(".")[0] in ("splink", "duckdb", "pyspark")
    ]
    assert not faults, "\n".join(faults)


def _outside(context: str) -> Iterator[Module]:
    return (module for module in modules() if module.context != context)
