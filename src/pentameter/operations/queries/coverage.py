"""Who takes part in a wave, and who has looked when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Q

from pentameter.accounts import api as accounts
from pentameter.kernel.periods import Period, week_of
from pentameter.operations.models import Participation, Return, Wave
from pentameter.operations.queries.cards import WaveCard, card, wave
from pentameter.operations.queries.rows import Said, WaveRows, wave_rows
from pentameter.operations.rules import coverage as rules
from pentameter.operations.rules.coverage import WeekCell, WeekStatus
from pentameter.operations.rules.involvement import Involvement
from pentameter.operations.rules.returns import Looked


@dataclass(frozen=True, slots=True)
class Participant:
    """An agency's present part in a wave, or its last one. `id` is that of the row: it guards against lost updates."""

    id: UUID
    agency: str
    name: str
    level: Involvement
    plan: str
    began_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Sums:
    """What returns add up to. A figure that nobody gave adds nothing; hours are hours of work."""

    premises_visited: int = 0
    people_found: int = 0
    arrests: int = 0
    hours: Decimal = Decimal(0)

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.premises_visited + other.premises_visited,
            self.people_found + other.people_found,
            self.arrests + other.arrests,
            self.hours + other.hours,
        )


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One agency's weeks. `missing` are weeks that are over and have no return; `next_week` is the first one owed.

    `weekly` is what each return adds to `sums`, by its week.
    """

    participant: Participant
    cells: tuple[WeekCell, ...]
    missing: tuple[date, ...]
    next_week: date | None
    last_looked: date | None
    returns: int
    sums: Sums
    weekly: Mapping[date, Sums]

    @property
    def owed(self) -> int:
        """How many weeks are missing."""
        return len(self.missing)


@dataclass(frozen=True, slots=True)
class CoverageGrid:
    """Agencies by weeks. Every line has one cell for each of `weeks`, in their order.

    `areas` says which area an agency polices, by its slug; empty where it polices none of its own.
    """

    wave: WaveCard
    today: date
    weeks: tuple[date, ...]
    lines: tuple[CoverageLine, ...]
    areas: Mapping[str, str]

    @property
    def sums(self) -> Sums:
        """What all current returns of the wave add up to."""
        return total(line.sums for line in self.lines)

    @property
    def taking_part(self) -> tuple[CoverageLine, ...]:
        """The agencies that take part now."""
        return tuple(line for line in self.lines if line.participant.ended_on is None)

    @property
    def silent(self) -> tuple[CoverageLine, ...]:
        """The agencies with a week that is over and has no return."""
        return tuple(line for line in self.lines if line.missing)

    def in_week(self, week: date, status: WeekStatus) -> int:
        """How many agencies have this status in `week`, of those that took part in it."""
        at = self.weeks.index(week)
        return sum(line.cells[at].expected and line.cells[at].status is status for line in self.lines)

    def asked_in(self, week: date) -> int:
        """How many agencies took part in `week`."""
        return sum(self.in_week(week, status) for status in WeekStatus)

    @property
    def last_full_week(self) -> date | None:
        """The latest week that is over; None while the first one runs."""
        return next((week for week in reversed(self.weeks) if week < week_of(self.today)), None)


@dataclass(frozen=True, slots=True)
class WaveSums:
    """What the current returns of a wave add up to, by each agency that ever took part in it."""

    wave: WaveCard
    by_agency: Mapping[str, Sums]

    def of(self, agency: str) -> Sums:
        """Those of one agency; of all where none is named."""
        return self.by_agency.get(agency, Sums()) if agency else total(self.by_agency.values())


def total(given: Iterable[Sums]) -> Sums:
    """What sums add up to."""
    premises, people, arrests, hours = 0, 0, 0, Decimal(0)
    for one in given:
        premises += one.premises_visited
        people += one.people_found
        arrests += one.arrests
        hours += one.hours
    return Sums(premises, people, arrests, hours)


def participants(wave_id: UUID) -> tuple[Participant, ...]:
    """Who takes part in a wave now, by name. Two SQL queries."""
    names = accounts.agencies()
    rows = Participation.objects.filter(wave_id=wave_id, ended_on=None)
    found = (participant(row, names[row.agency_id].name) for row in rows)
    return tuple(sorted(found, key=lambda one: one.name))


def coverage(wave_id: UUID, today: date) -> CoverageGrid | None:
    """Who looked in a wave, week by week up to `today`. None where there is no such wave. Two SQL queries."""
    found = wave(wave_id)
    return coverage_of(found, today) if found else None


def coverage_of(found: WaveCard, today: date) -> CoverageGrid:
    """Who looked in a wave that is at hand. One SQL query."""
    return _grid(found, wave_rows([found.id])[found.id], today)


def coverage_beside(found: WaveCard, other: WaveCard | None, today: date) -> tuple[CoverageGrid, WaveSums | None]:
    """Who looked in a wave that is at hand, and what returns of another one add up to. One SQL query."""
    rows = wave_rows([found.id, *([other.id] if other else [])])
    return _grid(found, rows[found.id], today), _said_in(other, rows[other.id]) if other else None


def _said_in(of: WaveCard, rows: WaveRows) -> WaveSums:
    return WaveSums(of, {slug: total(map(_sums, rows.returns.get(slug, ()))) for slug in rows.parts})


def running(today: date) -> tuple[CoverageGrid, ...]:
    """Who looked in every wave that runs today, oldest wave first. Two SQL queries, however many waves run."""
    rows = Wave.objects.select_related("operation").filter(Q(ends_on=None) | Q(ends_on__gte=today))
    waves = [card(row) for row in rows.filter(starts_on__lte=today, operation__is_history=False).order_by("starts_on")]
    found = wave_rows([one.id for one in waves])
    return tuple(_grid(one, found[one.id], today) for one in waves)


def _grid(of: WaveCard, rows: WaveRows, today: date) -> CoverageGrid:
    weeks = tuple(of.period.weeks(until=today))
    found = ((rows.names[slug], parts, rows.returns.get(slug, [])) for slug, parts in rows.parts.items())
    lines = (line(weeks, name, parts, returns, today) for name, parts, returns in found)
    ordered = tuple(sorted(lines, key=lambda one: one.participant.name))
    return CoverageGrid(of, today, weeks, ordered, rows.areas)


def line(
    weeks: Sequence[date], name: str, parts: list[Participation], returns: Sequence[Said | Return], today: date
) -> CoverageLine:
    """One agency's line over the weeks of a wave so far, from its parts in order and its current returns."""
    spans = [Period(row.began_on, row.ended_on) for row in parts]
    filed = {row.week: Looked(row.looked) for row in returns}
    expected = rules.expected_weeks(weeks, spans)
    weekly = {row.week: _sums(row) for row in returns}
    return CoverageLine(
        participant=participant(parts[-1], name),
        cells=rules.cells(weeks, expected, filed),
        missing=rules.missing_weeks(expected, filed, today=today),
        next_week=rules.next_expected(expected, filed),
        last_looked=rules.last_looked(filed),
        returns=len(returns),
        sums=total(weekly.values()),
        weekly=weekly,
    )


def participant(row: Participation, name: str) -> Participant:
    """A part as a value."""
    return Participant(row.id, row.agency_id, name, Involvement(row.level), row.plan, row.began_on, row.ended_on)


def _sums(row: Said | Return) -> Sums:
    return Sums(row.premises_visited or 0, row.people_found or 0, row.arrests or 0, row.hours or Decimal(0))
