"""Looking at the register of laws, and carrying it away: each leaves one row in the record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from pentameter.access.api import Operation, decide
from pentameter.audit.api import Event, record
from pentameter.justice.forms.laws import Asked
from pentameter.justice.law_chart import chart
from pentameter.justice.queries.laws import happened
from pentameter.justice.rules.laws import offences, safeguards
from pentameter.justice.rules.laws_register import NOTHING, Happened, LawLine, later, register, tallied
from pentameter.justice.rules.laws_register import line as line_of
from pentameter.justice.rules.laws_standing import Standing
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, require
from pentameter.look.charts.spans import Spans
from pentameter.operations.api import Figure, PublishedWave, every_wave


@dataclass(frozen=True, slots=True)
class Register:
    """The register as it stood on a day. `later`: how many laws began after it, and are not in it."""

    on: date
    today: date
    asked: Asked
    lines: tuple[LawLine, ...]
    later: int
    safeguards: tuple[LawLine, ...]
    happened: tuple[Happened, ...]
    waves: tuple[PublishedWave, ...]

    @property
    def chart(self) -> Spans:
        """The register drawn."""
        where = f", {self.asked.place.label}" if self.asked.place else ""
        return chart(self.lines, self.happened, on=self.on, where=where)

    @property
    def published(self) -> tuple[tuple[PublishedWave, Figure], ...]:
        """Figures of trafficking offences that others had published by the day: never added to what is counted here."""
        return tuple(
            (wave, figure)
            for wave in self.waves
            for figure in wave.figures
            if "trafficking" in figure.measure and figure.as_of.split()[0] <= self.on.isoformat()
        )


@transaction.atomic
def show_register(*, asked: Asked, by: Actor, today: date) -> Register:
    """The register as it stood on the day that is asked for. Two SQL queries."""
    found = _register(asked, by, today)
    _remember(Event.LAWS_SHOWN, found, by)
    return found


@transaction.atomic
def copy_register(*, asked: Asked, by: Actor, today: date) -> Spans:
    """The chart of the register with its table, to be carried away.

    Raises:
        Refused: it was asked for with words that make no sense.
    """
    found = _register(asked, by, today)
    if asked.problems:
        raise Refused(" ".join(asked.problems))
    _remember(Event.LAWS_COPIED, found, by)
    return found.chart


@transaction.atomic
def law_lines(*, on: date, by: Actor) -> tuple[LawLine, ...]:
    """Every law that had begun by a day, as it stood then."""
    found = _register(Asked(on=on), by, on)
    _remember(Event.LAWS_SHOWN, found, by)
    return found.lines


def _register(asked: Asked, by: Actor, today: date) -> Register:
    require(decide(by, Operation.VIEW_LAWS))
    on = asked.on or today
    counted = tuple(happened(on, asked.place))
    return Register(
        on=on,
        today=today,
        asked=asked,
        lines=register(offences(), tallied(counted), on=on, chosen=asked.chosen),
        later=later(offences(), on=on, chosen=asked.chosen),
        safeguards=tuple(_standing(asked, on)),
        happened=counted,
        waves=every_wave(),
    )


def _standing(asked: Asked, on: date) -> Iterable[LawLine]:
    """What protected victims from a charge on the day, or may have done."""
    for one in safeguards():
        if asked.place in (None, *one.jurisdictions):
            line = line_of(one, NOTHING, on)
            if line.standing is not Standing.NOT_YET:
                yield line


def _remember(event: Event, found: Register, by: Actor) -> None:
    detail = {"on": found.on.isoformat(), "narrowed": found.asked.parameters()}
    record(event, by=by, subject=("register", "laws"), detail=detail)
