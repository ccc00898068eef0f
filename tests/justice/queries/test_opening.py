"""Whether somebody is protected cannot be fished for: what forces are shown is the same whoever the suspect is."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from cast import (
    cleveland_sergeant,
    durham_constable,
    durham_sergeant,
    duty_desk,
    national_analyst,
    outsider,
    prosecutor,
    sign_in,
)
from justice import ground
from pentameter.access.api import Operation
from pentameter.config.today import home_page
from pentameter.justice.models import Suspect
from pentameter.justice.queries.listing import STATES, InvestigationFilter, investigations
from pentameter.justice.queries.opening import opened
from pentameter.justice.rules.kinds import Kind
from pentameter.justice.services.investigations import add_agency
from pentameter.justice.services.protection import keep_answers
from pentameter.justice.services.suspects import mark_suspect
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor

pytestmark = pytest.mark.django_db
SENTENCE = "A non-punishment check has to be made before any charge."
ANSWERS = {"protected": True, "not": False, "not known": None}
_VARIES = re.compile(r'value="[\w:.-]{20,}"|nonce="[^"]*"|\d\d:\d\d|S-[0-9A-Z-]{6,}|[0-9a-f]{8}-[0-9a-f-]{27}')


def said_to(person: Actor, path: str) -> str:
    """A page, without what differs from one suspect to the next."""
    answer = sign_in(Client(), person).get(path)
    assert answer.status_code == 200
    return _VARIES.sub("", answer.content.decode())


def suspects_of(inside: UUID, steps: str) -> dict[str, UUID]:
    """The same suspect three times, but for what was answered of them."""
    made = {}
    for name, answer in ANSWERS.items():
        one = made[name] = ground.suspect(inside, asked=False)
        if steps == "answered first":
            keep_answers(answers={one: answer}, mark=1, by=SYSTEM)
        if steps != "added":
            ground.arrested(one)
            ground.records(one, Kind.RELEASED, 99)
            ground.checked(one)
        if steps == "charged":
            keep_answers(answers={one: False}, mark=1, by=SYSTEM)
            ground.checked(one, 55)
            ground.charged(one)
        if steps != "answered first":
            keep_answers(answers={one: answer}, mark=2, by=SYSTEM)
    return made


FORCES = (durham_constable, durham_sergeant, cleveland_sergeant)
STEPS = ("added", "answered first", "answered later", "charged")


@pytest.mark.parametrize("steps", STEPS)
@pytest.mark.parametrize("person", FORCES, ids=lambda one: one.__name__)
def test_forces_read_the_same_whether_or_not_somebody_is_protected(person: Callable[[], Actor], steps: str) -> None:
    inside = ground.investigation()
    add_agency(investigation_id=inside, slug="cleveland", by=durham_constable())
    made = suspects_of(inside, steps)
    pages = {name: said_to(person(), f"/justice/suspects/{one}/") for name, one in made.items()}
    assert len(set(pages.values())) == 1
    assert (SENTENCE in pages["protected"]) is (steps == "added")
    assert "omebody protected" not in pages["protected"]


@pytest.mark.parametrize("steps", STEPS)
def test_versions_tell_nothing(steps: str) -> None:
    made = suspects_of(ground.investigation(), steps)
    assert len({ground.version(one) for one in made.values()}) == 1


@pytest.mark.parametrize("person", [*FORCES, national_analyst], ids=lambda one: one.__name__)
@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_lists_counts_and_tasks_tell_nothing(person: Callable[[], Actor], answer: bool | None) -> None:
    inside = ground.investigation()
    add_agency(investigation_id=inside, slug="cleveland", by=durham_constable())
    one = ground.suspect(inside)
    ground.checked(one)
    ground.charged(one)
    keep_answers(answers={one: answer}, mark=2, by=SYSTEM)
    lines = {name: investigations(InvestigationFilter(state=name), person()).lines for name in ("", *STATES)}
    assert {name: [line.checks for line in found] for name, found in lines.items() if found} == {
        "": [0],
        "court": [0],
    }
    assert not any("check" in task.act for task in home_page(person(), clock.today()).tasks)


def test_prosecutors_to_whom_it_was_sent_and_the_desk_are_told() -> None:
    inside = ground.investigation()
    one = ground.suspect(inside)
    ground.checked(one)
    keep_answers(answers={one: True}, mark=2, by=SYSTEM)
    said = said_to(prosecutor(), f"/justice/suspects/{one}/")
    assert "May be somebody protected: call the duty desk" in said
    assert "new facts: check again" in said
    found = opened(inside, prosecutor(), Operation.VIEW_INVESTIGATION)
    told = {person.__name__: found.tells(person()) for person in (prosecutor, duty_desk, *FORCES, outsider)}
    assert [name for name, tells in told.items() if tells] == ["prosecutor", "duty_desk"]
    (line,) = investigations(InvestigationFilter(state="check"), prosecutor()).lines
    assert line.checks == 1


def test_a_mark_of_the_forces_own_is_told_to_them() -> None:
    one = ground.suspect()
    ground.checked(one)
    mark_suspect(suspect_id=one, words="She said that he holds her wages", by=durham_constable())
    said = said_to(durham_constable(), f"/justice/suspects/{one}/")
    assert "new facts: check again" in said
    assert SENTENCE in said
    assert Suspect.objects.get().check_told == "ask_again"
