"""What a copy for the person holds of her record, in sections of plain facts."""

from dataclasses import dataclass

from pentameter.look.words import day
from pentameter.victims.queries.ledger import entries_of
from pentameter.victims.queries.opening import OpenCase
from pentameter.victims.queries.support import AnyEntry, history
from pentameter.victims.rules.cases import Age
from pentameter.victims.rules.languages import spoken
from pentameter.victims.rules.support import ASSESSMENTS, EntryKind

OF_HER_SUPPORT = (*ASSESSMENTS, EntryKind.TASK, EntryKind.APPOINTMENT, EntryKind.EXIT)
"""What is given of her support. Notes and files may speak of others: her caseworker goes through them with her."""


@dataclass(frozen=True, slots=True)
class CopySection:
    """A heading with facts: (what, value)."""

    heading: str
    facts: tuple[tuple[str, str], ...]


def sections_of(case: OpenCase, *, where: bool) -> tuple[CopySection, ...]:
    """Her record as she may have it; where she is, if `where`. What is empty is left out."""
    who, how = case.identity, case.practical
    found = (
        _section(
            "Who you are",
            ("Name", who.shown),
            ("Given names", who.given),
            ("Surname", who.surname),
            ("Other names", ", ".join(who.other_names)),
            ("Born", who.born),
            ("Age", Age(case.row.age).words),
            ("Sex", who.sex),
            ("Nationality", who.nationality),
            ("Documents", ", ".join(who.documents)),
            ("Telephone", ", ".join(who.phones)),
        ),
        _section(
            "How to speak with you",
            ("Language", spoken(how.language)),
            ("Interpreter", how.interpreter),
            ("Gender of the worker", how.worker_gender),
            ("When and how it is safe to call", how.safe_contact),
            ("Guardian", how.guardian),
        ),
        _whereabouts(case) if where else CopySection("", ()),
        _section(
            "Your case",
            ("Found on", day(case.row.rescued_on)),
            ("Registered by", case.row.agency.name),
            ("Supported by", case.row.support_agency.name if case.row.support_agency else ""),
            ("Anonymous for life", "yes" if case.row.anonymous_for_life else "no"),
        ),
    )
    return tuple(one for one in (*found, _support(case), _consents(case)) if one.facts)


def _whereabouts(case: OpenCase) -> CopySection:
    known = case.whereabouts
    return _section("Where you are", ("Place", known.where), ("Since", known.since), ("Note", known.note))


def _consents(case: OpenCase) -> CopySection:
    """What she agreed to, refused and withdrew, the oldest first. One SQL query."""
    entries = entries_of(case.row, case.safe)
    told = ((day(one.row.on), f"{one.row.purpose.words}, {one.towards}: {one.row.said.words}") for one in entries)
    return CopySection("What you agreed to, and withdrew", tuple(told))


def _support(case: OpenCase) -> CopySection:
    """How she was and is supported, the oldest first, with what was superseded since. One SQL query."""
    entries = reversed(history(case, OF_HER_SUPPORT))
    return CopySection("Your support", tuple((day(one.made_at.date()), _told(one)) for one in entries))


def _told(entry: AnyEntry) -> str:
    parts = [part for part in _words(entry) if part]
    standing = "" if entry.is_live else f" ({entry.state.words})"
    return f"{entry.kind.words.capitalize()}: {'; '.join(parts)}{standing}"


def _words(entry: AnyEntry) -> tuple[str, ...]:
    said, until = entry.said, day(entry.until_on) if entry.until_on else ""
    if entry.kind in ASSESSMENTS:
        return said.level_words(entry.kind), said.words
    if entry.kind is EntryKind.TASK:
        return said.what, said.detail, until and f"by {until}"
    if entry.kind is EntryKind.APPOINTMENT:
        return said.with_whom, f"on {day(entry.at.date())}" if entry.at else "", said.note
    return said.reason, said.destination


def _section(heading: str, *facts: tuple[str, str]) -> CopySection:
    return CopySection(heading, tuple((what, value) for what, value in facts if value))
