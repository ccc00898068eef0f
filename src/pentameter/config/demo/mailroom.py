"""An agency's mailroom: puts its reports into files, with the slips that happen there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from pentameter.config.demo.calendar import Wave, a_day
from pentameter.config.demo.dialects import written
from pentameter.config.demo.mistakes import Mistake, Row, spoil
from pentameter.config.demo.reports import Desk
from pentameter.config.demo.senders import Sender
from pentameter.config.demo.shipments import Fate, Line, Shipment
from pentameter.kernel.periods import Period

_SLIPS = (0, 1, 1, 2, 3)
_SMALL = 5


@dataclass(frozen=True, slots=True)
class Truth:
    """Who a person in a report really is."""

    agency: str
    report_ref: str
    column: str
    entity: str


class Mailroom:
    """Where one agency's files are made. `slips` says which mistake is made next, wherever in the country."""

    def __init__(self, sender: Sender, desk: Desk, slips: Iterator[Mistake], rng: Random) -> None:
        self._sender = sender
        self._desk = desk
        self._slips = slips
        self._rng = rng
        self._sent: dict[int, Line] = {}
        self.truth: list[Truth] = []

    def ship(self, wave: Wave, within: Period, count: int) -> Shipment:
        """A file of `count` good reports, and of what went wrong on the way."""
        lines = [Line(self._row(wave, day)) for day in self._days(within, count)]
        if self._sender.is_table and count >= _SMALL:
            lines = self._with_slips(lines, wave, within)
        return self._shipment(wave, within, lines)

    def ship_with(self, wave: Wave, within: Period, count: int, spoilt: Mapping[int, Mistake]) -> Shipment:
        """A file of `count` rows, of which those at the places given hold a mistake."""
        days = self._days(within, count)
        lines = [
            self._spoilt(wave, day, spoilt[at]) if at in spoilt else Line(self._row(wave, day))
            for at, day in enumerate(days)
        ]
        return self._shipment(wave, within, lines)

    def _days(self, within: Period, count: int) -> list[date]:
        return sorted(a_day(within, self._rng) for _ in range(count))

    def _row(self, wave: Wave, day: date) -> Row:
        report = self._desk.write(wave, day)
        self.truth += [
            Truth(self._sender.agency, report.reference, column, entity) for column, entity in report.people.items()
        ]
        return written(report.cells, self._sender, self._rng)

    def _spoilt(self, wave: Wave, day: date, mistake: Mistake) -> Line:
        row = self._row(wave, day)
        while not mistake.suits(row):
            row = self._row(wave, day)
        return Line(spoil(row, mistake), Fate.QUARANTINED, mistake.field, mistake.code, mistake.words)

    def _with_slips(self, lines: list[Line], wave: Wave, within: Period) -> list[Line]:
        """Rows with mistakes among the good ones; now and then a row twice, or a row of the file before."""
        rng = self._rng
        for _ in range(rng.choice(_SLIPS)):
            lines.insert(rng.randrange(len(lines)), self._spoilt(wave, a_day(within, rng), next(self._slips)))
        if wave.number in self._sent and rng.random() < 0.4:
            lines.insert(0, self._sent[wave.number])
        good = [line for line in lines if line.fate is Fate.ACCEPTED]
        self._sent[wave.number] = replace(rng.choice(good), fate=Fate.DUPLICATE, mistake="sent before in another file")
        if rng.random() < 0.4:
            twice = rng.randrange(len(lines))
            if lines[twice].fate is Fate.ACCEPTED:
                again = replace(lines[twice], fate=Fate.DUPLICATE, mistake="the same row twice")
                lines.insert(rng.randrange(twice + 1, len(lines) + 1), again)
        return lines

    def _shipment(self, wave: Wave, within: Period, lines: list[Line]) -> Shipment:
        sender = self._sender
        return Shipment(
            path=f"{sender.agency}/{within.start:%Y-%m-%d}-reports.{sender.ending}",
            agency=sender.agency,
            kind="reports",
            wave=wave.number,
            format=sender.format,
            lines=tuple(lines),
            encoding=sender.encoding,
            delimiter=sender.delimiter,
        )
