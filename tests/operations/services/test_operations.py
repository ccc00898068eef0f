"""Beginning operations and waves."""

from datetime import date

import pytest

from cast import durham_constable, national_analyst
from pentameter.audit.models import Entry
from pentameter.kernel.verdict import Refused
from pentameter.operations import api
from pentameter.operations.models import Operation, Wave
from pentameter.operations.services.operations import WavePlan, create_operation, create_wave

pytestmark = pytest.mark.django_db


def begin(slug: str = "pentameter-3") -> str:
    return create_operation(slug=slug, name="Pentameter 3", purpose="To look.", by=national_analyst())


def test_an_operation_begins_with_its_row_in_the_record() -> None:
    assert begin() == "pentameter-3"
    entry = Entry.objects.get(event="operation_created")
    assert (entry.actor, entry.subject_id) == (national_analyst().id, "pentameter-3")


def test_waves_are_numbered_in_the_order_in_which_they_are_added() -> None:
    begin()
    for day in (date(2007, 10, 3), date(2008, 10, 3)):
        create_wave(operation="pentameter-3", plan=WavePlan("A wave", day), by=national_analyst())
    assert [(one.number, one.ends_on) for one in api.waves_of("pentameter-3")] == [(1, None), (2, None)]
    assert Entry.objects.filter(event="wave_created").count() == 2


def test_a_short_name_is_used_once() -> None:
    begin()
    with pytest.raises(Refused, match="already") as refusal:
        begin()
    assert refusal.value.conflict


def test_only_the_national_centre_begins_anything() -> None:
    begin()
    with pytest.raises(Refused):
        create_operation(slug="mine", name="Mine", purpose="", by=durham_constable())
    with pytest.raises(Refused):
        create_wave(operation="pentameter-3", plan=WavePlan("Mine", date(2007, 1, 1)), by=durham_constable())
    assert (Operation.objects.count(), Wave.objects.count()) == (1, 0)


def test_a_wave_belongs_to_an_operation_and_ends_after_it_begins() -> None:
    begin()
    with pytest.raises(Refused) as refusal:
        create_wave(operation="no-such", plan=WavePlan("A wave", date(2007, 1, 1)), by=national_analyst())
    assert refusal.value.hidden
    backwards = WavePlan("A wave", date(2007, 10, 3), date(2007, 10, 2))
    with pytest.raises(Refused, match="cannot end"):
        create_wave(operation="pentameter-3", plan=backwards, by=national_analyst())
