"""The demo operation as a whole: who sends which files in which wave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle

from pentameter.config.demo import pool, returns
from pentameter.config.demo.calendar import WEEK, Wave, waves
from pentameter.config.demo.chance import chance
from pentameter.config.demo.mailroom import Mailroom, Truth
from pentameter.config.demo.mistakes import MISTAKES, Mistake
from pentameter.config.demo.networks import Inventor
from pentameter.config.demo.reports import Desk
from pentameter.config.demo.senders import SENDERS, Sender
from pentameter.config.demo.shipments import Fate, Line, Shipment
from pentameter.kernel.periods import Period

_SHARE = (0.55, 0.45)
_REPORTS_A_NETWORK = 22
_FEWEST_NETWORKS = 8
_WORTH_SENDING = 5
_NIL_BY_HAND = "north-yorkshire"
_WEEK_BY_HAND = "durham"
_WEEK_ROWS = 40
_WEEK_MISTAKES = {7: "handling_code", 15: "person1_dob", 31: "source_grade"}
"""By place in the week's file; in the sender's program the rows are two further on: 9, 17 and 33."""


@dataclass(frozen=True, slots=True)
class DemoOperation:
    """Everything that is written down."""

    waves: tuple[Wave, Wave]
    shipments: tuple[Shipment, ...]
    journeys: tuple[Shipment, ...]
    truth: tuple[Truth, ...]


def operation(*, reports: int, seed: int, today: date) -> DemoOperation:
    """The demo operation with that many good reports, as it stands today."""
    both = waves(today)
    inventor = Inventor(chance(seed, "inventor"), today=today, senders=SENDERS)
    networks = tuple(inventor.network() for _ in range(max(_FEWEST_NETWORKS, reports // _REPORTS_A_NETWORK)))
    slips = cycle(MISTAKES)
    shipments: list[Shipment] = []
    journeys: list[Shipment] = []
    truth: list[Truth] = []
    for sender, counts in zip(SENDERS, _counts(reports), strict=True):
        rng = chance(seed, sender.agency)
        room = Mailroom(sender, Desk(sender, inventor, networks, rng), slips, rng)
        shipments += _parts(sender, room, both, counts)
        if sender.agency == _WEEK_BY_HAND:
            journeys.append(_week_by_hand(room, both[1]))
        truth += room.truth
    shipments += _returns(both, seed)
    journeys.append(_nil_by_hand(both[1], seed))
    return DemoOperation(both, tuple(_sorted(_with_one_again(shipments))), tuple(journeys), tuple(truth))


def _counts(reports: int) -> list[tuple[int, int]]:
    """How many good reports each sender has in each wave; together exactly as many as asked for."""
    total = sum(sender.weight for sender in SENDERS)
    exact = [reports * share * sender.weight / total for sender in SENDERS for share in _SHARE]
    counts = [int(number) for number in exact]
    by_rest = sorted(range(len(exact)), key=lambda at: counts[at] - exact[at])
    for at in by_rest[: reports - sum(counts)]:
        counts[at] += 1
    return list(zip(counts[::2], counts[1::2], strict=True))


def _parts(sender: Sender, room: Mailroom, both: Sequence[Wave], counts: tuple[int, int]) -> Iterator[Shipment]:
    for wave, of, count in zip(both, sender.files, counts, strict=True):
        shown = replace(wave, last=_last_week(wave) - date.resolution) if _by_hand(sender, wave) else wave
        for number in range(of):
            share = count * (number + 1) // of - count * number // of
            if share:
                yield room.ship(wave, shown.part(of, number), share)


def _by_hand(sender: Sender, wave: Wave) -> bool:
    return sender.agency == _WEEK_BY_HAND and wave.number == 2


def _last_week(wave: Wave) -> date:
    """The Monday of the last week that is over."""
    return wave.weeks()[-1]


def _week_by_hand(room: Mailroom, wave: Wave) -> Shipment:
    """The week's file that an officer drops on the page: forty rows, three of them wrong."""
    monday = _last_week(wave)
    by_field = {mistake.field: mistake for mistake in MISTAKES}
    spoilt: dict[int, Mistake] = {at: by_field[field] for at, field in _WEEK_MISTAKES.items()}
    week = room.ship_with(wave, Period(monday, monday + WEEK - date.resolution), _WEEK_ROWS, spoilt)
    return replace(week, path="journeys/durham-week.xlsx")


def _returns(both: Sequence[Wave], seed: int) -> Iterator[Shipment]:
    for participant in pool.participants():
        for wave in both:
            rng = chance(seed, participant.agency, "returns", wave.number)
            weeks = wave.weeks()
            if participant.agency == _NIL_BY_HAND and wave.number == 2:
                weeks = weeks[:-1]
            if participant.returns[wave.number - 1]:
                made = returns.shipment(participant, wave, weeks, rng)
                if made.lines:
                    yield made


def _nil_by_hand(wave: Wave, seed: int) -> Shipment:
    """The nil return that is filed after the others."""
    participant = next(one for one in pool.participants() if one.agency == _NIL_BY_HAND)
    made = returns.shipment(participant, wave, [_last_week(wave)], chance(seed, "nil"))
    return replace(made, path="journeys/north-yorkshire-nil.csv")


def _with_one_again(shipments: list[Shipment]) -> list[Shipment]:
    """One faultless file of the second wave is sent a second time, under another name."""
    for one in shipments:
        if one.kind == "reports" and one.wave == 2 and one.count(Fate.ACCEPTED) == len(one.lines) >= _WORTH_SENDING:
            lines = tuple(Line(line.cells, Fate.DUPLICATE, mistake="sent before") for line in one.lines)
            path = one.path.replace("-reports.", "-reports_again.")
            return [*shipments, replace(one, path=path, lines=lines, repeats=one.path)]
    return shipments


def _sorted(shipments: list[Shipment]) -> list[Shipment]:
    """In the order in which they are taken in."""
    return sorted(shipments, key=lambda one: one.path)
