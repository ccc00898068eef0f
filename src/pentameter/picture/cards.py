"""The key figures at the head of the picture, each with its words, its course and what stands behind it."""

from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup

from pentameter.intelligence.api import Tally
from pentameter.justice.api import Counts
from pentameter.kernel.periods import week_of
from pentameter.look.charts.lines import sparkline
from pentameter.look.words import number, plural
from pentameter.operations.api import WeekStatus
from pentameter.picture.links import Links
from pentameter.picture.live_drawing import FIGURES
from pentameter.picture.queries.frame import Frame
from pentameter.picture.queries.live import Live
from pentameter.picture.queries.picture import Picture


@dataclass(frozen=True, slots=True)
class Card:
    """A key figure, as of a day. `href` is empty where the reader may open nothing behind it."""

    label: str
    value: str
    note: str
    href: str
    spark: Markup
    kind: str = ""


def cards(picture: Picture, links: Links, returns_url: str) -> tuple[Card, ...]:
    """The six key figures, in the order of the page."""
    return (_reports(picture, links), *_from_returns(picture, returns_url), *_looking(picture, returns_url))


def _reports(picture: Picture, links: Links) -> Card:
    counted = picture.tallies
    weekly = [counted.by_week.get(week, Tally()).counted for week in picture.weeks]
    return Card(
        "Reports",
        number(counted.total.counted),
        reports_note(picture),
        links.to(counted.total.readable),
        _course(weekly),
    )


def reports_note(picture: Picture) -> str:
    """What of the reports may not be read, and what waits in quarantine, where the reader may know it."""
    told = []
    if picture.tells_withheld:
        told.append(f"{number(picture.tallies.total.withheld)} you may not read")
    if picture.rights.sees_quarantine and not picture.asked.narrowed_by_report and picture.tallies.quarantined:
        told.append(f"{plural(picture.tallies.quarantined, 'row')} in quarantine")
    if not told and picture.running:
        told.append(f"{number(picture.tallies.by_week.get(week_of(picture.today), Tally()).counted)} this week")
    return ", ".join(told)


def _from_returns(picture: Picture, url: str) -> list[Card]:
    made = []
    for figure, label in FIGURES:
        weekly, note = picture.weekly(figure), _this_week(picture, figure) if picture.running else "from returns"
        made.append(Card(label, number(getattr(picture.sums, figure)), note, url, _course(weekly)))
    return made


def _this_week(picture: Picture, figure: str) -> str:
    """What returns say of the present week. Most come when it is over: until one does, nothing is said, not nought."""
    told = [line.weekly[week] for line in picture.lines if (week := week_of(picture.today)) in line.weekly]
    if not told:
        return "no return for this week yet"
    return f"{number(sum(getattr(one, figure) for one in told))} this week"


def _looking(picture: Picture, url: str) -> tuple[Card, Card]:
    looking, lines = picture.looking, picture.lines
    weeks = range(len(picture.grid.weeks))
    over = range(len(weeks) - 1 if picture.running else len(weeks))
    looked = [sum(line.cells[i].status in (WeekStatus.FOUND, WeekStatus.NIL) for line in lines) for i in over]
    nil = [sum(line.cells[i].status is WeekStatus.NIL for line in lines) for i in weeks]
    agencies = Card(
        "Agencies looking",
        f"{number(looking.looked)} of {number(looking.taking_part)}",
        f"{number(looking.found_nothing)} found nothing, {number(len(looking.silent))} silent",
        url,
        sparkline(looked),
    )
    note = f"from {plural(looking.nil_agencies, 'agency', 'agencies')}"
    return agencies, Card("Nil returns", number(looking.nil_returns), note, url, _course(nil))


def _course(weekly: list[int] | tuple[int, ...]) -> Markup:
    """How a sum grew, week by week."""
    return sparkline(list(accumulate(weekly))) if weekly else Markup()


def recorded_cards(counted: Counts, url: str) -> tuple[Card, ...]:
    """Arrests, charges and convictions of investigations: beside what returns say, and never added to it."""
    return tuple(
        Card(label, number(count), f"{note}, recorded in investigations", url, Markup())
        for label, count, note in (
            ("Arrests recorded", counted.arrests, f"{number(counted.arrested_for_trafficking)} for trafficking"),
            ("Charges", counted.charges, f"{number(counted.charged_with_trafficking)} of trafficking"),
            ("Convictions", counted.convictions, f"{number(counted.convicted_of_trafficking)} of trafficking"),
        )
    )


def rescued_card(found: Frame, live: Live, cases_url: str) -> Card:
    """The people rescued: whoever was registered counts at once."""
    weekly = live.by_week
    weeks = sorted({*found.grid.weeks, *weekly})
    note = f"{number(weekly[week_of(found.today)])} this week, registered" if found.running else "registered"
    return Card(
        "People rescued", number(live.people), note, cases_url, _course([weekly[one] for one in weeks]), "protect"
    )
