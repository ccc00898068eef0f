"""The charts of what is counted live: people rescued and what forces say in returns, by week and by force."""

from collections import Counter

from pentameter.look.charts.bars import Panel, SmallMultiples
from pentameter.look.charts.chart import Width
from pentameter.look.charts.rows import Row, Rows
from pentameter.picture.queries.frame import Frame
from pentameter.picture.queries.live import Live

SOURCE = "cases that were registered, and agencies' weekly returns."
OTHERS = "Agencies that take no part"
FIGURES = (("people_found", "People found"), ("premises_visited", "Premises visited"), ("arrests", "Arrests"))


def live_weeks(found: Frame, live: Live) -> SmallMultiples:
    """People rescued, people found, premises and arrests, week by week on one scale."""
    rescued = live.by_week
    weeks = tuple(sorted({*found.grid.weeks, *rescued}))
    panels = [Panel("People rescued", tuple(rescued[week] for week in weeks))]
    for figure, label in FIGURES:
        said = dict(zip(found.grid.weeks, found.weekly(figure), strict=True))
        panels.append(Panel(f"{label}, from returns", tuple(said.get(week, 0) for week in weeks)))
    title = "Rescued, found, visited and arrested, by week"
    return SmallMultiples(title=title, mondays=weeks, panels=tuple(panels), source=SOURCE, as_of=live.as_of)


def rescued_by_force(found: Frame, live: Live) -> Rows:
    """People rescued by the agency that registered them, most first."""
    names = {line.participant.agency: line.participant.name for line in found.grid.lines}
    people: Counter[str] = Counter()
    for one in live.rescued:
        people[names.get(one.agency, OTHERS)] += one.people
    ordered = sorted(people.items(), key=lambda one: (one[0] == OTHERS, -one[1], one[0]))
    return Rows(
        title="People rescued, by force",
        rows=tuple(Row(name, (count,)) for name, count in ordered),
        what="Force",
        source="cases that were registered.",
        as_of=live.as_of,
        width=Width.HALF,
    )
