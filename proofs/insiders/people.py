"""The people of the month: who works where, when, how busily, under which name, and in which street they live.

What is assumed of them is written down here and in `work.py`, and comes from how such places work; the thresholds of
the watch are not looked at. Hard cases are meant to be there: permanent nights, busy analysts, common surnames, people
who stand in for a colleague or a whole team, officers who live where most raids are.
"""

from bisect import bisect
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random

from pentameter.kernel.actor import Role

SURNAMES = 60_000
STREETS = 20_000
"""Postcodes of a force's area."""
BUSY_STREETS = 200
"""Postcodes in the middle of a town, where a third of what is reported happens."""

ROLES = (
    (Role.FORCE_OFFICER, 0.54),
    (Role.FORCE_SUPERVISOR, 0.08),
    (Role.NATIONAL_ANALYST, 0.12),
    (Role.CASEWORKER, 0.16),
    (Role.DUTY_DESK, 0.02),
    (Role.REMOVALS_OFFICER, 0.06),
    (Role.DECISION_MAKER, 0.02),
)
SHIFTS = (("days", 0.62), ("late", 0.10), ("rota", 0.23), ("nights", 0.05))


@dataclass(slots=True)
class Person:
    """Somebody who works. `pace`: how busy they are, 1 on the average; `covers`: how often they stand in."""

    id: str
    role: Role
    agency: str
    shift: str
    start: float
    pace: float
    covers: float
    typist: bool
    surname: int
    district: int
    street: int
    rota: int
    cases: list[int] = field(default_factory=list)


class Names:
    """Surnames by how common they are: the first is borne by about one in ninety, most by one in many thousands."""

    def __init__(self) -> None:
        self._sums = list(accumulate((place + 13) ** -1.05 for place in range(SURNAMES)))

    def one(self, rng: Random) -> int:
        """A surname, as likely as it is common."""
        return bisect(self._sums, rng.random() * self._sums[-1])


def people(number: int, rng: Random, names: Names) -> list[Person]:
    """So many people."""
    return [_person(place, rng, names, districts(number), supports(number)) for place in range(number)]


def districts(number: int) -> int:
    """How many forces so many people work in: 45, or fewer where a force would be but a few."""
    return max(1, min(45, number // 60))


def supports(number: int) -> int:
    """How many organisations support people."""
    return max(1, min(25, number // 100))


def _person(place: int, rng: Random, names: Names, forces: int, organisations: int) -> Person:
    role = _drawn(ROLES, rng)
    district = rng.randrange(forces)
    shift = _drawn(SHIFTS, rng) if role is not Role.DUTY_DESK else "rota"
    busy_street = rng.random() < 0.01
    return Person(
        id=f"p{place}",
        role=role,
        agency=_agency(role, district, organisations),
        shift=shift,
        start={"days": 8.0, "late": 14.0, "rota": 6.0, "nights": 22.0}[shift] + rng.uniform(-1, 1),
        pace=rng.lognormvariate(-0.1, 0.45),
        covers=rng.choices((0.02, 0.15, 0.6), (0.6, 0.3, 0.1))[0],
        typist=rng.random() < 0.1,
        surname=names.one(rng),
        district=district if rng.random() < 0.7 else rng.randrange(forces),
        street=rng.randrange(BUSY_STREETS if busy_street else STREETS),
        rota=rng.randrange(10),
    )


def _agency(role: Role, district: int, organisations: int) -> str:
    if role in (Role.FORCE_OFFICER, Role.FORCE_SUPERVISOR):
        return f"force-{district}"
    if role is Role.CASEWORKER:
        return f"support-{district % organisations}"
    return {
        Role.NATIONAL_ANALYST: "centre",
        Role.DUTY_DESK: "centre",
        Role.REMOVALS_OFFICER: "immigration",
        Role.DECISION_MAKER: "authority",
    }[role]


def _drawn(choices: tuple[tuple[object, float], ...], rng: Random) -> object:
    return rng.choices([one for one, _ in choices], [weight for _, weight in choices])[0]
