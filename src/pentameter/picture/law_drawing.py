"""The charts of the pages on outcomes and on estimates."""

from pentameter.look.charts.bars import Panel, SmallMultiples
from pentameter.look.charts.chart import Width
from pentameter.look.charts.ranges import Range, Ranges
from pentameter.look.charts.rows import Row, Rows
from pentameter.picture.queries.frame import Frame
from pentameter.picture.queries.law import Estimates, Recorded

_SOURCE = "investigations of the wave, by who leads them."
_MOST = 12
_WHAT = (("arrests", "Arrests"), ("charges", "Charges"), ("convictions", "Convictions"))


def outcomes_by_week(found: Frame, part: Recorded) -> SmallMultiples:
    """Arrests, charges and convictions by the week in which they happened, of all forces."""
    said = part.outcomes.by_week
    weeks = tuple(sorted({*found.grid.weeks, *said}))
    panels = tuple(
        Panel(label, tuple(getattr(said[week], name) if week in said else 0 for week in weeks)) for name, label in _WHAT
    )
    title = "Arrests, charges and convictions by week"
    return SmallMultiples(
        title=title, mondays=weeks, panels=panels, source=_SOURCE, as_of=found.today, note=f"{_NOTE} {_SCALE}"
    )


def outcomes_by_force(found: Frame, part: Recorded) -> Rows:
    """Arrests beside charges, by the force that leads."""
    names = {line.participant.agency: line.participant.name for line in found.grid.lines}
    counted = {slug: one for slug, one in part.outcomes.by_force.items() if found.asked.agency in ("", slug)}
    ordered = sorted(counted.items(), key=lambda one: (-one[1].arrests, -one[1].charges, one[0]))
    rows = tuple(Row(names.get(slug, slug), (one.arrests, one.charges)) for slug, one in ordered)
    return Rows(
        title="Arrests and charges by force",
        rows=rows,
        series=("Arrests", "Charges"),
        what="Force",
        source=_SOURCE,
        as_of=found.today,
    )


def estimated(found: Frame, part: Estimates) -> Ranges:
    """The latest estimates as ranges; one that was refused says why."""
    ranges = tuple(Range(one.title, one.low, one.high, reason=one.refused) for one in part.lines[:_MOST])
    return Ranges(
        title="How many there are, with those not seen",
        ranges=ranges,
        source="runs over frozen lists of who was seen by whom.",
        as_of=found.today,
        note="A range says what the lists can carry. Each run has its own period, lists and reliability.",
        width=Width.FULL,
    )


_NOTE = "All forces together."
_SCALE = "All panels are on one scale."
