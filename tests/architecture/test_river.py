"""Everything flows one way: imports, and the foreign keys that import-linter cannot see."""

import configparser

import pytest
from django.apps import apps
from importlinter.cli import lint_imports

from tests.architecture.house import RIVER, ROOT, Module, modules

OPEN_DOORS = {
    "kernel": None,  # values that all share
    "look": None,  # a library of mark-up, words and charts
    "access": {"api", "guards"},
    "releases": {"api", "shelf"},  # the shelf stands behind the public door, where `api` cannot go
    "intelligence": {"api", "intake"},  # intake is a pure library that reads what agencies send, whatever it is about
}
"""Beside `api`, what other contexts may import. None: everything."""

SIDE_DOORS = {
    ("pentameter.config.settings.staff", "pentameter.audit.ledger"): "settings are read before models can be",
    ("pentameter.config.settings.staff", "pentameter.audit.signing"): "settings are read before models can be",
    ("pentameter.decisions.web_api.lists", "pentameter.intelligence.web_api"): "the API is one, and answers alike",
}
"""Single imports past `api`, each with its reason. `config` puts the house together and may look into its rooms."""


def test_the_contracts_hold(capsys: pytest.CaptureFixture[str]) -> None:
    exit_code = lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True, no_logo=True)
    assert exit_code == 0, capsys.readouterr().out


def test_the_contract_and_the_inspectors_know_the_same_river() -> None:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    layers = contracts["importlinter:contract:river"]["layers"].split()
    assert tuple(reversed(layers)) == RIVER


def test_every_context_is_in_the_river() -> None:
    assert {module.context for module in modules() if module.room} == set(RIVER)


def test_other_contexts_come_in_by_the_door() -> None:
    faults = [fault for module in modules() if module.context != "config" for fault in _past_the_door(module)]
    assert not faults, "\n".join(faults)


def _past_the_door(module: Module) -> list[str]:
    faults = []
    for name, line in module.imports():
        parts = name.split(".")
        if parts[0] != "pentameter" or len(parts) < 3 or parts[1] == module.context:
            continue
        doors = OPEN_DOORS.get(parts[1], {"api"})
        if doors is None or parts[2] in doors or (module.name, ".".join(parts[:3])) in SIDE_DOORS:
            continue
        faults.append(f"{module.place}:{line} imports {name}; other contexts come in by {parts[1]}.api")
    return faults


def test_foreign_keys_flow_with_the_river() -> None:
    place = {context: number for number, context in enumerate(RIVER)}
    faults = []
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if not field.is_relation or field.auto_created or not field.related_model:
                continue
            here, there = model._meta.app_label, field.related_model._meta.app_label
            if here in place and there in place and place[there] > place[here]:
                faults.append(f"{model._meta.label}.{field.name} points downstream to {there}")
    assert not faults, "\n".join(faults)
