"""Invented weekly returns: found, nil, not looked, and the weeks that were forgotten."""

from collections.abc import Sequence
from datetime import date
from random import Random

from pentameter.config.demo.calendar import Wave
from pentameter.config.demo.pool import Participant
from pentameter.config.demo.reference import MARK
from pentameter.config.demo.senders import SENDERS, Format
from pentameter.config.demo.shipments import Fate, Line, Shipment

_FOUND = (
    "Visits with the fire service.",
    "Visits with trading standards and a support organisation.",
    "Two addresses from the national list.",
    "A day at the coach station with outreach staff.",
    "Labour site visited with the inspectorate.",
    "Follow-up to reports of other forces.",
)
_NIL = (
    "Patrols briefed; nothing came of it.",
    "Neighbourhood teams asked; nothing found.",
    "Two addresses visited; no concern.",
    "Adverts for the area read; no visit needed.",
)
_PLANS_NIL = "Signed up, nothing specific planned. Patrols asked to look out; nothing found."
_IN_WORKBOOKS = "durham"
_CHANCES = {
    "found": {"found": 0.8, "nil": 0.18, "not_looked": 0.02},
    "nil": {"nil": 1.0},
    "not_looked": {"not_looked": 1.0},
    "gaps": {"found": 0.2, "nil": 0.3, "": 0.5},
}
_SPOILT = {
    "looked": ("perhaps", "code", "a word that is none of found, nil, not_looked"),
    "arrests": ("several", "number", "a number in words"),
}


def shipment(participant: Participant, wave: Wave, weeks: Sequence[date], rng: Random) -> Shipment:
    """An agency's returns for the weeks given, in the same kind of file as its reports."""
    pattern = participant.returns[wave.number - 1]
    lines = [line for week in weeks for line in _week(participant, pattern, week, rng)]
    sender = next((sender for sender in SENDERS if sender.agency == participant.agency), None)
    form = Format.XLSX if participant.agency == _IN_WORKBOOKS else Format.CSV
    return Shipment(
        path=f"{participant.agency}/{wave.period.start:%Y-%m-%d}-returns.{form.value}",
        agency=participant.agency,
        kind="returns",
        wave=wave.number,
        format=form,
        lines=tuple(lines),
        encoding=sender.encoding if sender else "utf-8",
        delimiter=sender.delimiter if sender else ",",
    )


def _week(participant: Participant, pattern: str, week: date, rng: Random) -> list[Line]:
    chances = _CHANCES[pattern]
    looked = rng.choices(list(chances), weights=list(chances.values()))[0]
    if not looked:
        return []
    row = {
        "agency": participant.agency,
        "week_starting": week.isoformat(),
        "looked": looked,
        **_figures(looked, rng),
        "text": f"{_words(participant, looked, rng)} {MARK}.",
    }
    if pattern != "found" or rng.random() > 0.015:
        return [Line(row)]
    field, (spoilt, code, words) = rng.choice(list(_SPOILT.items()))
    return [Line({**row, field: spoilt}, Fate.QUARANTINED, field, code, words)]


def _figures(looked: str, rng: Random) -> dict[str, str]:
    if looked == "not_looked":
        return {}
    found = looked == "found"
    return {
        "premises_visited": str(rng.randint(1, 9) if found else rng.randint(0, 3)),
        "people_found": str(rng.choice((0, 1, 1, 2, 3, 5)) if found else 0),
        "arrests": str(rng.choice((0, 0, 1, 1, 2, 4)) if found else 0),
        "hours": f"{rng.randrange(8, 240) if found else rng.randrange(1, 30)}{rng.choice(('', '.5'))}",
    }


def _words(participant: Participant, looked: str, rng: Random) -> str:
    if looked == "not_looked":
        return "Nobody was free to look this week."
    if looked == "nil" and participant.levels[1] == "signed_up_nothing_planned":
        return _PLANS_NIL
    return rng.choice(_FOUND if looked == "found" else _NIL)
