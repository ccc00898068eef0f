"""Who takes part, and at which level; what was before is kept."""

from datetime import date
from uuid import uuid4

import pytest

from cast import durham_constable, national_analyst
from operations import stage
from pentameter.audit.models import Entry
from pentameter.kernel.verdict import Refused
from pentameter.operations import api
from pentameter.operations.api import Involvement, Part
from pentameter.operations.models import Participation
from pentameter.operations.services.participation import PartChangedMeanwhile, end_participation, set_participation

pytestmark = pytest.mark.django_db
ANALYST = national_analyst()


def test_another_level_ends_the_row_before_and_keeps_it() -> None:
    wave = stage.wave()
    first = stage.joins(wave, "durham", plan="Two visits a week.")
    part = Part("durham", Involvement.SIGNED_UP_NOTHING_PLANNED, "", date(2007, 11, 1), replaces=first)
    second = set_participation(wave_id=wave, part=part, by=ANALYST)
    rows = Participation.objects.filter(wave_id=wave).order_by("began_on").values_list("id", "plan", "ended_on")
    assert list(rows) == [(first, "Two visits a week.", date(2007, 11, 1)), (second, "", None)]
    assert [one.level for one in api.participants(wave)] == [Involvement.SIGNED_UP_NOTHING_PLANNED]
    assert Entry.objects.filter(event="participation_set").count() == 2


def test_the_same_again_changes_nothing() -> None:
    wave = stage.wave()
    assert stage.joins(wave, "durham") == stage.joins(wave, "durham")
    assert Participation.objects.count() == 1
    assert Entry.objects.filter(event="participation_set").count() == 1


def test_a_part_that_was_changed_meanwhile_is_not_overwritten() -> None:
    wave = stage.wave()
    first = stage.joins(wave, "durham")
    hers = Part("durham", Involvement.GATHERING_INTELLIGENCE, "Hers.", stage.STARTS, replaces=first)
    set_participation(wave_id=wave, part=hers, by=ANALYST)
    his = Part("durham", Involvement.FULL, "His.", stage.STARTS, replaces=first)
    with pytest.raises(PartChangedMeanwhile) as meanwhile:
        set_participation(wave_id=wave, part=his, by=ANALYST)
    assert meanwhile.value.current is not None
    assert meanwhile.value.current.plan == "Hers."


def test_a_part_that_ended_meanwhile_is_not_begun_again_unseen() -> None:
    wave = stage.wave()
    first = stage.joins(wave, "durham")
    end_participation(part_id=first, on=stage.TODAY, by=ANALYST)
    part = Part("durham", Involvement.FULL, "More.", stage.TODAY, replaces=first)
    with pytest.raises(PartChangedMeanwhile) as meanwhile:
        set_participation(wave_id=wave, part=part, by=ANALYST)
    assert meanwhile.value.current is None


def test_an_agency_that_left_can_come_back() -> None:
    wave = stage.wave()
    end_participation(part_id=stage.joins(wave, "durham"), on=stage.TODAY, by=ANALYST)
    assert api.participants(wave) == ()
    stage.joins(wave, "durham", since=date(2007, 12, 3))
    assert [one.agency for one in api.participants(wave)] == ["durham"]
    assert Entry.objects.filter(event="participation_ended").count() == 1


def test_a_part_ends_once() -> None:
    part = stage.joins(stage.wave(), "durham")
    end_participation(part_id=part, on=stage.TODAY, by=ANALYST)
    with pytest.raises(Refused, match="already"):
        end_participation(part_id=part, on=stage.TODAY, by=ANALYST)


def test_only_the_national_centre_says_who_takes_part() -> None:
    wave = stage.wave()
    part = stage.joins(wave, "durham")
    with pytest.raises(Refused):
        set_participation(wave_id=wave, part=Part("kent", Involvement.FULL, "", stage.STARTS), by=durham_constable())
    with pytest.raises(Refused):
        end_participation(part_id=part, on=stage.TODAY, by=durham_constable())


def test_what_nobody_knows_is_hidden() -> None:
    wave = stage.wave()
    for where, who in ((uuid4(), "durham"), (wave, "no-such-agency")):
        with pytest.raises(Refused) as refusal:
            set_participation(wave_id=where, part=Part(who, Involvement.FULL, "", stage.STARTS), by=ANALYST)
        assert refusal.value.hidden
    with pytest.raises(Refused) as refusal:
        end_participation(part_id=uuid4(), on=stage.TODAY, by=ANALYST)
    assert refusal.value.hidden


def test_nobody_joins_before_the_wave() -> None:
    with pytest.raises(Refused, match="3 October 2007"):
        stage.joins(stage.wave(), "durham", since=date(2007, 10, 2))
