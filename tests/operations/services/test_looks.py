"""Looking leaves its row, or does not happen."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection

from cast import administrator, auditor, durham_constable, national_analyst
from operations import stage
from pentameter.audit.models import Entry, Head
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from pentameter.operations import api
from pentameter.operations.models import Return
from pentameter.operations.services import looks

pytestmark = pytest.mark.django_db


def test_every_look_is_one_row_with_what_was_shown() -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    filed = stage.files(wave, durham_constable(), stage.nil())
    api.load_published_results(by=SYSTEM)
    before = Entry.objects.count()
    by, today = durham_constable(), stage.TODAY
    looks.show_operations(by=by, today=today)
    looks.show_operation(slug=stage.OPERATION, by=by)
    looks.show_wave(wave_id=wave, by=by, today=today)
    looks.show_agency(wave_id=wave, agency="durham", by=by, today=today)
    looks.show_duty(wave_id=wave, week=None, by=by, today=today)
    looks.show_results(slug="pentameter-published", by=by)
    rows = list(Entry.objects.order_by("seq")[before:])
    events = [
        "operations_shown",
        "operations_shown",
        "wave_shown",
        "returns_shown",
        "returns_shown",
        "operations_shown",
    ]
    assert [row.event for row in rows] == events
    assert "pentameter-published" in rows[0].detail
    assert str(filed.id) in rows[3].detail


def test_the_duty_page_begins_with_the_oldest_week_owed() -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    page = looks.show_duty(wave_id=wave, week=None, by=durham_constable(), today=stage.TODAY)
    assert (page.week, page.filed) == (stage.FIRST, None)


LOOKS: dict[str, Callable[..., object]] = {
    "operation": lambda wave, by: looks.show_operation(slug="no-such", by=by),
    "wave": lambda wave, by: looks.show_wave(wave_id=uuid4(), by=by, today=stage.TODAY),
    "agency": lambda wave, by: looks.show_agency(wave_id=wave, agency="kent", by=by, today=stage.TODAY),
    "duty": lambda wave, by: looks.show_duty(wave_id=uuid4(), week=None, by=by, today=stage.TODAY),
    "results": lambda wave, by: looks.show_results(slug=stage.OPERATION, by=by),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_what_is_not_there_is_hidden_and_outsiders_are_refused(look: Callable[..., object]) -> None:
    wave = stage.wave()
    with pytest.raises(Refused) as refusal:
        look(wave, durham_constable())
    assert refusal.value.hidden
    with pytest.raises(Refused):
        look(wave, administrator())


def test_the_right_buttons_for_the_right_people() -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    seen = {
        person.role: looks.show_wave(wave_id=wave, by=person, today=stage.TODAY)
        for person in (durham_constable(), national_analyst(), auditor())
    }
    assert [(page.may_file, page.may_manage) for page in seen.values()] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    addable = [one.slug for one in seen[national_analyst().role].addable]
    assert "durham" not in addable
    assert "kent" in addable
    assert seen[auditor().role].addable == ()


def test_without_its_row_nothing_is_filed_and_nothing_is_shown() -> None:
    wave = stage.wave()
    stage.joins(wave, "durham")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_head SET seq = 0")  # the next row has the number of the first: it cannot be added
    seq = Head.objects.get().seq
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"):
        stage.files(wave, durham_constable(), stage.nil())
    assert seq == 0
    assert not Return.objects.exists()
