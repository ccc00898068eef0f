"""Support is never conditional on co-operating with an investigation: nothing in it so much as names one.

Source: Human Trafficking and Exploitation (Scotland) Act 2015 s.9(5)(b); Human Trafficking and Exploitation (Criminal
Justice and Support for Victims) Act (Northern Ireland) 2015 s.18(5)(a).
"""

import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest
from django import forms as django_forms
from django.apps import apps

import pentameter.victims
from pentameter.victims.forms import support as support_forms
from pentameter.victims.forms import support_files, support_plan, support_stays
from pentameter.victims.models import Attachment, SupportEntry, SupportStep
from pentameter.victims.rules import attachments, contents, exits, support
from pentameter.victims.rules.exits import may_exit
from pentameter.victims.rules.support import STAYS, EntryKind, EntryState, FlagKind

HOME = Path(inspect.getfile(pentameter.victims)).parent
FORBIDDEN = re.compile(
    r"co-?operat|investigat|prosecut|testi(f|m)|witness|police|detective|court|statement|intelligence|informant|evidence"
    r"|immigration",
    re.IGNORECASE,
)
"""Words by which support could come to depend on what she does for somebody else."""
ROOMS = ("models", "rules", "queries", "services", "forms", "views", "urls")
SUBJECTS = (
    *("support", "contents", "exits", "attachments", "assessments", "plans", "stays", "appointments", "notes", "flags"),
    *("supporting", "support_plan", "support_stays", "support_files"),
)
SOURCE = sorted(path for room in ROOMS for name in SUBJECTS if (path := HOME / room / f"{name}.py").exists()) + [
    HOME / "uploads.py"
]
TEMPLATES = sorted((HOME / "templates" / "victims").glob("support*.jinja"))


@pytest.mark.parametrize("path", [HOME / "uploads.py", *SOURCE, *TEMPLATES], ids=lambda path: path.name)
def test_no_word_of_support_names_it(path: Path) -> None:
    text = re.sub(
        r"Human Trafficking and Exploitation \(Criminal\s+Justice and Support for Victims\)",
        "",
        path.read_text("utf-8"),
    )
    found = [line for line in text.splitlines() if FORBIDDEN.search(line)]
    assert not found


def test_the_inspection_sees_all_of_support() -> None:
    assert len(SOURCE) > 20
    assert len(TEMPLATES) > 12


@pytest.mark.parametrize("model", [SupportEntry, SupportStep, Attachment], ids=lambda model: model.__name__)
def test_no_field_of_support_leads_there(model: type) -> None:
    meta = apps.get_model("victims", model.__name__)._meta
    assert not [field.name for field in meta.get_fields() if FORBIDDEN.search(field.name)]
    led_to = {field.related_model.__name__ for field in meta.local_fields if field.related_model is not None}
    assert led_to <= {"Case", "SupportEntry"}


def test_no_choice_or_field_of_a_form_asks_for_it() -> None:
    for form in _forms(support_forms, support_plan, support_stays, support_files):
        for name, field in form.base_fields.items():
            said = f"{name} {field.label} {field.help_text} {getattr(field, 'choices', '')}"
            assert not FORBIDDEN.search(said), f"{form.__name__}.{name}"


def _forms(*modules: ModuleType) -> list[type[django_forms.Form]]:
    return [
        one
        for module in modules
        for one in vars(module).values()
        if inspect.isclass(one) and issubclass(one, django_forms.Form) and one.__module__ == module.__name__
    ]


def test_no_rule_takes_it_into_account() -> None:
    for module in (support, contents, exits, attachments):
        for name, rule in vars(module).items():
            if inspect.isfunction(rule):
                assert not FORBIDDEN.search(" ".join((name, *inspect.signature(rule).parameters)))
    assert set(inspect.signature(may_exit).parameters) == {"support", "on", "her_words", "found_on", "today"}


def test_no_kind_state_flag_or_place_is_about_it() -> None:
    words = [one.words for kinds in (EntryKind, EntryState, FlagKind) for one in kinds]
    assert not [one for one in (*words, *STAYS.values()) if FORBIDDEN.search(one)]
