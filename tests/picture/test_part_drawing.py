"""The charts of routes, people, buyers, outcomes and estimates: what they say, and what they leave out."""

from datetime import date
from uuid import UUID

import pytest

from cast import durham_constable, national_analyst
from pentameter.kernel import clock
from pentameter.kernel.periods import Period
from pentameter.picture import law_drawing, live_drawing, part_drawing
from pentameter.picture.queries.buyers import Buyers
from pentameter.picture.queries.law import Estimates
from pentameter.picture.queries.live import Live
from pentameter.picture.queries.people import People
from pentameter.picture.queries.routes import Routes
from pentameter.picture.rules.withholding import Grouped
from pentameter.picture.themes import THEMES
from pentameter.scale.api import EstimateLine
from pentameter.victims.api import RescuedOn
from picture import scene
from picture.looking import seen

pytestmark = pytest.mark.django_db
RUN = UUID(int=7)


def test_a_wave_in_the_future_has_charts_without_data() -> None:
    found = seen(national_analyst(), scene.a_wave(weeks_ago=-2))
    nothing = Routes((), 0, 0, older=False, of_all=False)
    people = People(0, 0, None, Grouped((), None), sees_small=False)
    made = (
        live_drawing.live_weeks(found, Live(found.today)),
        live_drawing.rescued_by_force(found, Live(found.today)),
        part_drawing.said_routes(found, nothing),
        part_drawing.inferred_routes(found, nothing),
        part_drawing.ages(found, people),
        part_drawing.nationalities(found, people),
        part_drawing.buyers_by_area(found, Buyers()),
        law_drawing.estimated(found, Estimates(())),
    )
    for chart in made:
        assert chart.svg().startswith("<svg ")
        assert chart.file().endswith("</svg>")


def test_who_was_found_before_the_wave_began_has_a_week_too() -> None:
    of = scene.whole(30)
    found = seen(national_analyst(), of)
    early = of.week(-2)
    live = Live(found.today, (RescuedOn(of.wave, "durham", early, 2), RescuedOn(of.wave, "nobody", of.week(1), 1)))
    weeks = live_drawing.live_weeks(found, live)
    assert weeks.mondays[0] == early
    assert weeks.panels[0].counts[0] == 2
    forces = live_drawing.rescued_by_force(found, live)
    assert forces.table().rows == (("Durham Constabulary", "2"), ("Agencies that take no part", "1"))


def test_ways_that_are_put_together_are_one_row() -> None:
    found = seen(durham_constable(), scene.whole(30))
    told = part_drawing.said_routes(found, Routes((), 12, 0, older=False, of_all=True, others=12))
    assert told.table().rows == (("All other ways together", "", "", "12"),)
    assert told.source == "all reports."
    assert part_drawing.home("Garda Eastern") == "IE"
    assert part_drawing.home("Durham") == part_drawing.home("") == "GB"


def test_what_is_withheld_is_named_together() -> None:
    found = seen(durham_constable(), scene.whole(30))
    people = People(17, 17, None, Grouped((("RO", 12),), 15), sees_small=False)
    assert part_drawing.ages(found, people).title == "People rescued, by age"
    assert part_drawing.nationalities(found, people).title == "People rescued, by nationality"
    assert part_drawing.ages(found, people).table().rows == (("All ages", "17"),)
    told = part_drawing.nationalities(found, people).table().rows
    assert told == (("Romania", "12"), ("All other nationalities, and not known", "15"))


def test_an_estimate_that_was_refused_says_why() -> None:
    found = seen(national_analyst(), scene.whole(30))
    period = Period(date(2013, 1, 1), date(2013, 12, 31))
    given = {"run": RUN, "period": period, "theme": "", "area": "", "counted": 9, "share_from_linking": None}
    lines = (
        EstimateLine(title="A", low=10_000, high=13_000, verdict="", refused="", made_at=clock.now(), **given),
        EstimateLine(title="B", low=None, high=None, verdict="", refused="No overlap.", made_at=clock.now(), **given),
    )
    chart = law_drawing.estimated(found, Estimates(lines))
    assert "10,000 to 13,000" in chart.svg()
    assert "No overlap." in chart.svg()
    assert set(THEMES) >= {"forced_labour", "unknown"}
