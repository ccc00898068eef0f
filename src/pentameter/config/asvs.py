"""The requirements of OWASP ASVS 5.0.0, and what of Pentameter shows each of them: a table that people read.

Numbers and levels are OWASP's (https://github.com/OWASP/ASVS, CC BY-SA 4.0); the words beside them are our own, short,
and stand for no requirement: read those there.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

TABLE = Path(__file__).resolve().parents[3] / "docs" / "asvs.csv"
REQUIREMENTS = {1: 70, 2: 183, 3: 92}
"""How many ASVS 5.0.0 has at each level."""
CHAPTERS = (
    *("Encoding and sanitisation", "Validation and the logic of the work", "The browser", "APIs", "Files"),
    *("Authentication", "Sessions", "Authorisation", "Self-contained tokens", "OAuth and OpenID Connect"),
    *("Cryptography", "Communication", "Configuration", "Data protection", "Code and architecture"),
    *("Logging and errors", "WebRTC"),
)


class State(StrEnum):
    """How it stands with a requirement."""

    SHOWN = "shown"
    BY_CONSTRUCTION = "by construction"
    BY_THE_OWNER = "by the owner"
    NOT_APPLICABLE = "not applicable"
    FALLS_SHORT = "falls short"
    NOT_CLAIMED = "not claimed"


WORDS = {
    State.SHOWN: "a test, or a document where a document is asked for, shows it",
    State.BY_CONSTRUCTION: "what it is built from sees to it; the reason is given, and no test of ours shows it",
    State.BY_THE_OWNER: "the owner of an installation does it; the guide says how",
    State.NOT_APPLICABLE: "there is nothing that it is about",
    State.FALLS_SHORT: "it is not met, or not wholly; what is missing is said",
    State.NOT_CLAIMED: "of level 3, and not claimed",
}


@dataclass(frozen=True, slots=True)
class Requirement:
    """One line of the table. `shown`: tests as `path::name`, and documents."""

    number: tuple[int, int, int]
    level: int
    what: str
    state: State
    shown: tuple[str, ...]
    reason: str

    @property
    def name(self) -> str:
        """As OWASP calls it."""
        return "V" + ".".join(map(str, self.number))


def read(path: Path = TABLE) -> tuple[Requirement, ...]:
    """The table, in its order."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_requirement(row) for row in csv.DictReader(file))


def _requirement(row: dict[str, str]) -> Requirement:
    chapter, section, number = (int(part) for part in row["requirement"].split("."))
    level, state = int(row["level"]), State(row["state"])
    return Requirement(
        (chapter, section, number), level, row["what"], state, tuple(row["shown"].split()), row["reason"]
    )


def page(table: Sequence[Requirement]) -> str:
    """The table for people, with how many stand how."""
    return (
        "# OWASP ASVS 5.0.0\n\n"
        "Numbers and levels are those of [ASVS 5.0.0](https://github.com/OWASP/ASVS) (OWASP, CC BY-SA 4.0); the words "
        "are our own and only say which requirement is meant. Levels 1 and 2 are gone through whole, level 3 where it "
        "is claimed. Nobody from outside has verified this table, and no penetration test was made.\n\n"
        + "".join(f"- **{state.value}**: {WORDS[state]}\n" for state in State)
        + "\n| | level 1 | level 2 | level 3 |\n| --- | --- | --- | --- |\n"
        + "".join(_counted(table))
        + "".join(_chapter(number, table) for number in range(1, len(CHAPTERS) + 1))
    )


def _counted(table: Sequence[Requirement]) -> Iterator[str]:
    counts = Counter((one.state, one.level) for one in table)
    for state in State:
        yield _row(state.value, *(str(counts[state, level]) for level in REQUIREMENTS))
    yield _row("all", *(str(sum(counts[state, level] for state in State)) for level in REQUIREMENTS))


def _chapter(number: int, table: Sequence[Requirement]) -> str:
    rows = "".join(
        _row(one.name, str(one.level), one.what, one.state.value, "<br>".join(_evidence(one)))
        for one in table
        if one.number[0] == number
    )
    heading = "| number | level | what | state | shown by, or why not |\n| --- | --- | --- | --- | --- |\n"
    return f"\n## V{number} {CHAPTERS[number - 1]}\n\n{heading}{rows}"


def _evidence(one: Requirement) -> Iterator[str]:
    yield from (f"`{place}`" for place in one.shown)
    if one.reason:
        yield one.reason


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |\n"
