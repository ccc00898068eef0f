"""What the pages say and where they lead, for those who may go there."""

from datetime import date
from uuid import UUID

import pytest

from cast import auditor, durham_constable, duty_desk, national_analyst
from pentameter.justice.api import Counts
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.periods import Period
from pentameter.picture.forms import Asked
from pentameter.picture.pages.choosing import page_of
from pentameter.picture.pages.demand import DemandPage
from pentameter.picture.pages.frame import FramePage, address_of
from pentameter.picture.pages.law import EstimatesPage
from pentameter.picture.pages.overview import OverviewPage
from pentameter.picture.pages.parts import PeoplePage, ProtectionPage, RoutesPage
from pentameter.picture.queries import buyers, networks
from pentameter.picture.queries.buyers import Buyers
from pentameter.picture.queries.frame import NoWaveYet, frame
from pentameter.picture.queries.law import Estimates
from pentameter.picture.queries.live import Live
from pentameter.picture.sections import Section
from pentameter.picture.services import rights_of, show_section
from pentameter.scale.api import EstimateLine
from picture import scene
from picture.looking import seen
from tests.architecture.house import ROOT

pytestmark = pytest.mark.django_db


def opened(section: Section, by: Actor, wave: UUID) -> FramePage:
    """A page as a reader opens it."""
    asked = Asked(wave=wave, theme="forced_labour")
    return page_of(show_section(section=section, asked=asked, by=by, at=clock.now(), today=clock.today()), by)


def test_every_page_leads_to_those_that_are_open_with_the_same_filters() -> None:
    of = scene.whole(30)
    page = opened(Section.MAP, durham_constable(), of.wave)
    assert [label for label, _, current in page.ways if current] == ["Map"]
    assert "Protection" not in [label for label, _, _ in page.ways]
    assert all("theme=forced_labour" in address and str(of.wave) in address for _, address, _ in page.ways)
    assert address_of(Section.OVERVIEW) == "/picture/"
    assert address_of(Section.MAP) == "/picture/map/"
    assert page.name.startswith("Map: ")
    assert "kind" not in page.compare_url


def test_pages_say_what_cannot_be_narrowed() -> None:
    of = scene.whole(30)
    scene.people(of)
    people = opened(Section.PEOPLE, durham_constable(), of.wave)
    assert isinstance(people, PeoplePage)
    assert people.scope.endswith("They cannot be narrowed by agency, theme or grade.")
    assert people.cases_url == "/cases/"
    assert "no theme and no grade" in opened(Section.OVERVIEW, durham_constable(), of.wave).not_narrowed


def test_what_protects_leads_to_those_who_deal_with_it_alone() -> None:
    of = scene.whole(30)
    desk, analyst = (opened(Section.PROTECTION, reader, of.wave) for reader in (duty_desk(), national_analyst()))
    assert isinstance(desk, ProtectionPage)
    assert isinstance(analyst, ProtectionPage)
    assert desk.alerts_url
    assert desk.desk_url
    assert (analyst.alerts_url, analyst.desk_url) == ("", "")
    assert desk.is_stale, "no look has come through"


def test_routes_lead_to_the_network_for_those_who_see_it() -> None:
    of = scene.whole(30)
    mine, theirs = (opened(Section.ROUTES, reader, of.wave) for reader in (durham_constable(), auditor()))
    assert isinstance(mine, RoutesPage)
    assert isinstance(theirs, RoutesPage)
    assert mine.network_routes_url.startswith("/network/routes/?first=")
    assert theirs.network_routes_url == ""
    assert "all reports" in theirs.scope


def test_recorded_arrests_stand_beside_returns_and_are_never_added() -> None:
    of = scene.whole(30)
    page = opened(Section.OVERVIEW, national_analyst(), of.wave)
    assert isinstance(page, OverviewPage)
    labels = [card.label for card in page.cards]
    assert labels[0] == "People rescued"
    assert labels[-3:] == ["Arrests recorded", "Charges", "Convictions"]
    told = {one.name: (one.source, one.ours) for one in page.measures}
    assert told["Arrests"] == ("weekly returns", "7")
    assert told["Arrests recorded"] == ("investigations", "0")
    assert all(line.recorded == Counts() for line in page.force_lines)
    assert "Charges" not in [card.label for card in opened(Section.OVERVIEW, auditor(), of.wave).cards]


def test_an_estimate_in_words() -> None:
    found = seen(national_analyst(), scene.whole(30))
    period = Period(date(2013, 1, 1), date(2013, 12, 31))
    line = EstimateLine(UUID(int=7), "UK", period, "", "", 10_000, 13_000, "holds", "", 2744, None, clock.now())
    page = EstimatesPage.online(found, national_analyst(), Section.ESTIMATES, Estimates((line,)))
    assert page.about(line) == "1 January to 31 December 2013, all areas, all themes"
    assert page.told(line) == "10,000 to 13,000"


def test_off_line_nothing_leads_anywhere() -> None:
    found = seen(national_analyst(), scene.whole(30))
    page = OverviewPage.offline(found, national_analyst(), Live(found.today))
    assert {card.href for card in page.cards} == {""}
    assert {(line.url, line.reports_url) for line in page.force_lines} == {("", "")}


def test_the_frame_knows_the_first_wave_and_refuses_where_there_is_none() -> None:
    now = {"at": clock.now(), "today": clock.today()}
    with pytest.raises(NoWaveYet):
        frame(Asked(), rights_of(national_analyst()), **now)
    first = scene.a_wave(weeks_ago=20, ends_after=3)
    second = scene.a_wave()
    found = frame(Asked(wave=second.wave), rights_of(national_analyst()), with_first=True, **now)
    assert found.first_said is not None
    assert found.first_wave is not None
    assert found.first_said.wave.id == found.first_wave.id == first.wave
    assert frame(Asked(wave=first.wave), rights_of(national_analyst()), with_first=True, **now).first_said is None


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (Buyers(), "There is no report here that you may read."),
        (Buyers(2, 0), "Of the 2 reports that you may read, none mentions a buyer."),
        (Buyers(2, 1), "Of the 2 reports that you may read, 1 mentions a buyer."),
        (
            Buyers(300, 0, older=True),
            "Of the latest 300 reports that you may read, none mentions a buyer; older ones are left out.",
        ),
        (
            Buyers(300, 7, older=True),
            "Of the latest 300 reports that you may read, 7 mention a buyer; older ones are left out.",
        ),
    ],
    ids=["nothing", "none", "one", "none of the latest", "some of the latest"],
)
def test_no_more_is_said_of_buyers_than_was_looked_at(part: Buyers, told: str) -> None:
    found = seen(durham_constable(), scene.whole(30))
    assert DemandPage.online(found, durham_constable(), Section.DEMAND, part).buyers_told == told


@pytest.mark.parametrize("most", [buyers.LOOKED_AT, networks.LOOKED_AT], ids=["buyers", "networks"])
def test_the_guide_says_how_many_reports_are_looked_at(most: int) -> None:
    guide = (ROOT / "docs" / "guides" / "the-picture.md").read_text(encoding="utf-8")
    assert guide.count(f"the latest {most} reports that you may read") >= 3
