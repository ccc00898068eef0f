"""The demo's removal list: five hundred names due for removal, seven of them people of the demo operation's cases.

None of the seven stands there as in her case: the order, the spelling, the letters or the date of birth differ. The
other lines are strangers, drawn from the same countries, whose names are none of the cases'.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date

from pentameter.config.demo.cases import CASES, LISTED
from pentameter.config.demo.chance import chance
from pentameter.config.demo.mishaps import Told, told
from pentameter.config.demo.people import unmarked
from pentameter.config.demo.reference import MARK
from pentameter.config.demo.removal_lists import a_person, columns

PATH = "journeys/removal-list-500.csv"
LINES = 500


def csv_bytes(seed: int, today: date) -> bytes:
    """The list as CSV. The same arguments give the same bytes."""
    stream = io.StringIO(newline="")
    found = [columns(f"R{number:03d}", line) | {"note": MARK} for number, line in enumerate(_lines(seed, today), 1)]
    writer = csv.DictWriter(stream, list(found[0]), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(found)
    return stream.getvalue().encode()


def _lines(seed: int, today: date) -> list[Told]:
    """Everybody on the list, in no order."""
    rng = chance(seed, "removal day")
    lines = [*_listed(), *_strangers(seed, today, LINES - len(LISTED))]
    rng.shuffle(lines)
    return lines


def _listed() -> Iterator[Told]:
    for case in LISTED:
        if case.listed:
            given, surname, born = case.listed
            day = date.fromisoformat(born)
            yield Told(given, surname, day.year, day.month, day.day, case.sex, case.nationality, "")


def _strangers(seed: int, today: date, count: int) -> Iterator[Told]:
    """People who are nobody's case, nor bear a name of one."""
    rng = chance(seed, "removal day", "strangers")
    taken = {_plain(name) for case in CASES for name in (case.surname, *_listed_names(case.listed))}
    serial = made = 0
    while made < count:
        serial += 1
        person = a_person(serial, rng, today)
        if not taken.intersection(_plain(one) for one in person.family.spellings):
            made += 1
            yield told(person, document=rng.random() < 0.4)


def _listed_names(listed: tuple[str, str, str] | None) -> tuple[str, ...]:
    return listed[:2] if listed else ()


def _plain(name: str) -> str:
    return unmarked(name).casefold()
