"""People are counted by age and nationality as their cases are written; counting again gives the same."""

from dataclasses import replace
from uuid import UUID

import pytest

from cast import agency, durham_constable, duty_desk, garda, in_database
from no_row_no_act import no_row_no_act
from operations import stage
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import Case, CaseKey, PeopleCount
from pentameter.victims.queries.people import RescuedOn, kept, people_counted, recounted, rescued_beside, rescued_by_day
from pentameter.victims.rules.cases import Age, Identity
from pentameter.victims.services.changes import WhoSheIs, change_identity
from pentameter.victims.services.people import count_anew, recount_people
from pentameter.victims.services.rescue import Registered, register_rescue
from victims.ground import a_rescue, agencies

pytestmark = pytest.mark.django_db


def _wave() -> UUID:
    agencies()
    in_database(durham_constable())
    return stage.wave(clock.today(), None)


def _found(wave: UUID | None, nationality: str, age: Age = Age.ADULT) -> Registered:
    known = replace(a_rescue(age=age), identity=Identity(name="Zorana Testova", nationality=nationality), wave=wave)
    return register_rescue(rescue=known, by=durham_constable())


def test_whoever_is_registered_is_counted_under_the_country_that_is_meant() -> None:
    wave = _wave()
    for written in ("RO", "Romanian", "romania", "", "from the moon"):
        _found(wave, written)
    _found(wave, "AL", Age.CHILD)
    counted = people_counted(wave)
    assert counted.nationalities == {"RO": 3, "": 2, "AL": 1}
    assert (counted.ages, counted.total) == ({Age.ADULT: 5, Age.CHILD: 1}, 6)
    assert kept() == recounted()


def test_without_a_wave_she_is_counted_under_none() -> None:
    agencies()
    in_database(durham_constable())
    _found(None, "RO")
    _found(None, "RO")
    assert kept() == recounted() == {(None, "adult", "RO"): 2}


def test_a_case_whose_key_is_broken_is_counted_as_not_known() -> None:
    agencies()
    in_database(durham_constable())
    broken = _found(None, "RO").case_id
    _found(None, "AL")
    CaseKey.objects.filter(case_id=broken).update(wrapped=b"not a key of this installation at all")
    assert recounted() == {(None, "adult", ""): 1, (None, "adult", "AL"): 1}


def test_a_change_counts_her_elsewhere_and_only_once() -> None:
    wave = _wave()
    done = _found(wave, "", Age.MAYBE_CHILD)
    _found(wave, "RO")
    who = WhoSheIs(Identity(name="Zorana Testova", nationality="Albanian"), Age.CHILD)
    assert change_identity(case_id=done.case_id, who=who, version=1, by=durham_constable()) is None
    assert change_identity(case_id=done.case_id, who=who, version=1, by=durham_constable()) is not None
    assert kept() == recounted() == {(wave, "child", "AL"): 1, (wave, "adult", "RO"): 1}


def test_nothing_is_written_where_nothing_changed() -> None:
    same = (Age.ADULT, Identity(nationality="RO"))
    count_anew(None, same, (Age.ADULT, Identity(nationality="Romanian")))
    assert not PeopleCount.objects.exists()


def test_counting_again_puts_right_what_is_wrong_and_says_how_much() -> None:
    wave = _wave()
    _found(wave, "RO")
    _found(wave, "AL")
    PeopleCount.objects.filter(nationality="RO").update(people=7)
    PeopleCount.objects.filter(nationality="AL").delete()
    assert kept() != recounted()
    assert recount_people(by=SYSTEM) == 2
    assert kept() == recounted()
    assert recount_people(by=SYSTEM) == 0
    no_row_no_act(lambda: recount_people(by=SYSTEM))


def test_nobody_has_all_cases_opened_for_a_count() -> None:
    with pytest.raises(Refused):
        recount_people(by=duty_desk())


def test_a_case_whose_key_is_gone_counts_as_not_known() -> None:
    wave = _wave()
    done = _found(wave, "RO")
    Case.objects.get(pk=done.case_id).key.delete()
    assert recounted() == {(wave, "adult", ""): 1}


def test_people_are_counted_by_agency_and_day(django_assert_num_queries) -> None:
    wave = _wave()
    agency(garda())
    in_database(garda())
    _found(wave, "RO")
    _found(wave, "RO")
    register_rescue(rescue=replace(a_rescue(), wave=wave), by=garda())
    with django_assert_num_queries(1):
        found = rescued_by_day([wave])
    assert {(one.agency, one.people) for one in found} == {("durham", 2), ("garda", 1)}
    assert all(isinstance(one, RescuedOn) for one in found)
    assert rescued_by_day([wave], agency="garda") == tuple(one for one in found if one.agency == "garda")
    with django_assert_num_queries(1):
        people_counted(wave)


def test_a_wave_is_counted_by_day_beside_another_as_a_whole(django_assert_num_queries) -> None:
    wave, other = _wave(), _wave()
    agency(garda())
    in_database(garda())
    _found(wave, "RO")
    _found(other, "RO")
    register_rescue(rescue=replace(a_rescue(), wave=other), by=garda())
    alone = rescued_by_day([wave])
    with django_assert_num_queries(1):
        assert rescued_beside(wave, other) == (alone, 2)
    assert rescued_beside(wave, other, agency="garda") == ((), 1)
    assert rescued_by_day([wave, other]) == rescued_by_day([wave]) + rescued_by_day([other])
    assert rescued_by_day([other, other]) == rescued_by_day([other])
    assert rescued_by_day([]) == ()
