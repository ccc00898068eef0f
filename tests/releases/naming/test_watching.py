"""It is noticed that others are protected by now: by a new case, another name, another place, a report, an erasure."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from cast import durham_constable
from decisions.ground import ZORANA, protected, stage
from entities.matched import ADA, person, place, take_in
from intelligence import ground
from pentameter.kernel import clock
from pentameter.releases.models import Watch
from pentameter.releases.naming.watching import protected_since
from pentameter.victims.models import Case
from pentameter.victims.rules.cases import Age
from pentameter.victims.services.changes import WhoSheIs, change_identity

pytestmark = pytest.mark.django_db


def _another_case() -> None:
    protected(replace(ZORANA, given="Bilyana"))


def _another_name() -> None:
    who = WhoSheIs(replace(ZORANA, other_names=("Bilyana Fictional",)), Age.ADULT)
    change_identity(case_id=Case.objects.get().pk, who=who, version=1, by=durham_constable())


def _a_report() -> None:
    take_in([ground.good(1, **person(ADA, "victim"))], ground.wave())
    place()


def _nothing() -> None:
    pass


@pytest.mark.parametrize(
    ("happens", "noticed"), [(_another_case, True), (_another_name, True), (_a_report, True), (_nothing, False)]
)
def test_what_is_noticed(happens: Callable[[], None], noticed: bool) -> None:
    stage()
    protected()
    since = protected_since()
    assert since <= clock.now()
    happens()
    assert (protected_since() > since) is noticed


def test_the_mark_says_nothing_of_anybody() -> None:
    stage()
    protected()
    protected_since()
    assert "Testova" not in Watch.objects.get().mark
    assert str(Case.objects.get().pk) not in Watch.objects.get().mark
