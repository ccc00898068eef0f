"""Two of a kind side by side: counted alike, narrowed alike, and never more than the reader may count."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from cast import durham_constable, national_analyst, removals_officer
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.picture.compare_drawing import charts
from pentameter.picture.compare_forms import Kind, read_wanted
from pentameter.picture.pages.compare import ComparePage
from pentameter.picture.queries.comparing import Comparison
from pentameter.picture.services import copy_comparison, show_comparison
from picture import scene

pytestmark = pytest.mark.django_db


def compared(by: Actor, **given: Any) -> Comparison:
    """What an address asks for."""
    wanted = read_wanted({name: str(value) for name, value in given.items()})
    return show_comparison(wanted=wanted, by=by, at=clock.now(), today=clock.today())


def test_two_waves_this_one_and_the_first() -> None:
    first = scene.a_wave(weeks_ago=20, ends_after=3)
    scene.people(first, (("RO", 2),))
    second = scene.whole(40)
    scene.people(second, (("RO", 5),))
    found = compared(national_analyst(), wave=second.wave)
    one, other = found.sides
    assert (one.figures["People rescued, registered"], other.figures["People rescued, registered"]) == (2, 5)
    assert (one.figures["Reports"], other.figures["Reports"]) == (0, 40)
    assert sum(other.weeks) == sum(other.themes.values()) == 40
    assert other.figures["Arrests, from returns"] == 7
    assert Entry.objects.latest("seq").event == "picture_shown"


def test_two_forces_sum_to_no_more_than_all() -> None:
    of = scene.whole(60)
    scene.people(of)
    found = compared(national_analyst(), kind="forces", wave=of.wave, a="durham", b="garda")
    one, other = found.sides
    assert (one.name, other.name) == ("Durham Constabulary", "An Garda Síochána")
    assert (one.figures["Arrests, from returns"], other.figures["Arrests, from returns"]) == (5, 2)
    assert (one.figures["People rescued, registered"], other.figures["People rescued, registered"]) == (6, 0)
    assert one.figures["Reports"] + other.figures["Reports"] <= 60


def test_two_periods_of_one_wave() -> None:
    of = scene.whole(60)
    days = {"a_from": of.week(0), "a_to": of.week(1), "b_from": of.week(2), "b_to": of.week(3) + timedelta(days=6)}
    one, other = compared(national_analyst(), kind="periods", wave=of.wave, **days).sides
    assert (one.figures["Arrests, from returns"], other.figures["Arrests, from returns"]) == (5, 2)
    assert (one.figures["Nil returns"], other.figures["Nil returns"]) == (3, 1)
    usual = compared(national_analyst(), kind="periods", wave=of.wave)
    assert usual.spans is not None
    assert usual.spans[0].last < usual.spans[1].first


def test_a_period_outside_the_wave_is_named_so_that_its_noughts_are_no_finding() -> None:
    of = scene.whole(60)
    days = {"a_from": "2000-01-03", "a_to": "2000-01-10", "b_from": of.week(2), "b_to": of.week(3)}
    found = compared(national_analyst(), kind="periods", wave=of.wave, **days)
    assert ComparePage.online(found.frame, national_analyst(), part=found).outside == [found.sides[0].name]
    inside = compared(
        national_analyst(), kind="periods", wave=of.wave, **(days | {"a_from": of.week(0), "a_to": of.week(1)})
    )
    forces = compared(national_analyst(), kind="forces", wave=of.wave)
    for one in (inside, forces):
        assert ComparePage.online(one.frame, national_analyst(), part=one).outside == []


def test_filters_narrow_both_sides() -> None:
    of = scene.whole(300)
    found = compared(national_analyst(), kind="forces", wave=of.wave, a="durham", b="garda", theme="forced_labour")
    assert [set(side.themes) for side in found.sides] == [{"forced_labour"}] * 2


def test_whom_an_agency_registered_in_a_wave_in_which_it_takes_no_part_is_counted() -> None:
    first = scene.a_wave(weeks_ago=20, ends_after=3, participants=("kent",))
    scene.people(first, (("RO", 2),))
    second = scene.whole(30)
    scene.people(second, (("RO", 5),))
    sides = compared(national_analyst(), wave=second.wave, agency="durham").sides
    assert [side.figures["People rescued, registered"] for side in sides] == [2, 5]


def test_one_force_alone_has_nothing_beside_it() -> None:
    of = scene.a_wave(participants=("durham",))
    found = compared(durham_constable(), kind="forces", wave=of.wave)
    assert (found.sides, found.chosen) == ((), ("durham", ""))
    only = scene.a_wave(participants=())
    assert compared(durham_constable(), kind="waves", wave=only.wave, a=only.wave, b=only.wave).sides == ()


def test_who_takes_no_part_is_told_and_left_out() -> None:
    of = scene.whole(30)
    found = compared(national_analyst(), kind="forces", wave=of.wave, a="atlantis", b="kent")
    assert "No agency called “atlantis” takes part in this wave." in found.wanted.problems[-1]
    with pytest.raises(Refused):
        compared(national_analyst(), kind="waves", wave=of.wave, a="00000000-0000-4000-8000-000000000007")


def test_nobody_counts_more_side_by_side_than_alone() -> None:
    of = scene.whole(60)
    mine = compared(durham_constable(), kind="forces", wave=of.wave, a="garda", b="durham").sides[0]
    theirs = compared(national_analyst(), kind="forces", wave=of.wave, a="garda", b="durham").sides[0]
    assert mine.figures["Reports"] < theirs.figures["Reports"]
    with pytest.raises(Refused):
        compared(removals_officer(), wave=of.wave)


def test_the_page_says_differences_in_words_on_shared_axes() -> None:
    of = scene.whole(60)
    found = compared(national_analyst(), kind="forces", wave=of.wave, a="durham", b="garda")
    page = ComparePage.online(found.frame, national_analyst(), part=found)
    told = {name: words for name, _, _, words in page.lines}
    assert told["Arrests, from returns"] == "3 fewer (−60%)"
    drawn = [chart for chart, _, _ in page.charts]
    assert [chart.title for chart in drawn] == ["Reports by theme", "Reports by week of each"]
    assert {chart.series for chart in drawn} == {("Durham Constabulary", "An Garda Síochána")}
    assert [name for name, _, chosen in page.kinds if chosen] == ["Two forces"]
    assert "agency" not in {one.name for one in page.filters}
    assert page.part.wanted.kind is Kind.FORCES


@pytest.mark.parametrize("kind", ["waves", "forces", "periods"])
def test_a_copy_of_a_chart_is_the_chart_of_the_page(kind: str) -> None:
    scene.a_wave(weeks_ago=20, ends_after=3)
    of = scene.whole(60)
    found = compared(national_analyst(), kind=kind, wave=of.wave)
    page = ComparePage.online(found.frame, national_analyst(), part=found)
    for chart, csv, svg in page.charts:
        assert csv.partition("?")[2] == svg.partition("?")[2]
        asked = dict(parse_qsl(urlsplit(csv).query))
        name = csv.partition("?")[0].rpartition("/")[2].removesuffix(".csv")
        wanted = read_wanted(asked)
        copy = copy_comparison(name=name, wanted=wanted, by=national_analyst(), at=clock.now(), today=clock.today())
        assert (copy.file(), copy.table()) == (chart.file(), chart.table())
        assert Entry.objects.latest("seq").event == "picture_exported"


def test_there_is_nothing_to_carry_away_of_one_alone() -> None:
    of = scene.a_wave(participants=("durham",))
    found = compared(durham_constable(), kind="forces", wave=of.wave)
    assert ComparePage.online(found.frame, durham_constable(), part=found).charts == []
    assert charts(found) == {}
    with pytest.raises(Refused):
        copy_comparison(name="weeks", wanted=found.wanted, by=durham_constable(), at=clock.now(), today=clock.today())
