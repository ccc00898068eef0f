"""What is counted downstream: what stands, by force, week and law; struck out and quashed counts no more."""

import pytest
from pytest_django import DjangoAssertNumQueries

from cast import durham_constable, national_analyst, prosecutor, removals_officer
from justice import ground
from pentameter.justice.api import counts_by_law, headline, outcomes
from pentameter.justice.rules.kinds import OTHER, Kind, Outcome
from pentameter.justice.services.striking import strike_out
from pentameter.kernel.periods import week_of
from pentameter.kernel.verdict import Refused
from pentameter.operations.api import WavePlan, create_operation, create_wave

pytestmark = pytest.mark.django_db


def test_nothing_is_nothing() -> None:
    found = outcomes(None, by=national_analyst())
    assert (found.arrests, found.charges, found.convictions, found.by_force, found.by_week) == (0, 0, 0, {}, {})
    assert counts_by_law() == {}


def test_what_stands_is_counted_by_force_week_and_law() -> None:
    inside = ground.investigation()
    ground.convicted_suspect(inside)
    other = ground.suspect(inside, name="Wilhelm Testperson")
    ground.arrested(other, 100, OTHER)
    ground.arrested(other, 95)
    ground.records(other, Kind.NO_ACTION, 20)
    found = outcomes(None, by=national_analyst())
    assert (found.arrests, found.arrested_for_trafficking, found.people_arrested) == (3, 2, 2)
    assert (found.charges, found.charged_with_trafficking, found.convictions) == (1, 1, 1)
    assert (found.convicted_of_trafficking, found.people_convicted, found.no_further_action) == (1, 1, 1)
    assert set(found.by_force) == {"durham"}
    assert found.by_force["durham"].arrests == 3
    assert found.by_week[week_of(ground.ago(10))].convictions == 1
    assert sum(one.arrests for one in found.by_week.values()) == 3
    law = counts_by_law()["MSA15-2"]
    assert (law.arrests, law.charges, law.convictions, law.first_conviction_on) == (2, 1, 1, ground.ago(10))


def test_the_headline_is_the_same_without_people_in_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    ground.convicted_suspect(ground.investigation())
    whole = outcomes(None, by=national_analyst())
    with django_assert_num_queries(1):
        found = headline(None, by=national_analyst())
    assert (found.arrests, found.charges, found.convictions) == (whole.arrests, whole.charges, whole.convictions)
    assert {week: one.arrests for week, one in found.by_week.items()} == {
        week: one.arrests for week, one in whole.by_week.items() if one.arrests or one.charges or one.convictions
    }
    with pytest.raises(Refused):
        headline(None, by=removals_officer())


def test_struck_out_and_quashed_count_no_more() -> None:
    made = ground.suspect()
    arrest = ground.arrested(made)
    ground.checked(made)
    charge = ground.charged(made)
    ground.convicted(made, charge, 30)
    strike_out(event_id=arrest, reason=ground.REASONS, version=ground.version(made), by=durham_constable())
    assert outcomes(None, by=prosecutor()).arrests == 0
    ground.records(made, Kind.APPEALED, 20, about=str(charge))
    assert outcomes(None, by=prosecutor()).convictions == 1
    ground.records(made, Kind.APPEAL_DECIDED, 10, about=str(charge), outcome=Outcome.QUASHED)
    assert outcomes(None, by=prosecutor()).convictions == 0
    assert counts_by_law()["MSA15-2"].first_conviction_on is None


def test_of_one_wave() -> None:
    ground.people()
    create_operation(slug="larch", name="Larch", purpose="A test", by=national_analyst())
    plan = WavePlan(name="The first", starts_on=ground.ago(200), ends_on=None)
    wave = create_wave(operation="larch", plan=plan, by=national_analyst())
    ground.arrested(ground.suspect(ground.investigation(wave=wave)))
    ground.arrested(ground.suspect(ground.investigation(name="Elm")))
    assert outcomes(wave, by=national_analyst()).arrests == 1
    assert outcomes(None, by=national_analyst()).arrests == 2


def test_the_number_of_queries_does_not_grow(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(2):
        ground.convicted_suspect()
    with django_assert_num_queries(4):
        outcomes(None, by=national_analyst())
    with django_assert_num_queries(1):
        counts_by_law()


def test_who_removes_people_counts_nothing() -> None:
    with pytest.raises(Refused):
        outcomes(None, by=removals_officer())
