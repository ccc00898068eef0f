"""Each page of the picture: what it counts, for whom, and what stays closed."""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from cast import auditor, cleveland_sergeant, durham_constable, duty_desk, national_analyst, statistician
from entities import linked
from pentameter.audit.models import Entry
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.picture.forms import Asked
from pentameter.picture.pages.choosing import page_of
from pentameter.picture.queries.buyers import Buyers
from pentameter.picture.queries.law import Estimates, Laws, Recorded
from pentameter.picture.queries.live import Live
from pentameter.picture.queries.networks import Networks
from pentameter.picture.queries.people import UNDER_18, People
from pentameter.picture.queries.protection import Protecting
from pentameter.picture.queries.routes import Routes
from pentameter.picture.sections import Section
from pentameter.picture.services import Seen, copy_chart, show_section
from picture import scene

pytestmark = pytest.mark.django_db


def look(section: Section, by: Actor, wave: UUID, **asked: Any) -> Seen:
    """A page of the picture of a wave."""
    wanted = Asked(wave=wave, **asked)
    return show_section(section=section, asked=wanted, by=by, at=clock.now(), today=clock.today())


def part(section: Section, by: Actor, wave: UUID, **asked: Any) -> Any:
    """What the page has besides the frame."""
    return look(section, by, wave, **asked).part


def test_people_rescued_are_counted_live_by_force_and_narrowed_by_agency() -> None:
    of = scene.whole(30)
    scene.people(of)
    scene.people(of, (("RO", 2),), by=cleveland_sergeant())
    live = part(Section.OVERVIEW, national_analyst(), of.wave)
    assert isinstance(live, Live)
    assert live.people == 8
    assert part(Section.OVERVIEW, national_analyst(), of.wave, agency="cleveland").people == 2
    page = page_of(look(Section.OVERVIEW, national_analyst(), of.wave), national_analyst())
    assert [(line.name, line.rescued) for line in page.force_lines[:2]] == [
        ("Durham Constabulary", 6),
        ("Cleveland Police", 2),
    ]
    assert page.cards[0].value == "8"
    assert sum(line.sums.arrests for line in page.force_lines) == 7
    assert sum(line.reports.counted for line in page.force_lines) == 30


def test_whoever_takes_no_part_is_counted_too() -> None:
    of = scene.a_wave(participants=("kent",))
    scene.people(of)
    seen = look(Section.OVERVIEW, national_analyst(), of.wave)
    lines = page_of(seen, national_analyst()).force_lines
    assert [(line.name, line.rescued) for line in lines] == [("Kent Police", 0), ("Agencies that take no part", 6)]


def test_the_first_wave_stands_beside_a_later_one() -> None:
    first = scene.a_wave(weeks_ago=20, ends_after=3)
    scene.people(first, (("RO", 2),))
    second = scene.whole(30)
    live = part(Section.OVERVIEW, national_analyst(), second.wave)
    assert live.first is not None
    assert (live.first.wave.id, live.first.rescued, live.people) == (first.wave, 2, 0)
    assert part(Section.OVERVIEW, national_analyst(), first.wave).first is None


def test_what_is_recorded_is_not_told_to_whoever_may_not_see_it() -> None:
    of = scene.whole(30)
    assert part(Section.OVERVIEW, national_analyst(), of.wave).recorded is not None
    assert part(Section.OVERVIEW, auditor(), of.wave).recorded is None
    with pytest.raises(Refused):
        look(Section.OUTCOMES, auditor(), of.wave)


def test_small_numbers_are_withheld_from_whoever_may_not_see_them() -> None:
    of = scene.a_wave()
    scene.people(of, (("RO", 12), ("AL", 3), ("CN", 2)))
    exact = part(Section.PEOPLE, national_analyst(), of.wave)
    assert isinstance(exact, People)
    assert exact.nationalities.shown == (("RO", 12), ("AL", 3), ("CN", 2))
    assert exact.ages == {"18 or over": 14, "under 18": 3, "may be under 18": 0}
    for reader in (durham_constable(), auditor()):
        told = part(Section.PEOPLE, reader, of.wave)
        assert (told.nationalities.shown, told.nationalities.others) == ((), 17)
        assert told.ages is None
        assert (told.rescued, told.counted) == (17, 17)


def test_ages_are_shown_as_finely_as_they_may() -> None:
    of = scene.a_wave()
    scene.people(of, tuple((code, 2) for code in ("RO", "AL", "CN", "NG", "VN", "BG", "PL", "LT", "BR", "TH")))
    told = part(Section.PEOPLE, durham_constable(), of.wave)
    assert told.ages == {"18 or over": 10, UNDER_18: 10}
    assert told.nationalities.others == 20


def test_nobody_is_nobody() -> None:
    of = scene.a_wave(weeks_ago=-2)
    told = part(Section.PEOPLE, durham_constable(), of.wave)
    assert (told.rescued, told.counted, told.nationalities.others) == (0, 0, None)


def test_routes_are_of_what_the_reader_may_read() -> None:
    wave = linked.whole()
    hers = part(Section.ROUTES, durham_constable(), wave)
    assert isinstance(hers, Routes)
    assert [(flow.source, flow.through, flow.said, flow.count) for flow in hers.flows] == [("RO", ("FR",), True, 1)]
    assert not hers.of_all
    assert part(Section.ROUTES, durham_constable(), wave, agency="cleveland").flows == ()


def test_who_reads_no_report_sees_ways_of_all_with_small_ones_put_together() -> None:
    wave = linked.whole()
    told = part(Section.ROUTES, auditor(), wave)
    assert (told.of_all, told.flows, told.others) == (True, (), 1)
    assert part(Section.ROUTES, auditor(), wave, agency="cleveland", theme="unknown").others == 1, "not narrowed"
    exact = part(Section.ROUTES, statistician(), wave)
    assert (len(exact.flows), exact.others) == (1, None)


def test_networks_name_what_holds_them_together_and_leave_a_row_of_it() -> None:
    wave = linked.whole()
    found = part(Section.NETWORKS, cleveland_sergeant(), wave)
    assert isinstance(found, Networks)
    assert found.open
    assert found.things > 0
    assert found.sizes[0] >= 5
    row = Entry.objects.latest("seq")
    assert (row.event, row.subject_type) == ("network_shown", "thing")
    assert (found.looked_at, found.older) == (2, False)
    assert all(node.label for node in found.shown), "what is shown is opened"
    assert part(Section.NETWORKS, statistician(), wave) == Networks(open=False)
    assert Entry.objects.latest("seq").event == "picture_shown"


def test_the_page_of_networks_says_in_how_many_reports_was_looked() -> None:
    wave = linked.whole()
    seen = look(Section.NETWORKS, cleveland_sergeant(), wave)
    assert page_of(seen, cleveland_sergeant()).looked_at == "From the 2 reports that you may read"
    assert isinstance(seen.part, Networks)
    more = replace(seen, part=replace(seen.part, looked_at=300, older=True))
    told = page_of(more, cleveland_sergeant()).looked_at
    assert told == "From the latest 300 reports that you may read; older ones are left out"


def test_buyers_are_counted_among_reports_that_the_reader_may_read() -> None:
    wave = linked.whole()
    linked.send(
        wave, {"agency": "durham", "person1_name": "Kit Muster", "person1_role": "buyer", "phone1": "07700 900555"}
    )
    found = part(Section.DEMAND, durham_constable(), wave)
    assert isinstance(found, Buyers)
    assert (found.reports, sum(count for _, count in found.by_area)) == (1, 1)
    assert found.looked_at >= 2
    assert part(Section.DEMAND, auditor(), wave) == Buyers()


def test_protection_is_counted_for_those_who_may() -> None:
    of = scene.a_wave()
    scene.people(of)
    found = part(Section.PROTECTION, duty_desk(), of.wave)
    assert isinstance(found, Protecting)
    assert (found.counts.removal.people, found.counts.removal.protected) == (6, 6)
    assert found.screened.held == 0
    with pytest.raises(Refused):
        look(Section.PROTECTION, durham_constable(), of.wave)


def test_the_register_writes_its_own_row_and_estimates_are_none_yet() -> None:
    of = scene.a_wave()
    assert isinstance(part(Section.LAW, national_analyst(), of.wave), Laws)
    assert Entry.objects.latest("seq").event == "laws_shown"
    assert part(Section.ESTIMATES, national_analyst(), of.wave) == Estimates(())
    assert isinstance(part(Section.OUTCOMES, national_analyst(), of.wave), Recorded)


@pytest.mark.parametrize("section", list(Section))
def test_every_look_leaves_one_row(section: Section) -> None:
    of = scene.whole(30)
    before = Entry.objects.count()
    look(section, national_analyst(), of.wave)
    assert Entry.objects.count() == before + 1
    row = Entry.objects.latest("seq")
    if row.event == "picture_shown":
        assert json.loads(row.detail)["section"] == section.value


CHARTS = ("live-weeks", "rescued-forces", "routes-said", "routes-inferred", "ages", "nationalities", "buyers")
CHARTS += ("outcomes-weeks", "outcomes-forces", "estimates", "areas", "map", "weeks", "themes", "coverage")


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("empty", [False, True], ids=["full", "empty"])
def test_every_chart_can_be_carried_away_also_without_data(name: str, empty: bool) -> None:
    of = scene.a_wave(participants=()) if empty else scene.whole(30)
    if not empty:
        scene.people(of)
    wanted = Asked(wave=of.wave)
    chart = copy_chart(name=name, asked=wanted, by=national_analyst(), at=clock.now(), today=clock.today())
    assert chart.file().startswith("<svg ")
    assert "As of" in chart.file()
    assert chart.table().csv().count("\r\n") >= 1
    assert Entry.objects.latest("seq").event in ("picture_exported", "laws_shown")


def test_a_chart_of_a_page_that_is_closed_is_closed_too() -> None:
    of = scene.whole(30)
    with pytest.raises(Refused):
        copy_chart(name="outcomes-weeks", asked=Asked(wave=of.wave), by=auditor(), at=clock.now(), today=clock.today())


def test_a_withheld_number_stands_in_no_copy() -> None:
    of = scene.a_wave()
    scene.people(of, (("RO", 12), ("AL", 3)))
    now = {"at": clock.now(), "today": clock.today()}
    for name in ("ages", "nationalities"):
        chart = copy_chart(name=name, asked=Asked(wave=of.wave), by=durham_constable(), **now)
        assert [row[-1] for row in chart.table().rows] == ["15"]
