"""Every chart of the picture by the name under which it can be carried away, and the page that it stands on."""

from collections.abc import Callable, Mapping
from functools import partial

from pentameter.look.charts.chart import Chart
from pentameter.picture import drawing, law_drawing, live_drawing, part_drawing
from pentameter.picture.links import Links
from pentameter.picture.queries.buyers import Buyers
from pentameter.picture.queries.frame import Frame
from pentameter.picture.queries.law import Estimates, Recorded
from pentameter.picture.queries.live import Live
from pentameter.picture.queries.people import People
from pentameter.picture.queries.picture import Picture
from pentameter.picture.queries.routes import Routes
from pentameter.picture.sections import Section

Made = Mapping[str, Callable[[], Chart]]
_STANDS_ON = {
    "areas": Section.MAP,
    "map": Section.MAP,
    "weeks": Section.TRENDS,
    "themes": Section.TRENDS,
    "grades": Section.THEMES,
    "coverage": Section.COVERAGE,
    "prices": Section.DEMAND,
    "buyers": Section.DEMAND,
    "live": Section.OVERVIEW,
    "rescued": Section.OVERVIEW,
    "routes": Section.ROUTES,
    "ages": Section.PEOPLE,
    "nationalities": Section.PEOPLE,
    "outcomes": Section.OUTCOMES,
    "estimates": Section.ESTIMATES,
}


def section_of(name: str) -> Section | None:
    """The page on which a chart stands; None where there is none of that name."""
    return _STANDS_ON.get(name.partition("-")[0])


def charts_of(found: Frame, part: object, links: Links | None = None) -> Made:
    """The charts of a page, each drawn when it is asked for."""
    made = dict(drawing.charts(found, links or Links())) if isinstance(found, Picture) else {}
    return made | dict(_of(found, part))


def _of(found: Frame, part: object) -> Made:
    match part:
        case Live():
            return {
                "live-weeks": partial(live_drawing.live_weeks, found, part),
                "rescued-forces": partial(live_drawing.rescued_by_force, found, part),
            }
        case Routes():
            return {
                "routes-said": partial(part_drawing.said_routes, found, part),
                "routes-inferred": partial(part_drawing.inferred_routes, found, part),
            }
        case Buyers():
            return {"buyers": partial(part_drawing.buyers_by_area, found, part)}
        case People():
            return {
                "ages": partial(part_drawing.ages, found, part),
                "nationalities": partial(part_drawing.nationalities, found, part),
            }
        case Recorded():
            return {
                "outcomes-weeks": partial(law_drawing.outcomes_by_week, found, part),
                "outcomes-forces": partial(law_drawing.outcomes_by_force, found, part),
            }
        case Estimates():
            return {"estimates": partial(law_drawing.estimated, found, part)}
        case _:
            return {}
