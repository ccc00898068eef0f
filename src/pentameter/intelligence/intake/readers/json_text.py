"""JSON in which every number stays as it was written, and what JSON leaves open is noted instead of guessed."""

import json
import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass

from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.limits import DEEPEST_JSON, LONGEST_CELL, LONGEST_NUMBER
from pentameter.intelligence.intake.normalise.words import shown

Value = object
"""A string, a boolean, None, a list or a dictionary; numbers are strings."""

_ESCAPED_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_HALF = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class Element:
    """A member of the list of records, and what is wrong with how it is written.

    `written` is its text where it is no object that could be read as a record.
    """

    value: Value
    notes: tuple[str, ...]
    written: str = ""


class Document:
    """A JSON text that holds one list of records: by itself, or under one of `lists` in an object.

    The records are decoded one by one, so that only the text itself is ever held as a whole.
    """

    def __init__(self, text: str, *, file: str, lists: frozenset[str]) -> None:
        self._text = text
        self._file = file
        self._notes: list[str] = []
        self._decoder = json.JSONDecoder(
            object_pairs_hook=self._object,
            parse_int=self._number,
            parse_float=self._number,
            parse_constant=self._constant,
        )
        self.fields: dict[str, Value] = {}
        self.list_name = ""
        self._starts_at: int | None = None
        self._read(lists)

    def elements(self) -> Iterator[Element]:
        """The records, in order."""
        if self._starts_at is not None:
            yield from (element for element, _ in self._elements(self._starts_at))

    def has_list(self) -> bool:
        """Whether there is a list of records."""
        return self._starts_at is not None

    def _read(self, lists: frozenset[str]) -> None:
        at = self._skip(0)
        if self._text.startswith("[", at):
            at = self._list(at)
        elif self._text.startswith("{", at):
            at = self._fields(at + 1, lists)
        else:
            raise self._broken("expected { or [", at)
        if (at := self._skip(at)) != len(self._text):
            raise self._broken("there is more after its end", at)

    def _list(self, at: int) -> int:
        """Read through the list of records that begins at `at`; answer where it ends."""
        self._starts_at = at + 1
        ends = deque((end for _, end in self._elements(at + 1)), maxlen=1)
        return self._skip(ends[0] if ends else at + 1) + 1

    def _fields(self, at: int, lists: frozenset[str]) -> int:
        at = self._skip(at)
        while not self._text.startswith("}", at):
            if not self._text.startswith('"', at):
                raise self._broken("expected a name in quotation marks", at)
            decoded, at = self._decode_whole(at)
            name = str(decoded)
            if name in self.fields or name == self.list_name:
                self._notes.append(f"{shown(name)} is there twice")
            at = self._expect(":", self._skip(at))
            if name in lists and not self.has_list() and self._text.startswith("[", at):
                self.list_name = name
                at = self._list(at)
            else:
                self.fields[name], at = self._decode_whole(at)
            at = self._skip(at)
            if not self._text.startswith("}", at):
                at = self._expect(",", at)
        if self._notes:
            raise FileRefused("json", f"{self._file}: {self._notes[0]}. Mend it, and send it again.")
        return at + 1

    def _elements(self, at: int) -> Iterator[tuple[Element, int]]:
        at = self._skip(at)
        while not self._text.startswith("]", at):
            self._notes.clear()
            begins = at
            value, at = self._decode_whole(at)
            yield self._element(value, self._text[begins : min(at, begins + LONGEST_CELL)]), at
            at = self._skip(at)
            if not self._text.startswith("]", at):
                at = self._expect(",", at)

    def _element(self, value: Value, written: str) -> Element:
        notes = tuple(self._notes)
        self._notes.clear()
        if not isinstance(value, dict):
            return Element(value, (*notes, "it is not a record: write an object between { and }"), written)
        if _depth(value) > DEEPEST_JSON:
            return Element(value, (*notes, f"it is nested more than {DEEPEST_JSON} deep"), written)
        return Element(value, notes)

    def _decode_whole(self, at: int) -> tuple[Value, int]:
        """A value whose characters are whole: one of which only half was written is noted, and marked in its place."""
        value, end = self._decode(at)
        if _ESCAPED_HALF.search(self._text, at, end) and _HALF.search(written := json.dumps(value, ensure_ascii=False)):
            self._notes.append("it holds half a character")
            value = json.loads(_HALF.sub("\ufffd", written))
        return value, end

    def _decode(self, at: int) -> tuple[Value, int]:
        try:
            return self._decoder.raw_decode(self._text, at)
        except json.JSONDecodeError as error:
            raise self._broken(error.msg, error.pos) from None
        except RecursionError:
            raise FileRefused(
                "json_depth", f"{self._file} is nested far too deep. Send records as the description of the form shows."
            ) from None

    def _skip(self, at: int) -> int:
        match = _SPACE.match(self._text, at)
        return match.end() if match else at

    def _expect(self, sign: str, at: int) -> int:
        if not self._text.startswith(sign, at):
            raise self._broken(f"expected {sign}", at)
        return self._skip(at + 1)

    def _broken(self, what: str, at: int) -> FileRefused:
        at = min(at, len(self._text))
        line = self._text.count("\n", 0, at) + 1
        column = at - self._text.rfind("\n", 0, at)
        ends = " The file may have been cut off." if at >= len(self._text.rstrip()) else ""
        return FileRefused(
            "json",
            f"{self._file} is not whole JSON: line {line}, column {column}: {what[:1].lower()}{what[1:]}.{ends} "
            "Write it out again from your program, and send it again.",
        )

    def _object(self, pairs: list[tuple[str, Value]]) -> dict[str, Value]:
        made = dict(pairs)
        if len(made) != len(pairs):
            twice = next(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
            self._notes.append(f"{shown(twice)} is there twice, and one of the two would be lost")
        return made

    def _number(self, written: str) -> str:
        if len(written) > LONGEST_NUMBER:
            self._notes.append(f"a number of {len(written):,} figures is too long")
        return written[:LONGEST_NUMBER]

    def _constant(self, written: str) -> str:
        self._notes.append(f"{written} is not a number")
        return written


def _depth(value: Value) -> int:
    """How deep lists and objects are nested in each other."""
    deepest, layer = 0, [value]
    while layer:
        deepest += 1
        inner: list[Value] = []
        for one in layer:
            inner.extend(one.values() if isinstance(one, dict) else one if isinstance(one, list) else ())
        layer = inner
    return deepest - 1
