"""Referrals: Table 2 by quarter and age, Tables 11 to 14 by the kind of first responder."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from pentameter.intelligence.intake.normalise import countries
from pentameter.kernel.actor import AgencySector
from pentameter.picture.assessment.evidence import CASES, Evidence
from pentameter.picture.assessment.national.grids import columns, grid, listed
from pentameter.picture.assessment.rules.content import Cell, Column, Kind, Missing, Table
from pentameter.picture.rules.withholding import FEWEST
from pentameter.victims.api import NOT_KNOWN, NOT_OPENED, Age, ReferralGroup

AGES = tuple(age.words.capitalize() for age in Age)
AGE_NOTE = (
    "Age is what was known of her when her case was last written, not her age at exploitation, which is not held. "
    "“May be under 18” is a group of its own: it is neither adult nor unknown."
)
LOCATION_NOTE = "Where the exploitation took place (overseas, in the United Kingdom, or both) is not held."
EXPLOITATION_NOTE = "The kind of exploitation is not held with a case."
OTHERS = "others, put together"
_POLICE = frozenset({AgencySector.POLICE})
_SUPPORT = frozenset({AgencySector.SUPPORT})
_GOVERNMENT = frozenset(AgencySector) - _POLICE - _SUPPORT


def table_2(evidence: Evidence) -> Table:
    """Referrals by quarter and age."""
    counts: Counter[tuple[str, str]] = Counter()
    for group, people in evidence.referrals.groups.items():
        counts[group.quarter, group.age.words.capitalize()] += people
    return Table(
        key="national-2",
        title="Table 2: referrals by quarter and age",
        columns=columns("Quarter", AGES),
        rows=grid(counts, AGES),
        source=CASES,
        as_of=evidence.as_of,
        notes=(AGE_NOTE, LOCATION_NOTE),
    )


def by_responder(number: int, title: str, sectors: frozenset[AgencySector], evidence: Evidence) -> Table:
    """Referrals of one kind of first responder: by agency, exploitation, age, gender and nationality."""
    groups = {
        group: people for group, people in evidence.referrals.groups.items() if _sector(group, evidence) in sectors
    }
    counts = _put_together(groups, evidence)
    return Table(
        key=f"national-{number}",
        title=f"Table {number}: {title}",
        columns=(
            *map(Column, ("First responder", "Exploitation", "Age", "Sex", "Nationality")),
            Column("Referrals", Kind.COUNT),
        ),
        rows=listed(counts),
        source=CASES,
        as_of=evidence.as_of,
        notes=(EXPLOITATION_NOTE, AGE_NOTE),
        names=5,
        long=True,
    )


def table_14(evidence: Evidence) -> Table:
    """Referrals of local authorities: none is an agency here."""
    return Table(
        key="national-14",
        title="Table 14: referrals, local authorities as first responder",
        columns=(Column("First responder"), Column("Referrals", Kind.COUNT)),
        rows=(("Local authorities", Missing.NOT_HELD),),
        source=CASES,
        as_of=evidence.as_of,
        notes=("Local authorities are no agencies of this system. What they refer is not held here.",),
    )


def _sector(group: ReferralGroup, evidence: Evidence) -> AgencySector | None:
    card = evidence.agencies.get(group.agency)
    return card.sector if card else None


def _put_together(groups: dict[ReferralGroup, int], evidence: Evidence) -> dict[tuple[Cell, ...], int]:
    """The groups by responder, all quarters together; those of few people as one row that does not say who they are."""
    counts: Counter[tuple[Cell, ...]] = Counter()
    for group, people in groups.items():
        counts[_names(group, evidence)] += people
    made: Counter[tuple[Cell, ...]] = Counter()
    for names, people in sorted(counts.items(), key=lambda one: tuple(map(str, one[0]))):
        made[names if people >= FEWEST else (names[0], Missing.NOT_HELD, OTHERS, OTHERS, OTHERS)] += people
    return made


def _names(group: ReferralGroup, evidence: Evidence) -> tuple[Cell, ...]:
    agency = evidence.agency(group.agency)
    return agency, Missing.NOT_HELD, group.age.words.capitalize(), group.sex, nation(group.nationality)


def nation(code: str) -> str:
    """A nationality in words."""
    return code if code in (NOT_KNOWN, NOT_OPENED) else countries.name(code)


BY_RESPONDER: tuple[Callable[[Evidence], Table], ...] = (
    partial(by_responder, 11, "referrals, government agencies as first responder", _GOVERNMENT),
    partial(by_responder, 12, "referrals, support organisations as first responder", _SUPPORT),
    partial(by_responder, 13, "referrals, police forces as first responder", _POLICE),
    table_14,
)
"""Tables 11 to 14. The first responder is the agency that opened the case."""
