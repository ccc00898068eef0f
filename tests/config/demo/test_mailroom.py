from datetime import date
from itertools import cycle

from pentameter.config.demo.calendar import waves
from pentameter.config.demo.chance import chance
from pentameter.config.demo.mailroom import Mailroom
from pentameter.config.demo.mistakes import MISTAKES
from pentameter.config.demo.networks import Inventor
from pentameter.config.demo.reports import Desk
from pentameter.config.demo.senders import SENDERS
from pentameter.config.demo.shipments import Fate
from pentameter.kernel.periods import Period

TODAY = date(2026, 10, 5)
WAVE = waves(TODAY)[1]
WITHIN = Period(WAVE.period.start, WAVE.last)


def _room(agency: str) -> Mailroom:
    rng = chance(5)
    sender = next(one for one in SENDERS if one.agency == agency)
    inventor = Inventor(rng, today=TODAY, senders=SENDERS)
    desk = Desk(sender, inventor, tuple(inventor.network() for _ in range(20)), rng)
    return Mailroom(sender, desk, cycle(MISTAKES), rng)


def test_as_many_good_rows_as_asked_for() -> None:
    room = _room("cleveland")
    for count in (1, 4, 5, 30):
        for _ in range(5):
            assert room.ship(WAVE, WITHIN, count).count(Fate.ACCEPTED) == count


def test_a_row_sent_twice_stood_before() -> None:
    room = _room("kent")
    before: list[object] = []
    repeated = 0
    for _ in range(20):
        for line in room.ship(WAVE, WITHIN, 20).lines:
            if line.fate is Fate.DUPLICATE:
                assert line.cells in before
                repeated += 1
            elif line.fate is Fate.ACCEPTED:
                assert line.cells not in before
                before.append(line.cells)
    assert repeated > 5


def test_mistakes_can_be_put_where_they_are_wanted() -> None:
    shipment = _room("durham").ship_with(WAVE, WITHIN, 40, {7: MISTAKES[2], 15: MISTAKES[0], 31: MISTAKES[1]})
    wrong = [(number, line.field) for number, line in shipment.numbered() if line.fate is Fate.QUARANTINED]
    assert wrong == [(9, "handling_code"), (17, "person1_dob"), (33, "source_grade")]
    assert len(shipment.lines) == 40


def test_support_organisations_make_no_slips() -> None:
    room = _room("northern-support")
    for _ in range(10):
        assert room.ship(WAVE, WITHIN, 20).count(Fate.ACCEPTED) == 20
    assert len(room.truth) >= 200
