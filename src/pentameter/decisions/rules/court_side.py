"""What is done for her at court, and what she is told: kept beside her case, and never in the investigation.

Sources: CETS 197 arts. 12, 15, 28 and 30 (information, compensation, protection of witnesses, court proceedings);
Youth Justice and Criminal Evidence Act 1999 Part II (special measures; to confirm for each jurisdiction); Sexual
Offences (Amendment) Act 1992 as extended in 2015 (anonymity for life).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pentameter.decisions.rules.wording import plain
from pentameter.kernel.verdict import ALLOWED, Verdict, refused


class Side(StrEnum):
    """What is recorded."""

    TOLD = "told"
    WITNESS_SUPPORT = "witness_support"
    SPECIAL_MEASURES = "special_measures"
    ANONYMITY = "anonymity"
    COMPENSATION = "compensation"

    @property
    def words(self) -> str:
        """As people say it."""
        return _WORDS[self]


_WORDS = {
    Side.TOLD: "She was told",
    Side.WITNESS_SUPPORT: "Support as a witness",
    Side.SPECIAL_MEASURES: "Special measures",
    Side.ANONYMITY: "Anonymity order",
    Side.COMPENSATION: "Compensation",
}


class Progress(StrEnum):
    """How far it has come."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    ENDED = "ended"

    @property
    def words(self) -> str:
        """As people say it."""
        return _PROGRESS[self]


_PROGRESS = {
    Progress.ASKED: "asked for",
    Progress.GIVEN: "given",
    Progress.REFUSED: "refused",
    Progress.ENDED: "ended",
}
OWED = frozenset({Side.TOLD, Side.ANONYMITY})
"""Owed to her whatever she agreed to. Everything else tells the police of her, and lives on her consent to that."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it is to be recorded."""

    side: Side
    progress: Progress
    on: date
    words: str


def may_enter(entry: Entry, *, consent: Verdict, opened_on: date, today: date) -> Verdict:
    """Whether it may be recorded. `consent`: hers to share with the force that leads; `opened_on`: her case's day."""
    if entry.on > today:
        return refused("Day: it has not come yet. Record it on its day or later.")
    if entry.on < opened_on:
        return refused("Day: it lies before she was found. Check the day.")
    if entry.side is Side.TOLD and entry.progress is not Progress.GIVEN:
        return refused("How far: she was told, or she was not. Choose “given”.")
    if len(plain(entry.words).split()) < _FEWEST:
        return refused("What: say in a few words what she was told, or what it is.")
    if entry.side not in OWED and not consent.allowed:
        return refused(f"What is recorded: it lives on her consent to share with the police. {consent.reason}")
    return ALLOWED


_FEWEST = 3
