"""The charts say what the picture counts, each in its table."""

from collections import Counter

import pytest

from cast import durham_constable, national_analyst
from pentameter.intelligence.api import Tally
from pentameter.intelligence.models import Report
from pentameter.picture import drawing
from pentameter.picture.forms import Asked
from pentameter.picture.links import Links
from pentameter.picture.queries.picture import Picture
from pentameter.picture.rules.areas import Standing, area_line
from picture import scene
from picture.looking import seen

pytestmark = pytest.mark.django_db


def tables(picture: Picture) -> dict[str, dict[str, tuple[str, ...]]]:
    """Every chart's table, its rows by their first cell."""
    made = drawing.charts(picture, Links())
    return {name: {row[0]: row[1:] for row in make().table().rows} for name, make in made.items()}


def test_every_chart_by_its_name_with_its_table() -> None:
    of = scene.whole()
    found = tables(seen(national_analyst(), of))
    names = ["areas", "map", "weeks", "themes", "coverage", "grades-3x5x2", "grades-5x5x5", "prices-EUR", "prices-GBP"]
    assert list(found) == names
    reports = list(Report.objects.all())
    by_area = Counter(one.area for one in reports)
    assert found["areas"]["Durham"] == found["map"]["Durham"] == (f"{by_area['Durham']}",)
    by_week = Counter(one.week.isoformat() for one in reports)
    assert found["weeks"] == {week: (str(count),) for week, count in by_week.items()}
    by_theme = Counter(drawing.THEMES[one.theme] for one in reports)
    totals = drawing.themes(seen(national_analyst(), of), Links()).table()
    labels = [label for label, _ in totals.columns[1:]]
    assert dict(zip(labels, totals.rows[-1][1:], strict=True)) == {name: str(n) for name, n in by_theme.items()}
    assert labels[-1] == "Theme not known"
    graded = sum(one.scheme == "5x5x5" for one in reports)
    assert found["grades-5x5x5"]["Total"][-1] == str(graded)


def test_the_coverage_says_what_each_agency_said() -> None:
    found = tables(seen(national_analyst(), scene.whole()))["coverage"]
    first, second = found["Durham Constabulary"][:2]
    assert (first, second) == ("looked and found", "looked and found")
    assert found["North Yorkshire Police"][0] == "looked, found nothing"
    assert found["Norfolk Constabulary"][-1] == "never"


def test_a_chart_that_is_narrowed_says_so() -> None:
    picture = seen(national_analyst(), scene.whole(), theme="forced_labour", agency="garda")
    titles = {make().title for make in drawing.charts(picture, Links()).values()}
    assert "Reports by week: Forced labour, An Garda Síochána" in titles
    assert len(drawing.themes(picture, Links()).panels) == 1


def test_links_are_drawn_only_where_something_may_be_read() -> None:
    of = scene.whole()
    picture = seen(durham_constable(), of)
    links = Links("/reports/", of.wave, Asked())
    linked = [area for area in drawing.tiles(picture, links).areas if area.href]
    assert {area.name for area in linked} == {line.name for line in picture.areas if line.tally.readable}
    assert not any(area.href for area in drawing.tiles(picture, Links()).areas)


@pytest.mark.parametrize(
    ("tally", "tells", "note"),
    [
        (Tally(9, 9), True, ""),
        (Tally(9, 2), True, "7 of which you may not read"),
        (Tally(9, 0), True, "none of which you may read"),
        (Tally(2, 2), False, ""),
        (Tally(), True, "takes no part"),
    ],
)
def test_what_is_said_of_an_area(tally: Tally, tells: bool, note: str) -> None:
    line = area_line("Kent", tally, [], sees_all=True, narrowed=False)
    assert line.standing is Standing.ABSENT
    assert drawing.area_note(line, tells_withheld=tells) == note
