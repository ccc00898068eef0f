"""What a release counts, against what stands in the cases and returns."""

from dataclasses import replace

import pytest

import cast
from pentameter.accounts import api as accounts
from pentameter.kernel import clock
from pentameter.kernel.actor import Jurisdiction
from pentameter.operations import api as operations
from pentameter.releases.queries.counts import Ground, truth
from pentameter.releases.queries.counts.counting import TABLES
from pentameter.releases.queries.counts.scale import ranges
from pentameter.releases.rules.choices import Choice
from pentameter.releases.shelf.content import Table
from pentameter.victims.api import Age, Outcome
from picture.assessment.ground import referred
from releases import scene
from releases.people import refuses_to_be_counted, registered

pytestmark = pytest.mark.django_db


def _ground(of: scene.Scene) -> Ground:
    return Ground(cast.statistician(), operations.wave(of.wave), clock.today(), accounts.agencies())


def _total(table: Table) -> int:
    return table.values[0] or 0


def test_every_choice_can_be_counted_and_adds_up() -> None:
    """All of them over a wave with returns and cases: a table that did not add up could not be made safe."""
    of = scene.a_wave()
    registered(of, 4)
    referred(3, grounds=Outcome.POSITIVE)
    made = truth(Choice, _ground(of))
    assert [one.key for one in made.tables] == [one.value for one in Choice if one in TABLES]
    for table in made.tables:
        for dimension in table.dimensions:
            direct = [code.code for code in dimension.codes if code.part_of == dimension.total]
            counts = dict(table.across(dimension.name))
            assert sum(counts[code] or 0 for code in direct) == _total(table), (table.key, dimension.name)


def test_people_found_are_what_the_returns_say() -> None:
    table = truth([Choice.FOUND_BY_AREA_AND_WEEK], _ground(scene.a_wave())).tables[0]
    assert _total(table) == 110 + 95 + 3
    assert table.cells["Ireland", "Whole wave"] == 3
    assert table.cells["England and Wales", "Whole wave"] == 205


def test_what_is_of_the_whole_kingdom_is_not_named_like_a_sum() -> None:
    ground = _ground(scene.a_wave())
    slug, card = next(iter(ground.agencies.items()))
    of_the_kingdom = replace(ground, agencies={slug: replace(card, jurisdiction=Jurisdiction.UK_WIDE)})
    assert of_the_kingdom.nation(slug) == "UK-wide agencies"
    assert of_the_kingdom.areas([slug], "Area").codes[1].code == "UK-wide agencies"


def test_people_registered_are_counted_without_who_says_no() -> None:
    of = scene.a_wave()
    people = registered(of, 6)
    ground = _ground(of)
    by_area = truth([Choice.REGISTERED_BY_AREA_AND_AGE], ground).tables[0]
    assert _total(by_area) == 6
    assert by_area.cells["All areas", Age.MAYBE_CHILD.words.capitalize()] == 2
    refuses_to_be_counted(people[1])
    for choice in (Choice.REGISTERED_BY_AREA_AND_AGE, Choice.REGISTERED_BY_WEEK_AND_AGE):
        assert _total(truth([choice], ground).tables[0]) == 5
    assert _total(truth([Choice.PROTECTED_BY_STATE_AND_AGE], ground).tables[0]) == 5


def test_two_tables_of_the_same_people_say_that_they_are() -> None:
    """So that the attacker sets their totals equal."""
    of = scene.a_wave()
    registered(of, 3)
    choices = [Choice.REGISTERED_BY_AREA_AND_AGE, Choice.REGISTERED_BY_WEEK_AND_AGE]
    one, other = truth(choices, _ground(of)).tables
    assert one.population == other.population
    assert _total(one) == _total(other)


def test_referrals_and_decisions_are_those_of_the_cases() -> None:
    of = scene.a_wave()
    referred(2, grounds=Outcome.POSITIVE)
    referred(1, age=Age.CHILD, grounds=Outcome.NEGATIVE)
    ground = _ground(of)
    (quarters,) = truth([Choice.REFERRED_BY_QUARTER_AND_AGE], ground).tables
    (decided,) = truth([Choice.REASONABLE_GROUNDS], ground).tables
    assert dict(quarters.across("age"))["Under 18"] == 1
    assert dict(decided.across("outcome")) == {"Positive": 2, "Negative": 1, "Not known": 0}
    assert _total(truth([Choice.REFERRED_BY_RESPONDER_AGE_AND_SEX], ground).tables[0]) == 3


def test_a_law_that_led_to_nothing_stands_there_with_nought() -> None:
    (table,) = truth([Choice.CONVICTIONS_BY_OFFENCE], _ground(scene.a_wave())).tables
    assert _total(table) == 0
    assert len(table.values) > 5


def test_without_a_run_there_is_no_range_and_a_table_of_a_wave_needs_one() -> None:
    ground = _ground(scene.a_wave())
    assert ranges(ground) == ()
    with pytest.raises(ValueError, match="counts a wave"):
        truth([Choice.FOUND_BY_AREA_AND_WEEK], replace(ground, wave=None))
