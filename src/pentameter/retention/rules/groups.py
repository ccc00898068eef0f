"""Review groups with their periods, what belongs to which, and the reasons that can be given: read from data.

Source: management of police information (authorised professional practice, College of Policing; six years as the
normal minimum: House of Commons, written answers, 19 June 2006). Which period belongs to which group is to confirm.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"


class Kind(StrEnum):
    """What is kept, as far as retention tells it apart."""

    CASE = "case"
    REPORT = "report"
    INVESTIGATION = "investigation"
    MATTER = "matter"
    REMOVAL_LIST = "removal_list"
    QUARANTINE = "quarantine"
    TIP_OFF = "tip_off"
    COMMENT = "comment"


class Outcome(StrEnum):
    """What a review ends with."""

    RETAIN = "retain"
    DISPOSE = "dispose"


@dataclass(frozen=True, slots=True)
class Group:
    """A review group. Periods in whole years: to the first review, and from each review to the next."""

    number: int
    label: str
    what: str
    first_years: int
    then_years: int
    longest: str
    source: str
    to_confirm: bool


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind of record: its group, from which day its period counts, and whether it is reviewed here."""

    kind: Kind
    label: str
    group: int
    counted_from: str
    reviewed_here: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason that can be given for an outcome."""

    outcome: Outcome
    code: str
    words: str


@cache
def groups() -> dict[int, Group]:
    """The groups by number."""
    return {one.number: one for one in map(_group, _rows("groups"))}


@cache
def kinds() -> dict[Kind, KindLine]:
    """Every kind of record."""
    return {one.kind: one for one in map(_kind, _rows("kinds"))}


@cache
def reasons() -> tuple[Reason, ...]:
    """Every reason, in the order in which they are offered."""
    return tuple(Reason(Outcome(row["outcome"]), row["code"], row["words"]) for row in _rows("reasons"))


def reason_words(outcome: str, code: str) -> str:
    """A reason in words; the code itself where it is no longer offered."""
    return next((one.words for one in reasons() if (one.outcome, one.code) == (outcome, code)), code)


def group_of(kind: Kind, *, known: bool = True) -> Group:
    """The group of a record. `known` False: what it is about is not known, so it is kept as the longest are."""
    return groups()[kinds()[kind].group if known else 1]


def due_on(group: Group, since: date | None, retained_until: date | None = None) -> date | None:
    """The day on which a record is to be reviewed. None: no day is known, so it is retained and never due.

    Args:
        since: the day from which its period counts.
        retained_until: what the last review said.
    """
    first = years_after(since, group.first_years) if since else None
    return max((one for one in (first, retained_until) if one), default=None) if first else None


def years_after(day: date, years: int) -> date:
    """The same day some years later; 29 February becomes 1 March, so that no period is cut short."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def years_before(day: date, years: int) -> date:
    """The latest day from which so many years have passed on `day`."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


def _group(row: dict[str, str]) -> Group:
    return Group(
        number=int(row["group"]),
        label=row["label"],
        what=row["what"],
        first_years=int(row["first_review_years"]),
        then_years=int(row["then_every_years"]),
        longest=row["longest"],
        source=row["source"],
        to_confirm=row["to_confirm"] == "yes",
    )


def _kind(row: dict[str, str]) -> KindLine:
    here = row["reviewed_here"] == "yes"
    return KindLine(Kind(row["kind"]), row["label"], int(row["group"]), row["counted_from"], here, row["why_not"])


def _rows(name: str) -> Iterator[dict[str, str]]:
    with open(_DATA / f"{name}.csv", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
