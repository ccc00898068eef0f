"""Reading a case from a file of events. Bad input is refused whole, and every fault names the event and the field.

What is merely not known (an event without its day, a kind or a jurisdiction that nobody here knows) is no fault of the
file: it is read, and protects.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pentameter.victims.rules.events import Case, Clock, Event, EventKind, Facts, Outcome, legal_day
from pentameter.victims.rules.law import RuleBook

Word = TypeVar("Word", bound=StrEnum)
MOST_EVENTS = 1_000
FIRST_YEAR, LAST_YEAR = 1990, 2199
CASE_FIELDS = {"jurisdiction", "zone", "reference", "note", "events"}
TEXTS = ("ground", "evidence", "decider", "reasons")
LONGEST_TEXT = 10_000
_HALF = re.compile("[\ud800-\udfff]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class CaseError(ValueError):
    """Everything that is wrong with a file, a sentence each."""

    def __init__(self, *faults: str) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class _FieldError(ValueError):
    """A fault of one field, on its way to the list."""


def read_case(text: str, book: RuleBook) -> Case:
    """The case that `text` describes (JSON; docs/guides/protection-file.md).

    Raises:
        CaseError: with every fault that was found.
    """
    try:
        said = json.loads(text, object_pairs_hook=_once)
    except _FieldError as fault:
        raise CaseError(f"The file: {fault}") from fault
    except (ValueError, RecursionError) as fault:
        raise CaseError(f"The file is not JSON: {fault}.") from fault
    if _HALF.search(json.dumps(said, ensure_ascii=False)):
        raise CaseError("The file holds half a character (\\ud800 to \\udfff by itself). Write it whole.")
    if not isinstance(said, dict):
        raise CaseError("The file has to hold an object with jurisdiction and events.")
    faults: list[str] = [f"The file, {name}: there is no such field." for name in sorted(set(said) - CASE_FIELDS)]
    reading = _Reading(faults)
    jurisdiction = reading.take("The file", "jurisdiction", lambda: _text(said.get("jurisdiction"))) or ""
    zone = reading.take("The file", "zone", lambda: _zone(said.get("zone"), jurisdiction, book))
    reference = reading.take("The file", "reference", lambda: _text(said.get("reference"))) or ""
    events = reading.events(said.get("events"), zone)
    if faults:
        raise CaseError(*faults)
    return Case(jurisdiction, frozenset(events), zone, reference)


Found = TypeVar("Found")


class _Reading:
    """Collects faults while it reads, so that all of them are said at once."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults

    def take(self, where: str, field: str, read: Callable[[], Found]) -> Found | None:
        try:
            return read()
        except _FieldError as fault:
            self.faults.append(f"{where}, {field}: {fault}")
            return None

    def events(self, said: Any, zone: ZoneInfo | None) -> list[Event]:
        if not isinstance(said, list):
            self.faults.append("The file, events: has to be a list.")
            return []
        if len(said) > MOST_EVENTS:
            self.faults.append(f"The file, events: {len(said):,} are more than {MOST_EVENTS:,}.")
            return []
        return [self.event(f"Event {number}", one, zone) for number, one in enumerate(said, start=1)]

    def event(self, where: str, said: Any, zone: ZoneInfo | None) -> Event:
        if not isinstance(said, dict):
            self.faults.append(f"{where}: has to be an object with kind and on.")
            return Event(EventKind.UNKNOWN)
        for name in sorted(set(said) - set(FIELDS) - {"kind"}):
            self.faults.append(f"{where}, {name}: there is no such field.")
        kind, name = self.take(where, "kind", lambda: _kind(said.get("kind"))) or (EventKind.UNKNOWN, "")
        named = f"{where} ({name})" if name else where
        found: dict[str, Any] = {
            field: self.take(named, field, partial(read, said.get(field), zone)) for field, read in FIELDS.items()
        }
        for field in TEXTS:
            found[field] = found[field] or ""
        return Event(kind, said=name if kind is EventKind.UNKNOWN else "", **found)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise _FieldError(f"{name} is written twice in one object.")
    return dict(pairs)


def _kind(said: Any) -> tuple[EventKind, str]:
    name = _text(said)
    if not name.strip():
        raise _FieldError("is missing. Name what happened, for example referred.")
    try:
        return EventKind(name), name
    except ValueError:
        return EventKind.UNKNOWN, name[:80]


def _text(said: Any, _zone: object = None) -> str:
    if said is None:
        return ""
    if not isinstance(said, str):
        raise _FieldError("has to be text.")
    if len(said) > LONGEST_TEXT:
        raise _FieldError(f"is longer than {LONGEST_TEXT:,} characters.")
    return said


def _zone(said: Any, jurisdiction: str, book: RuleBook) -> ZoneInfo | None:
    place = book.places.get(jurisdiction)
    name = _text(said) or (place.zone if place else None)
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise _FieldError(f"{name!r} is no time zone. Write it as Europe/London.") from fault


def _day(said: Any, zone: ZoneInfo | None) -> date | None:
    """A day, or the day in the legal time zone of a moment. A moment without a known zone has no known day."""
    if said is None:
        return None
    text = _text(said)
    if "T" in text:
        moment = _moment(text, zone)
        day = legal_day(moment, zone) if moment and zone else None
    else:
        day = parse_day(text)
    if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _FieldError(f"{text} lies outside {FIRST_YEAR} to {LAST_YEAR}. Check the year.")
    return day


def parse_day(text: str) -> date:
    """A day written as 2024-03-01.

    Raises:
        ValueError: saying how to write it.
    """
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as fault:
        raise _FieldError(f"{text[:40]!r} is not a day. Write it as 2024-03-01, or leave it out.") from fault


def _moment(said: Any, _zone: object = None) -> datetime | None:
    if said is None:
        return None
    text = _text(said)
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
            raise ValueError(text)
    except ValueError as fault:
        why = f"{text[:40]!r} is not a moment with its offset. Write it as 2024-03-01T23:30:00+00:00."
        raise _FieldError(why) from fault
    return moment


def _word(kind: type[Word], *allowed: Word) -> Callable[[Any, object], Word | None]:
    words = allowed or tuple(kind)

    def read(said: Any, _zone: object) -> Word | None:
        if said is None:
            return None
        if said not in words:
            raise _FieldError(f"{said!r} is not one of {', '.join(words)}.")
        return kind(said)

    return read


FIELDS: Mapping[str, Callable[[Any, Any], Any]] = {
    "on": _day,
    "outcome": _word(Outcome),
    "about": _word(EventKind, EventKind.REASONABLE_GROUNDS, EventKind.CONCLUSIVE_GROUNDS),
    "until": _day,
    "clock": _word(Clock),
    "facts": _word(Facts),
    "ground": _text,
    "evidence": _text,
    "decider": _text,
    "reasons": _text,
    "review_on": _day,
    "known_at": _moment,
}
"""The fields of an event beside its kind, and how each is read."""
