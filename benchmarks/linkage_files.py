"""Files for the linkage benchmark, made from the labelled set with a seed: spoilt copies, and a million mentions.

The spoilt copies are harder: more is missing, names come through other transliterations and scripts, more phones are
shared. In the million, each copy's people are others: family names are exchanged within a nationality, and every
identifier, date and place is drawn anew for each person. Nothing of these files is kept.
"""

import random
import string
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet

from pentameter.kernel.names import tables

Row = dict[str, Any]
WORKING_NAMES = ("ruby", "roxy", "lucy", "coco", "tina", "sasha", "jasmine", "angel", "bella", "candy", "lola", "nikki")
SPELLINGS = (
    *(("sh", "s"), ("ch", "c"), ("zh", "z"), ("x", "ks"), ("c", "k"), ("y", "i"), ("j", "y"), ("w", "v"), ("ph", "f")),
    *(("q", "k"), ("ou", "u"), ("u", "ou"), ("kh", "h"), ("gj", "dj"), ("xh", "j"), ("th", "t"), ("dh", "d")),
)
CYRILLIC = dict(zip("abvgdeziklmnoprstufhcy", "абвгдезиклмнопрстуфхцы", strict=True))


def rows_of(path: Path) -> list[Row]:
    """The rows of a Parquet file."""
    found: list[Row] = pyarrow.parquet.read_table(path).to_pylist()
    return found


def write(rows: Iterable[Row], path: Path) -> Path:
    """Rows as a Parquet file."""
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows)), path)
    return path


class Spoiler:
    """Faults of clerks, drawn with a seed; `level` times as many as usual."""

    def __init__(self, rows: list[Row], seed: int, level: float) -> None:
        self.chance = random.Random(seed)
        self.level = level
        self.phones = [f"+447700{self.chance.randrange(10**6):06d}" for _ in range(len(rows) // 400 + 1)]
        self.towns = sorted({row["city"] for row in rows if row["city"]})
        self.nations = sorted({row["nationality"] for row in rows if row["nationality"]})

    def happens(self, often: float) -> bool:
        """Whether a fault is made that is made so often."""
        return self.chance.random() < often * self.level

    def spoilt(self, row: Row) -> Row:
        """The row with faults."""
        given, family = self._name(row["given_name"] or "", row["surname"] or "")
        row = row | {"given_name": given or None, "surname": family or None, "dob": self._date(row["dob"])}
        for column, often in (
            ("phone", 0.2),
            ("doc_no", 0.3),
            ("postcode", 0.25),
            ("city", 0.1),
            ("nationality", 0.15),
        ):
            if self.happens(often):
                row[column] = None
        if self.happens(0.08):
            row["phone"] = self.chance.choice(self.phones)
        if row["phone"] and row["phone"].startswith("+44") and self.happens(0.3):
            row["phone"] = f"0{row['phone'][3:7]} {row['phone'][7:]}"
        if row["city"] and self.happens(0.05):
            row |= {"city": self.chance.choice(self.towns), "postcode": None}
        if row["nationality"] and self.happens(0.01):
            row["nationality"] = self.chance.choice(self.nations)
        if row["sex"]:
            row["sex"] = None if self.happens(0.08) else "fm"[row["sex"] == "f"] if self.happens(0.005) else row["sex"]
        return row

    def _name(self, given: str, family: str) -> tuple[str, str]:
        if self.happens(0.15):
            given = " ".join(self._respelt(word) for word in given.split())
        if self.happens(0.15):
            family = self._respelt(family)
        if self.happens(0.06):
            given = self._mistyped(given)
        if self.happens(0.06):
            family = self._mistyped(family)
        if self.happens(0.04) and (forms := self._forms(given.split()[0] if given.split() else "")):
            given = self.chance.choice(forms)
        if self.happens(0.02):
            given, family = self.chance.choice(WORKING_NAMES), ""
        if family and self.happens(0.06):
            given, family = family, given
        if self.happens(0.02):
            family = ""
        if self.happens(0.03):
            given, family = ("".join(CYRILLIC.get(letter, letter) for letter in part) for part in (given, family))
        return given, family

    def _respelt(self, word: str) -> str:
        able = [(was, becomes) for was, becomes in SPELLINGS if was in word]
        return word.replace(*self.chance.choice(able), 1) if able else word

    def _mistyped(self, word: str) -> str:
        if len(word) < 3:
            return word
        at, letter = self.chance.randrange(len(word) - 1), self.chance.choice(string.ascii_lowercase)
        return self.chance.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
            )
        )

    def _forms(self, word: str) -> list[str]:
        groups = tables.groups().get(word)
        return sorted(form for form, others in tables.groups().items() if groups and groups & others)

    def _date(self, text: str | None) -> str | None:
        if not text or self.happens(0.2):
            return None
        if self.happens(0.08):
            return f"{text[:4]}-01-01"
        if self.happens(0.02) and int(text[8:]) <= 12:
            return f"{text[:5]}{text[8:]}-{text[5:7]}"
        if self.happens(0.03):
            return f"{int(text[:4]) + self.chance.choice((-2, -1, 1, 2)):04d}{text[4:]}"
        return text


def spoilt(rows: list[Row], seed: int, level: float = 1.0) -> Iterator[Row]:
    """A harder copy."""
    spoiler = Spoiler(rows, seed, level)
    return (spoiler.spoilt(row) for row in rows)


def copies(rows: list[Row], times: int, seed: int) -> Iterator[Row]:
    """The rows, and `times - 1` copies in which everybody is somebody else."""
    chance = random.Random(seed)
    yield from rows
    people: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        people[row["entity_id"]].append(row)
    towns = sorted({row["city"] for row in rows if row["city"]})
    families = _families(people)
    for copy in range(1, times):
        for person, mentions in people.items():
            nation = next((row["nationality"] for row in mentions if row["nationality"]), "")
            yield from _other(mentions, f"{person}_{copy}", chance.choice(families[nation]), towns, chance)


def _families(people: dict[str, list[Row]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(lambda: ["doe"])
    for mentions in people.values():
        nation = next((row["nationality"] for row in mentions if row["nationality"]), "")
        found[nation].append(_usual(mentions) or "doe")
    return found


def _usual(mentions: list[Row]) -> str:
    counted = Counter(row["surname"] for row in mentions if row["surname"])
    return max(counted, key=lambda name: (counted[name], name), default="")


def _other(mentions: list[Row], person: str, family: str, towns: list[str], chance: random.Random) -> Iterator[Row]:
    usual = _usual(mentions)
    years, days = chance.randrange(1, 50), chance.randrange(1, 28)
    moved = {town: chance.choice(towns) for town in dict.fromkeys(row["city"] for row in mentions) if town}
    numbers: dict[str, str] = {}
    for number, row in enumerate(mentions):
        other = row | {"unique_id": f"{person}.{number}", "entity_id": person}
        if row["surname"] == usual:
            other["surname"] = family
        if row["dob"]:
            other["dob"] = _moved(row["dob"], years, days)
        if row["city"]:
            other["city"] = moved[row["city"]]
        for column in ("phone", "doc_no", "postcode"):
            if row[column]:
                other[column] = numbers.setdefault(row[column], _redrawn(row[column], chance))
        yield other


def _moved(text: str, years: int, days: int) -> str:
    year = 1950 + (int(text[:4]) - 1950 + years) % 60
    if text.endswith("-01-01"):
        return f"{year}-01-01"
    month = (int(text[5:7]) + days) % 12 + 1
    return f"{year}-{month:02d}-{(int(text[8:]) + days) % 28 + 1:02d}"


def _redrawn(text: str, chance: random.Random) -> str:
    return text[:3] + "".join(chance.choice(string.digits) if sign.isdigit() else sign for sign in text[3:])
