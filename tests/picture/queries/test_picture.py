"""Every figure of the picture against a recount of the reports, one by one, for every kind of reader."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from cast import durham_constable, garda, national_analyst
from intelligence import many
from pentameter.intelligence.api import Tally
from pentameter.intelligence.models import Report
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.verdict import Refused
from pentameter.look.charts.areas import State, tiles
from pentameter.operations import api as operations
from pentameter.picture.forms import Asked
from pentameter.picture.queries.picture import LATEST, picture
from pentameter.picture.rules.areas import Standing
from picture import scene
from picture.looking import rights_of, seen

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("reader", scene.READERS)
@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_is_that_of_a_recount(reader: Callable[[], Actor], seed: int) -> None:
    of, actor = scene.whole(seed=seed), reader()
    found = seen(actor, of)
    told = many.readable_by(actor)
    counted = list(Report.objects.all()) if found.rights.sees_all else told
    assert found.tallies.total == Tally(len(counted), len(told))
    areas, readable = Counter(one.area for one in counted), Counter(one.area for one in told)
    on_map = {tile.area for tile in tiles()}
    assert {one.name: one.tally for one in found.areas} == {area: Tally(areas[area], readable[area]) for area in on_map}
    assert dict(found.elsewhere) == {area: Tally(areas[area], readable[area]) for area in areas if area not in on_map}
    assert sum(one.tally.counted for one in found.areas) + sum(t.counted for _, t in found.elsewhere) == len(counted)
    assert {week: found.tallies.by_week.get(week, Tally()).counted for week in found.weeks} == {
        week: Counter(one.week for one in counted)[week] for week in found.weeks
    }
    assert sum(tally.counted for tally in found.tallies.by_week.values()) == len(counted)
    assert {one.id for one in found.latest} <= {one.id for one in told}
    past = [one for one in told if one.reported_on <= clock.today()]
    newest = sorted(past, key=lambda one: (one.reported_on, one.id), reverse=True)[:LATEST]
    assert [one.id for one in found.latest] == ([one.id for one in newest] if found.rights.reads else [])


@pytest.mark.parametrize("reader", [durham_constable, garda, national_analyst])
def test_four_queries_whatever_is_asked(
    reader: Callable[[], Actor], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    of, actor = scene.whole(), reader()
    operations.load_published_results(by=SYSTEM)
    with django_assert_num_queries(4):
        found = seen(actor, of)
        assert found.sums
        assert found.looking
        assert found.prices
        assert found.published
    with django_assert_num_queries(4):
        seen(actor, of, theme="forced_labour", agency="garda", scheme="5x5x5")


def test_hidden_reports_change_nothing_for_who_may_not_know_of_them() -> None:
    """The firewall of counts: two databases that differ only in reports a reader may not know of look the same."""
    of, reader = scene.whole(), durham_constable()
    before = seen(reader, of)
    hidden = {"scheme": "5x5x5", "source_grade": "A", "information_grade": "1", "handling": "4"}
    areas = [tile.area for tile in tiles()]
    rows = [many.report(of.wave, "kent", of.week(1), area=area, **hidden) for area in areas]
    many.insert(rows)
    after = seen(reader, of)
    assert (after.tallies, after.areas, after.elsewhere) == (before.tallies, before.areas, before.elsewhere)
    assert (after.weeks, after.latest, after.looking) == (before.weeks, before.latest, before.looking)
    assert seen(national_analyst(), of).tallies.total.withheld >= len(areas)


def test_what_areas_without_reports_look_like() -> None:
    of = scene.a_wave()
    scene.returns(of)
    everyone = {one.name: one for one in seen(national_analyst(), of).areas}
    assert everyone["Durham"].state is State.COUNT
    assert everyone["Cleveland"].standing is Standing.FOUND
    assert everyone["North Yorkshire"].state is State.NIL
    assert everyone["Cumbria"].state is State.NOT_LOOKED
    assert everyone["Norfolk"].state is State.NO_RETURN
    assert everyone["Dorset"].standing is Standing.ABSENT
    assert everyone["Police Scotland"].state is State.NIL, "Fife found nothing, Strathclyde said nothing"
    assert everyone["Garda Southern"].standing is Standing.FOUND
    assert everyone["Durham"].last_looked == of.week(1)
    constable = {one.name: one for one in seen(durham_constable(), of).areas}
    assert constable["Cleveland"].state is State.WITHHELD, "it found something, and nothing of it may be read"
    assert constable["North Yorkshire"].state is State.NIL


def test_an_agency_without_an_area_counts_by_the_reports_own() -> None:
    of = scene.a_wave()
    rows = [
        many.report(of.wave, "btp", of.week(0), area="Kent"),
        many.report(of.wave, "garda", of.week(0), area="Garda Eastern"),
        many.report(of.wave, "fife", of.week(0), area="Police Scotland"),
        many.report(of.wave, "strathclyde", of.week(0), area="Police Scotland"),
        many.report(of.wave, "national-centre", of.week(0), area=""),
    ]
    many.insert(rows)
    found = seen(national_analyst(), of)
    assert {one.name: one.tally.counted for one in found.areas if one.tally.counted} == {
        "Kent": 1,
        "Garda Eastern": 1,
        "Police Scotland": 2,
    }
    assert found.elsewhere == (("", Tally(1, 1)),)


def test_figures_from_returns_and_who_looks() -> None:
    of = scene.whole()
    found = seen(national_analyst(), of)
    assert (found.sums.premises_visited, found.sums.people_found, found.sums.arrests) == (11, 6, 7)
    assert found.weekly("arrests") == (1, 4, 0, 2, 0, 0, 0)
    assert (found.looking.taking_part, found.looking.looked, found.looking.did_not_look) == (12, 5, 1)
    assert (found.looking.nil_returns, found.looking.nil_agencies, found.looking.found_nothing) == (4, 3, 2)
    assert len(found.looking.silent) == 6
    one = seen(national_analyst(), of, agency="durham")
    assert (one.sums.arrests, one.looking.taking_part, len(one.lines)) == (5, 1, 1)


def test_one_force_alone() -> None:
    of = scene.a_wave(participants=("durham",))
    many.fill(of.wave, 30, first=of.first, senders=("durham",), named=("durham",))
    found = seen(durham_constable(), of)
    assert found.tallies.total == Tally(30, 30)
    assert [line.participant.agency for line in found.lines] == ["durham"]


def test_no_data() -> None:
    found = seen(national_analyst(), scene.a_wave())
    assert (found.tallies.total, found.latest, found.prices, found.elsewhere) == (Tally(), (), (), ())
    assert len(found.weeks) == scene.WEEKS + 1
    assert {one.state for one in found.areas} == {State.NO_RETURN}


def test_a_wave_that_has_not_begun() -> None:
    of = scene.a_wave(weeks_ago=-3)
    found = seen(national_analyst(), of)
    assert (found.begun, found.running, found.weeks, found.week_number) == (False, False, (), 0)
    assert {one.standing for one in found.areas} == {Standing.NOT_YET, Standing.ABSENT}


def test_a_wave_that_has_ended_keeps_its_weeks() -> None:
    of = scene.a_wave(weeks_ago=20, ends_after=4)
    found = seen(national_analyst(), of)
    assert (found.running, len(found.weeks), found.week_number) == (False, 4, 4)


def test_a_week_outside_the_wave_is_shown_where_it_has_reports() -> None:
    of = scene.a_wave()
    many.insert([many.report(of.wave, "durham", of.first - timedelta(weeks=2))])
    found = seen(durham_constable(), of)
    assert found.weeks[0] == of.first - timedelta(weeks=2)
    assert found.weekly("arrests") == (0,) * (scene.WEEKS + 1), "returns have the weeks of the wave"


def test_an_agency_that_takes_no_part_is_left_out_with_a_sentence() -> None:
    of = scene.whole()
    found = seen(national_analyst(), of, agency="dorset")
    assert found.tallies.total.counted == 300
    assert found.asked.problems == ("No agency called “dorset” takes part in this wave. All agencies are shown.",)


def test_without_a_choice_the_running_wave_is_shown() -> None:
    actor = national_analyst()
    rights = rights_of(actor)
    with pytest.raises(Refused, match="no wave yet"):
        picture(Asked(), actor, rights, at=clock.now(), today=clock.today())
    scene.a_wave(weeks_ago=30, ends_after=3)
    of = scene.a_wave()
    found = picture(Asked(), actor, rights, at=clock.now(), today=clock.today())
    assert (found.wave.id, len(found.choices)) == (of.wave, 2)


def test_a_wave_that_never_was() -> None:
    scene.a_wave()
    actor = national_analyst()
    with pytest.raises(Refused) as refused:
        picture(Asked(wave=uuid4()), actor, rights_of(actor), at=clock.now(), today=clock.today())
    assert refused.value.hidden
