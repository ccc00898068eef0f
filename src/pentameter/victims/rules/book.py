"""Reading the rows. A fault stops the start, and the sentence names row and field: no case runs on a rule half read."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pentameter.victims.rules.events import Clock, EventKind
from pentameter.victims.rules.law import Awaits, Composition, Counting, Exit, Place, Rule, RuleBook, Window

Word = TypeVar("Word", bound=StrEnum)
STARTS = {
    *(EventKind.RECOGNISED, EventKind.REFERRED, EventKind.REASONABLE_GROUNDS),
    *(EventKind.PERMISSION_GRANTED, EventKind.FURTHER_PERIOD),
}
FIELDS = {
    *("id", "title", "place", "clocks", "from", "to", "starts", "awaits", "composition", "days", "months", "counting"),
    *("early_end_grounds", "second_period_needs_discretion", "window", "exit", "leave_after_positive", "status"),
    *("to_confirm", "note", "sources", "facts"),
}


class RuleError(ValueError):
    """A fault in the file of rules."""

    def __init__(self, where: str, field: str, why: str) -> None:
        super().__init__(f"{where}, {field}: {why}")


@cache
def rule_book() -> RuleBook:
    """The rows that come with Pentameter."""
    return read((files("pentameter.victims") / "data" / "protection_rules.json").read_text(encoding="utf-8"))


def read(text: str) -> RuleBook:
    """The rule book written in `text`.

    Raises:
        RuleError: naming the row and the field.
    """
    try:
        said = json.loads(text)
        sources, places, rows = dict(said["sources"]), dict(said["places"]), list(said["rules"])
    except (ValueError, KeyError, TypeError) as fault:
        raise RuleError("The file", "sources, places, rules", f"cannot be read ({fault}).") from fault
    found = {code: _place(code, row, places) for code, row in places.items()}
    rules = tuple(_rule(number, row, found, sources) for number, row in enumerate(rows, start=1))
    for number, rule in enumerate(rules, start=1):
        if any(other.id == rule.id for other in rules[: number - 1]):
            raise RuleError(f"Row {number} ({rule.id})", "id", "another row has it already.")
    return RuleBook(found, rules)


def _place(code: str, row: Any, places: Mapping[str, Any]) -> Place:
    where = f"Place {code}"
    if not isinstance(row, dict) or not isinstance(row.get("name"), str):
        raise RuleError(where, "name", "has to be text.")
    zone, within = row.get("zone"), row.get("within")
    if zone is not None:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, TypeError) as fault:
            raise RuleError(where, "zone", f"{zone!r} is no time zone.") from fault
    if within is not None and (within not in places or places[within].get("within") is not None):
        raise RuleError(where, "within", f"{within!r} is no place that stands on its own.")
    return Place(code, row["name"], zone, within)


class _Row:
    """A row that is asked for its fields one by one."""

    def __init__(self, number: int, row: Any) -> None:
        self.row = row if isinstance(row, dict) else {}
        self.where = f"Row {number} ({self.row.get('id', 'without id')})"
        if missing := sorted(FIELDS - set(self.row)):
            raise RuleError(self.where, missing[0], "is missing.")
        if surplus := sorted(set(self.row) - FIELDS):
            raise RuleError(self.where, surplus[0], "there is no such field.")

    def fault(self, field: str, why: str) -> RuleError:
        return RuleError(self.where, field, why)

    def text(self, field: str) -> str:
        if not isinstance(self.row[field], str):
            raise self.fault(field, "has to be text.")
        return str(self.row[field])

    def day(self, field: str) -> date | None:
        try:
            return None if self.row[field] is None else date.fromisoformat(self.row[field])
        except (ValueError, TypeError) as fault:
            raise self.fault(field, f"{self.row[field]!r} is no date. Write it as 2009-04-01, or null.") from fault

    def number(self, field: str) -> int | None:
        return None if self.row[field] is None else _count(self.row[field], lambda why: self.fault(field, why))

    def flag(self, field: str) -> bool:
        if not isinstance(self.row[field], bool):
            raise self.fault(field, "has to be true or false.")
        return bool(self.row[field])

    def word(self, field: str, kind: type[Word]) -> Word | None:
        return None if self.row[field] is None else self._one(field, self.row[field], kind)

    def words(self, field: str, kind: type[Word]) -> tuple[Word, ...]:
        return tuple(self._one(field, one, kind) for one in self.texts(field))

    def texts(self, field: str) -> tuple[str, ...]:
        found = self.row[field]
        if not isinstance(found, list) or not all(isinstance(one, str) and one.strip() for one in found):
            raise self.fault(field, "has to be a list of texts.")
        return tuple(found)

    def _one(self, field: str, said: Any, kind: type[Word]) -> Word:
        try:
            return kind(said)
        except ValueError as fault:
            raise self.fault(field, f"{said!r} is not one of {', '.join(kind)}.") from fault

    def counts(self, field: str, *names: str) -> dict[str, Any] | None:
        found = self.row[field]
        if found is None:
            return None
        if not isinstance(found, dict) or set(found) != set(names):
            raise self.fault(field, f"has to be null or hold {' and '.join(names)}.")
        return found


def _count(said: Any, fault: Callable[[str], RuleError]) -> int:
    if not isinstance(said, int) or isinstance(said, bool) or not 1 <= said <= 3_660:
        raise fault(f"{said!r} is no number of days or months from 1 to 3,660.")
    return said


def _rule(number: int, said: Any, places: Mapping[str, Place], sources: Mapping[str, str]) -> Rule:
    row = _Row(number, said)
    clocks = frozenset(row.words("clocks", Clock))
    composition = row.word("composition", Composition)
    if composition is None:
        raise row.fault("composition", "is missing.")
    rule = Rule(
        id=row.text("id"),
        title=row.text("title"),
        place=row.text("place"),
        clocks=clocks,
        from_on=row.day("from"),
        to_on=row.day("to"),
        starts=row.words("starts", EventKind),
        awaits=row.word("awaits", Awaits),
        composition=composition,
        days=row.number("days"),
        months=row.number("months"),
        counting=row.word("counting", Counting),
        early_end_grounds=frozenset(row.texts("early_end_grounds")),
        second_needs_discretion=row.flag("second_period_needs_discretion"),
        window=_window(row),
        exit=_exit(row),
        leave_after_positive=row.flag("leave_after_positive"),
        status=row.text("status"),
        to_confirm=row.texts("to_confirm"),
        note=row.text("note"),
        sources=tuple(_source(row, key, sources) for key in row.texts("sources")),
        facts=_facts(row),
    )
    _coherent(row, rule, places)
    return rule


def _window(row: _Row) -> Window | None:
    found = row.counts("window", "days", "protects")
    if found is None:
        return None
    if not isinstance(found["protects"], bool):
        raise row.fault("window", "protects has to be true or false.")
    return Window(_count(found["days"], lambda why: row.fault("window", why)), found["protects"])


def _exit(row: _Row) -> Exit | None:
    found = row.counts("exit", "positive", "negative")
    if found is None:
        return None
    counts = [_count(found[name], lambda why: row.fault("exit", why)) for name in ("positive", "negative")]
    return Exit(*counts)


def _source(row: _Row, key: str, sources: Mapping[str, str]) -> str:
    if key not in sources:
        raise row.fault("sources", f"{key!r} is not among the sources of the file.")
    return str(sources[key])


def _facts(row: _Row) -> dict[str, str]:
    found = row.row["facts"]
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise row.fault("facts", "has to hold texts.")
    return dict(found)


def _coherent(row: _Row, rule: Rule, places: Mapping[str, Place]) -> None:
    counted = rule.days is not None or rule.months is not None
    checks = (
        ("id", bool(rule.id.strip()), "is empty."),
        ("place", rule.place in places, f"{rule.place!r} is not among the places of the file."),
        ("clocks", bool(rule.clocks), "name at least one clock."),
        ("to", not (rule.from_on and rule.to_on and rule.to_on < rule.from_on), "lies before from."),
        ("starts", bool(rule.starts) and set(rule.starts) <= STARTS, "name events that can start a period."),
        ("months", not (rule.days and rule.months), "give days or months, not both."),
        ("counting", counted == (rule.counting is not None), "goes with days or months, and only with them."),
        ("days", counted != (rule.composition is Composition.EVENT_DRIVEN), "this composition does not fit them."),
        ("window", rule.composition is not Composition.EVENT_DRIVEN or rule.window is not None, "is missing."),
        ("sources", bool(rule.sources), "name at least one source."),
        ("from", rule.from_on is not None or bool(rule.to_confirm), "is not known: say so in to_confirm."),
    )
    for field, holds, why in checks:
        if not holds:
            raise row.fault(field, why)
