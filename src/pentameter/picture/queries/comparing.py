"""Two waves, two forces or two periods, counted in the same way. At most seven SQL queries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pentameter.kernel.actor import Actor
from pentameter.kernel.periods import week_of
from pentameter.kernel.verdict import never_was
from pentameter.look import words
from pentameter.operations import api as operations
from pentameter.operations.api import Sums, WaveCard, WeekStatus
from pentameter.picture.compare_forms import Kind, Wanted
from pentameter.picture.forms import no_such_agency
from pentameter.picture.queries.frame import Frame, Rights, frame
from pentameter.picture.queries.picture import Picture, counted_in
from pentameter.picture.rules.comparing import Side, Span
from pentameter.victims import api as victims
from pentameter.victims.api import RescuedOn

USUAL = 4
"""So many weeks has a period that nobody named."""


@dataclass(frozen=True)
class Comparison:
    """Two of a kind, the frame in which they stand, and what was chosen. `sides` is empty where there are not two."""

    frame: Frame
    wanted: Wanted
    sides: tuple[Side, ...]
    chosen: tuple[str, str]
    spans: tuple[Span, Span] | None = None


def comparison(wanted: Wanted, by: Actor, rights: Rights, *, at: datetime, today: date) -> Comparison:
    """What was asked for, side by side.

    Raises:
        Refused: there is no such wave, or none at all.
    """
    found = frame(wanted.asked, rights, at=at, today=today)
    if wanted.kind is Kind.FORCES:
        return _forces(found, wanted, by)
    return _periods(found, wanted, by) if wanted.kind is Kind.PERIODS else _waves(found, wanted, by)


def _waves(found: Frame, wanted: Wanted, by: Actor) -> Comparison:
    known = {str(one.id): one for one in found.choices}
    first = _wave(known, wanted.first) or found.first_wave or found.wave
    second = _wave(known, wanted.second) or next((one for one in reversed(found.choices) if one != first), first)
    chosen = (str(first.id), str(second.id))
    if first.id == second.id:
        return Comparison(found, wanted, (), chosen)
    rescued = victims.rescued_by_day([first.id, second.id])
    sides = tuple(_side(one.name, _days(one), _counted(found, one, by), rescued) for one in (first, second))
    return Comparison(found, wanted, sides, chosen)


def _wave(known: dict[str, WaveCard], wanted: str) -> WaveCard | None:
    if wanted and wanted not in known:
        raise never_was()
    return known.get(wanted)


def _counted(found: Frame, wave: WaveCard, by: Actor) -> Picture:
    if wave.id == found.wave.id:
        return counted_in(found, by)
    grid = operations.coverage_of(wave, found.today)
    lines = tuple(line for line in grid.lines if found.asked.agency in ("", line.participant.agency))
    return counted_in(replace(found, wave=wave, grid=grid, lines=lines), by)


def _forces(found: Frame, wanted: Wanted, by: Actor) -> Comparison:
    names = {line.participant.agency: line.participant.name for line in found.grid.lines}
    problems = [no_such_agency(one) for one in (wanted.first, wanted.second) if one and one not in names]
    first = wanted.first if wanted.first in names else by.agency if by.agency in names else next(iter(names), "")
    second = wanted.second if wanted.second in names else next((one for one in names if one != first), "")
    wanted = replace(wanted, problems=(*wanted.problems, *problems))
    if not second or first == second:
        return Comparison(found, wanted, (), (first, second))
    rescued = victims.rescued_by_day([found.wave.id])
    sides = tuple(_force(found, slug, names[slug], by, rescued) for slug in (first, second))
    return Comparison(found, wanted, sides, (first, second))


def _force(found: Frame, slug: str, name: str, by: Actor, rescued: Sequence[RescuedOn]) -> Side:
    lines = tuple(line for line in found.grid.lines if line.participant.agency == slug)
    own = replace(found, asked=replace(found.asked, agency=slug), lines=lines)
    return _side(name, found.wave.name, counted_in(own, by), rescued)


def _periods(found: Frame, wanted: Wanted, by: Actor) -> Comparison:
    last = week_of(min(found.today, found.wave.ends_on or found.today)) - timedelta(weeks=1)
    usual = (_weeks_to(last - timedelta(weeks=USUAL)), _weeks_to(last))
    spans = (wanted.periods[0] or usual[0], wanted.periods[1] or usual[1])
    whole, rescued = counted_in(found, by), victims.rescued_by_day([found.wave.id])
    sides = tuple(_side(_span_words(one), found.wave.name, whole, rescued, one) for one in spans)
    return Comparison(found, wanted, sides, ("", ""), spans)


def _weeks_to(last: date) -> Span:
    return Span(last - timedelta(weeks=USUAL - 1), last)


def _side(name: str, about: str, counted: Picture, rescued: Sequence[RescuedOn], within: Span | None = None) -> Side:
    """What is counted of one: all of it, or of the weeks `within`."""
    people = sum(
        one.people
        for one in rescued
        if one.wave == counted.wave.id
        and counted.asked.agency in ("", one.agency)
        and (within is None or week_of(one.day) in within)
    )
    weeks = [week for week in counted.weeks if within is None or week in within]
    themes: Counter[str] = Counter()
    for (theme, week), tally in counted.tallies.by_theme_and_week.items():
        if week in weeks:
            themes[theme] += tally.counted
    by_week = tuple(counted.tallies.by_week[week].counted if week in counted.tallies.by_week else 0 for week in weeks)
    return Side(name, about, _figures(counted, sum(by_week), people, weeks), themes, by_week)


def _figures(counted: Picture, reports: int, people: int, weeks: Sequence[date]) -> dict[str, int]:
    kept = set(weeks)
    sums = sum((said for line in counted.lines for week, said in line.weekly.items() if week in kept), Sums())
    at = [i for i, week in enumerate(counted.grid.weeks) if week in kept]
    nil = sum(line.cells[i].status is WeekStatus.NIL for line in counted.lines for i in at)
    return {
        "People rescued, registered": people,
        "People found, from returns": sums.people_found,
        "Premises visited, from returns": sums.premises_visited,
        "Arrests, from returns": sums.arrests,
        "Reports": reports,
        "Nil returns": nil,
    }


def _days(wave: WaveCard) -> str:
    return words.span(wave.starts_on, wave.ends_on)


def _span_words(one: Span) -> str:
    return words.span(one.first, one.last + timedelta(days=6))
