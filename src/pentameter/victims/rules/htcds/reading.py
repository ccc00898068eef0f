"""Reading a record: every field into one way of writing it, or a sentence that says which field is wrong and why."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from pentameter.victims.rules.htcds import languages
from pentameter.victims.rules.htcds.fields import CODES, FIELDS, Field, Kind, fold

_BETWEEN = re.compile(r"[;|\n]")
_BETWEEN_CODES = re.compile(r"[;,|\n]")
_PART_OF_A_DAY = re.compile(r"(19|20)\d{2}(-(0[1-9]|1[0-2]))?", re.ASCII)
_YES = frozenset({"yes", "y", "true", "1", "on", "checked"})
_NO = frozenset({"no", "n", "false", "0", "off", "unchecked"})
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Signs that can be neither shown nor stored."""
_GUARD = ("'=", "'+", "'-", "'@")
_BY_HAND = "Write it again by hand."
LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Tools:
    """How days, countries and telephone numbers are understood; the intake's own ways are handed in."""

    day: Callable[[str], date | None]
    country: Callable[[str], str | None]
    phone: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a record cannot be taken in: the field, and a sentence that never repeats what the field holds."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Record:
    """What a record says, field by field, each in the one way of writing it. Nothing in it is empty."""

    said: Mapping[str, str]

    def __getitem__(self, field: str) -> str:
        return self.said.get(field, "")


def read_record(cells: Mapping[str, str], tools: Tools) -> tuple[Record, tuple[Fault, ...]]:
    """The record, and what is wrong with it. Fields that the standard does not have are kept as they are."""
    said: dict[str, str] = {}
    faults: list[Fault] = []
    for name, cell in cells.items():
        text = _plain(cell)
        if not text:
            continue
        field = FIELDS.get(name)
        if _NO_TEXT.search(name + text):
            label = field.label if field else "A field that the standard does not have"
            faults.append(Fault(_NO_TEXT.sub("\ufffd", name), f"{label} holds a sign that is no text. {_BY_HAND}"))
            continue
        read = _read(field, text, tools) if field else text
        if isinstance(read, Fault):
            faults.append(read)
        elif read:
            said[name] = read
    if not said and not faults:
        faults.append(Fault("record", "It says nothing. Fill it in, or take it out."))
    return Record(said), tuple(faults)


def _plain(cell: str) -> str:
    """Without spaces around it, and without the sign that keeps a spreadsheet from taking it for a formula."""
    text = cell.strip()
    return text[1:] if text.startswith(_GUARD) else text


def _read(field: Field, text: str, tools: Tools) -> str | Fault:
    if len(text) > LONGEST:
        return Fault(field.name, f"{field.label} holds more than {LONGEST:,} characters. Shorten it.")
    read = _READERS[field.kind](field, text, tools)
    return read if read is not None else Fault(field.name, f"{field.label} {_WRONG[field.kind]}")


def _text(field: Field, text: str, tools: Tools) -> str | None:
    return text


def _texts(field: Field, text: str, tools: Tools) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, map(str.strip, _BETWEEN.split(text)))))


def _day(field: Field, text: str, tools: Tools) -> str | None:
    if field.name == "prs_Birthdate" and _PART_OF_A_DAY.fullmatch(text):
        return text
    day = tools.day(text)
    return day.isoformat() if day else None


def _yes_no(field: Field, text: str, tools: Tools) -> str | None:
    said = text.casefold()
    return "true" if said in _YES else "false" if said in _NO else None


def _number(field: Field, text: str, tools: Tools) -> str | None:
    whole = text.removesuffix(".0")
    return str(int(whole)) if whole.isascii() and whole.isdigit() and len(whole) < 4 else None


def _one(field: Field, text: str, tools: Tools) -> str | None:
    return CODES[field.name].get(fold(text))


def _several(field: Field, text: str, tools: Tools) -> str | None:
    codes = [CODES[field.name].get(fold(one)) for one in _BETWEEN_CODES.split(text) if one.strip()]
    return ";".join(dict.fromkeys(code for code in codes if code)) if codes and all(codes) else None


def _open(field: Field, text: str, tools: Tools) -> str | None:
    return ";".join(dict.fromkeys(filter(None, map(str.strip, _BETWEEN_CODES.split(text)))))


def _country(field: Field, text: str, tools: Tools) -> str | None:
    return tools.country(text)


def _countries(field: Field, text: str, tools: Tools) -> str | None:
    codes = [tools.country(one.strip()) for one in _BETWEEN_CODES.split(text) if one.strip()]
    return ";".join(dict.fromkeys(code for code in codes if code)) if codes and all(codes) else None


def _language(field: Field, text: str, tools: Tools) -> str | None:
    return languages.three(text) or text


def _phone(field: Field, text: str, tools: Tools) -> str | None:
    return tools.phone(text)


_READERS: Mapping[Kind, Callable[[Field, str, Tools], str | None]] = {
    Kind.TEXT: _text,
    Kind.TEXTS: _texts,
    Kind.DAY: _day,
    Kind.YES_NO: _yes_no,
    Kind.NUMBER: _number,
    Kind.ONE: _one,
    Kind.SEVERAL: _several,
    Kind.OPEN: _open,
    Kind.COUNTRY: _country,
    Kind.COUNTRIES: _countries,
    Kind.LANGUAGE: _language,
    Kind.PHONE: _phone,
}
_WRONG: Mapping[Kind, str] = {
    Kind.DAY: "is no day. Write it as 2007-10-05.",
    Kind.YES_NO: "is neither yes nor no. Write true or false.",
    Kind.NUMBER: "is no whole number below a thousand. Write it in figures.",
    Kind.ONE: "is not a code of its list in HTCDS 2.0. Write one of the list.",
    Kind.SEVERAL: "holds a code that is not of its list in HTCDS 2.0. Write codes of the list with semicolons between.",
    Kind.COUNTRY: "is no country. Write its code of ISO 3166, as RO.",
    Kind.COUNTRIES: "holds something that is no country. Write codes of ISO 3166 with semicolons between, as RO;MD.",
    Kind.PHONE: "is no telephone number. Write it as +447700900123.",
}
