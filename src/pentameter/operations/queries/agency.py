"""What is expected of one agency, and what it has said."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Q

from pentameter.accounts import api as accounts
from pentameter.kernel.periods import Period, week_of
from pentameter.operations.models import Participation, Return
from pentameter.operations.queries.cards import WaveCard, card, wave
from pentameter.operations.queries.coverage import CoverageLine, Participant, line, participant
from pentameter.operations.rules.coverage import WeekCell, WeekStatus
from pentameter.operations.rules.returns import GRACE, Looked, WeekReturn, may_file_return


@dataclass(frozen=True, slots=True)
class FiledReturn:
    """A return as it was filed. `superseded_at` is set where a later word took its place."""

    id: UUID
    said: WeekReturn
    filed_at: datetime
    filed_by: str
    superseded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Duty:
    """What a wave expects of an agency now. `open_weeks` may be filed or corrected today, the latest first."""

    wave: WaveCard
    line: CoverageLine
    open_weeks: tuple[WeekCell, ...]
    this_week: date

    @property
    def overdue(self) -> tuple[date, ...]:
        """Weeks that are over, have no return, and can still be filed."""
        fileable = {cell.week for cell in self.open_weeks}
        return tuple(week for week in self.line.missing if week in fileable)

    @property
    def first_owed(self) -> date | None:
        """The week to file next: the oldest overdue one, then the present one, then the latest to correct."""
        owed = [cell.week for cell in reversed(self.open_weeks) if cell.status is WeekStatus.NONE]
        return next(iter(owed), None) or next((cell.week for cell in self.open_weeks), None)

    @property
    def due_now(self) -> bool:
        """Whether the present week belongs to the wave and has no return yet."""
        return any(cell.week == self.this_week and cell.status is WeekStatus.NONE for cell in self.open_weeks)


@dataclass(frozen=True, slots=True)
class AgencyInWave:
    """An agency in a wave: its line, every part it took and everything it said, the latest first."""

    wave: WaveCard
    line: CoverageLine
    parts: tuple[Participant, ...]
    returns: tuple[FiledReturn, ...]

    def of_week(self, week: date) -> tuple[FiledReturn, ...]:
        """What it said of one week, the latest word first."""
        return tuple(one for one in self.returns if one.said.week == week)


def duties(agency: str, today: date) -> tuple[Duty, ...]:
    """The waves in which something may be expected of `agency` today, running ones first. Two SQL queries."""
    waited_for = Q(wave__ends_on=None) | Q(wave__ends_on__gte=today - GRACE)
    taken = Participation.objects.filter(
        waited_for, agency_id=agency, wave__starts_on__lte=today, wave__operation__is_history=False
    )
    parts = list(taken.select_related("agency", "wave__operation").order_by("began_on", "id"))
    waves = {part.wave_id: card(part.wave) for part in parts}
    said = list(Return.objects.filter(wave__in=waves, agency_id=agency, superseded_at=None).order_by("week"))
    found = [
        _duty(
            one,
            parts[0].agency.name,
            [part for part in parts if part.wave_id == key],
            [row for row in said if row.wave_id == key],
            today,
        )
        for key, one in waves.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.wave.state(today) != "running", one.wave.starts_on)))


def agency_in_wave(wave_id: UUID, agency: str, today: date) -> AgencyInWave | None:
    """An agency's part in a wave and its returns; None where it never took part. Four SQL queries."""
    found = wave(wave_id)
    known = accounts.agency(agency)
    parts = list(Participation.objects.filter(wave_id=wave_id, agency_id=agency).order_by("began_on", "id"))
    if found is None or known is None or not parts:
        return None
    rows = list(Return.objects.filter(wave_id=wave_id, agency_id=agency).order_by("-week", "-filed_at"))
    current = [row for row in reversed(rows) if row.superseded_at is None]
    return AgencyInWave(
        wave=found,
        line=line(tuple(found.period.weeks(until=today)), known.name, parts, current, today),
        parts=tuple(participant(row, known.name) for row in reversed(parts)),
        returns=tuple(_filed(row) for row in rows),
    )


def current_return(wave_id: UUID, agency: str, week: date) -> FiledReturn | None:
    """What an agency last said of a week. One SQL query."""
    row = Return.objects.filter(wave_id=wave_id, agency_id=agency, week=week, superseded_at=None).first()
    return _filed(row) if row else None


def _duty(of: WaveCard, name: str, parts: list[Participation], said: list[Return], today: date) -> Duty:
    spans = [Period(row.began_on, row.ended_on) for row in parts]
    own = line(tuple(of.period.weeks(until=today)), name, parts, said, today)
    open_weeks = [cell for cell in own.cells if may_file_return(of.period, spans, week=cell.week, today=today).allowed]
    return Duty(of, own, tuple(reversed(open_weeks)), week_of(today))


def _filed(row: Return) -> FiledReturn:
    hours = None if row.hours is None else Decimal(row.hours)
    said = WeekReturn(
        week=row.week,
        looked=Looked(row.looked),
        premises_visited=row.premises_visited,
        people_found=row.people_found,
        arrests=row.arrests,
        hours=hours,
        text=row.text,
    )
    return FiledReturn(row.id, said, row.filed_at, row.filed_by, row.superseded_at)
