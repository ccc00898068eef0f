"""The charts of the pages on routes, on people and on buyers."""

from pentameter.intelligence.intake.normalise import countries
from pentameter.look.charts.chart import Width
from pentameter.look.charts.rows import Row, Rows
from pentameter.look.charts.world_map import WorldMap, WorldWay, places
from pentameter.picture.queries.buyers import Buyers
from pentameter.picture.queries.frame import Frame
from pentameter.picture.queries.people import People
from pentameter.picture.queries.routes import AnyFlow, Routes
from pentameter.picture.rules.areas import GARDA_AREAS

DRAWN = 40
NOWHERE = "no area named"
CASES = "cases that were registered."
_COLUMNS = (("From", ""), ("Through", ""), ("To", ""), ("Reports", "num"))
_OTHERS = "All other ways together"


def said_routes(found: Frame, routes: Routes) -> WorldMap:
    """Ways that reports name, on the map of the world."""
    note = "Each band is as thick as reports are many. The last country of a route is the one where the area lies."
    return _world(found, routes, "Routes that reports name", note, said=True)


def inferred_routes(found: Frame, routes: Routes) -> WorldMap:
    """What is inferred where no report says the way."""
    note = "No report says so: a victim's nationality stands for the source, and the report's area for the end."
    return _world(found, routes, "Inferred from nationality", note, said=False)


def ages(found: Frame, people: People) -> Rows:
    """People by age; one bar of all where no grouping can be shown."""
    told = people.ages if people.ages is not None else {}
    rows = tuple(Row(name[:1].upper() + name[1:], (count,)) for name, count in told.items())
    if people.ages is None and people.counted:
        rows = (Row("All ages", (people.counted,)),)
    return Rows(
        title="People rescued, by age", rows=rows, what="Age", source=CASES, as_of=found.today, note=_note(people)
    )


def nationalities(found: Frame, people: People) -> Rows:
    """People by nationality, most first."""
    rows = [Row(nation(code), (count,)) for code, count in people.nationalities.shown]
    if people.nationalities.others is not None:
        rows.append(
            Row(
                "All other nationalities, and not known" if rows else "All nationalities",
                (people.nationalities.others,),
            )
        )
    title = "People rescued, by nationality"
    note = _note(people)
    return Rows(title=title, rows=tuple(rows), what="Nationality", source=CASES, as_of=found.today, note=note)


def buyers_by_area(found: Frame, buyers: Buyers) -> Rows:
    """Reports that mention a buyer, by area."""
    rows = tuple(Row(area or "No area given", (count,)) for area, count in buyers.by_area)
    source = f"the latest {buyers.looked_at:,} reports that the reader may read."
    title = "Reports that mention a buyer, by area"
    return Rows(title=title, rows=rows, series=("Reports",), what="Area", source=source, as_of=found.today)


def nation(code: str) -> str:
    """A country by its name."""
    return countries.name(code) if code else "Not known"


def _note(people: People) -> str:
    return "" if people.sees_small else "Counts below 10 may point to a person: they are put together with others."


def _world(found: Frame, routes: Routes, title: str, note: str, *, said: bool) -> WorldMap:
    flows = tuple(flow for flow in routes.flows if flow.said is said)
    ways = tuple(
        WorldWay((flow.source, *flow.through, home(flow.area)), flow.count, _way(flow)) for flow in flows[:DRAWN]
    )
    rows = [_row(flow) for flow in flows]
    if routes.others is not None and said:
        rows.append((_OTHERS, "", "", f"{routes.others:,}"))
    if len(flows) > DRAWN:
        note += f" The {DRAWN} ways of most reports are drawn; the table has all {len(flows):,}."
    return WorldMap(
        title=title,
        source="all reports." if routes.of_all else "reports that the reader may read.",
        as_of=found.today,
        note=note,
        width=Width.FULL,
        ways=ways,
        names={code: countries.name(code) for code in places()},
        rows=tuple(rows),
        columns=_COLUMNS,
    )


def home(area: str) -> str:
    """The country in which a force area lies."""
    return "IE" if area in GARDA_AREAS else "GB"


def _way(flow: AnyFlow) -> str:
    return " to ".join((*map(countries.name, (flow.source, *flow.through)), flow.area or NOWHERE))


def _row(flow: AnyFlow) -> tuple[str, ...]:
    through = ", then ".join(map(countries.name, flow.through)) or ("directly" if flow.said else "not known")
    return countries.name(flow.source), through, flow.area or NOWHERE, f"{flow.count:,}"
