"""What may be published of people: nobody who said no, nobody whose case was erased; and a mark that tells it."""

from collections.abc import Callable
from uuid import UUID

import pytest

from pentameter.kernel import clock
from pentameter.victims.models import Case, Standing
from pentameter.victims.queries.released import found_to_publish, protected_to_publish, uncounted_mark
from pentameter.victims.rules.cases import Age, CaseState
from pentameter.victims.rules.consent import Purpose, Said
from pentameter.victims.rules.protection import State
from picture import scene
from picture.scene import Scene
from victims.records import says

pytestmark = pytest.mark.django_db


@pytest.fixture
def wave() -> Scene:
    """Six people of a wave; three may be under 18."""
    made = scene.a_wave()
    scene.people(made)
    return made


def _someone() -> UUID:
    return Case.objects.order_by("pk").values_list("pk", flat=True)[0]


def _refuses() -> None:
    says(_someone(), Said.REFUSED, purpose=Purpose.STATISTICS)


def _is_erased() -> None:
    Case.objects.filter(pk=_someone()).update(state=CaseState.ERASED, identity=None, practical=None, whereabouts=None)


def test_everybody_counts_once_by_agency_week_and_age(wave: Scene) -> None:
    found = found_to_publish(wave.wave)
    assert sum(found.values()) == 6
    assert {one.agency for one in found} == {"durham"}
    assert sum(people for one, people in found.items() if one.age is Age.CHILD) == 3


@pytest.mark.parametrize("happens", [_refuses, _is_erased], ids=["refuses", "erased"])
def test_whoever_is_not_to_be_counted_is_in_no_count(wave: Scene, happens: Callable[[], None]) -> None:
    happens()
    assert sum(found_to_publish(wave.wave).values()) == 5
    assert sum(protected_to_publish(clock.today()).values()) == 5


@pytest.mark.parametrize("happens", [_refuses, _is_erased], ids=["refuses", "erased"])
def test_the_mark_changes_with_it(wave: Scene, happens: Callable[[], None]) -> None:
    before = uncounted_mark()
    assert uncounted_mark() == before
    happens()
    assert uncounted_mark() != before


def test_to_consent_changes_no_mark(wave: Scene) -> None:
    before = uncounted_mark()
    says(_someone(), Said.GIVEN, purpose=Purpose.STATISTICS)
    assert uncounted_mark() == before


def test_what_was_not_worked_out_today_is_not_certain(wave: Scene) -> None:
    Standing.objects.all().delete()
    assert {state for state, _ in protected_to_publish(clock.today())} == {State.UNKNOWN}
