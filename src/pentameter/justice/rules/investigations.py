"""Who takes part in an investigation, and as what."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from pentameter.justice.rules.recording import may_be_on
from pentameter.justice.rules.stages import ENDED, Stage
from pentameter.justice.rules.wording import plain
from pentameter.kernel.actor import AgencySector, Jurisdiction
from pentameter.kernel.verdict import ALLOWED, Verdict, refused

PLACES = (
    Jurisdiction.ENGLAND_WALES,
    Jurisdiction.SCOTLAND,
    Jurisdiction.NORTHERN_IRELAND,
    Jurisdiction.IRELAND,
)
"""Whose courts can hear a case."""


OVER = ENDED | {Stage.NO_ACTION}
"""Nothing more has to follow for a suspect who stands like this."""


class Part(StrEnum):
    """As what an agency takes part."""

    LEAD = "lead"
    WITH = "with"
    PROSECUTION = "prosecution"

    @property
    def words(self) -> str:
        """As people say it."""
        return _PARTS[self]


_PARTS = {Part.LEAD: "leads", Part.WITH: "takes part", Part.PROSECUTION: "it was sent to them"}
_WITH = frozenset(
    {AgencySector.POLICE, AgencySector.LAW_ENFORCEMENT, AgencySector.LABOUR_INSPECTORATE, AgencySector.NATIONAL_CENTRE}
)


def part_of(sector: AgencySector) -> Part | None:
    """As what an agency of a sector can be added; None: not at all."""
    if sector is AgencySector.PROSECUTION:
        return Part.PROSECUTION
    return Part.WITH if sector in _WITH else None


def may_take_part(sector: AgencySector, *, already: bool) -> Verdict:
    """Whether an agency may be added."""
    if already:
        return refused("Agency: it takes part already.")
    if part_of(sector) is None:
        return refused(f"Agency: {_a(sector)} does not take part in investigations. Choose a force or prosecutors.")
    return ALLOWED


def may_open(name: str, opened_on: date | None, place: Jurisdiction, *, today: date) -> Verdict:
    """Whether an investigation can be opened like this."""
    if not plain(name):
        return refused("Name: enter the name that it goes by.")
    if place not in PLACES:
        return refused("Jurisdiction: choose the one whose courts will hear it.")
    return may_be_on(opened_on, today=today)


def may_close(stages: Iterable[Stage], on: date | None, *, opened_on: date, today: date) -> Verdict:
    """Whether an investigation can have been closed on a day: nothing is open for any suspect any more."""
    found = may_be_on(on, today=today)
    if not found.allowed:
        return found
    if on is not None and on < opened_on:
        return refused(f"Day: it began on {opened_on:%-d %B %Y}. Check the day.")
    if waits := sum(one not in OVER for one in stages):
        suspects = "one suspect" if waits == 1 else f"{waits} suspects"
        return refused(f"Something still has to follow for {suspects}. Record how it ended for each first.")
    return ALLOWED


def _a(sector: AgencySector) -> str:
    return f"{'an' if sector.label[0] in 'aeiou' else 'a'} agency of {sector.label}"
