"""Records of the Human Trafficking Case Data Standard 2.0, translated to the cells of the template.

The standard has no grade and no report reference: they come from columns (or keys) of the template that stand beside
the record's own, and are never invented. Names are taken with or without inner underscores, codes with or without
spaces, and everything that the record says is kept as it was sent in `original_text`.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from pentameter.intelligence.intake.drafts import Problem, RawRow
from pentameter.intelligence.intake.normalise.words import fold, is_known, shown

FORMAT = "htcds"
_SEVERAL = re.compile(r"[;,|\n]")
_READINGS = ("role", "sex", "theme", "purposes", "means", "indicators", "acts")
_COUNTRIES_OF_POSTCODES = frozenset({"", "gb", "gbr", "uk", "unitedkingdom", "ie", "irl", "ireland"})


def _table(name: str) -> Iterator[dict[str, str]]:
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


FIELDS: Mapping[str, str] = {row["field"]: row["label"] for row in _table("htcds_fields.csv")}
"""Every field's full name, and its label."""

_SPELLINGS: Mapping[str, str] = {fold(name): name for name in FIELDS}
_PREFIXES = tuple({name.split("_")[0] + "_" for name in FIELDS})


def field(text: str) -> str | None:
    """The full name of the field that a heading or key means: prs_First_Name is prs_FirstName."""
    text = text.strip()
    return _SPELLINGS.get(fold(text)) if text.casefold().startswith(_PREFIXES) else None


@cache
def _codes() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """How each field's codes are read, by field and folded code."""
    codes: dict[str, dict[str, Mapping[str, str]]] = {}
    for row in _table("htcds_codes.csv"):
        codes.setdefault(row["field"], {})[fold(row["code"])] = row
    return codes


def translate(row: RawRow) -> RawRow:
    """The record as cells of the template. What the template's own columns say beside it comes first."""
    record = {name: value.strip() for name, value in row.cells.items() if name in FIELDS and is_known(value)}
    beside = {name: value for name, value in row.cells.items() if name not in FIELDS}
    codes, faults = _read_codes(row.number, record)
    cells = {**_person(record), **_event(record), **codes}
    cells["text"] = _summary(record)
    cells["original_text"] = _as_sent(record)
    known = {name: value for name, value in cells.items() if value}
    return RawRow(
        row.number, {**known, **{n: v for n, v in beside.items() if v or n not in known}}, row.faults + faults
    )


def _person(record: Mapping[str, str]) -> dict[str, str]:
    name = (record.get(part, "") for part in ("prs_FirstName", "prs_MiddleName", "prs_SecondName"))
    return {
        "person1_name": " ".join(filter(None, name)),
        "person1_dob": record.get("prs_Birthdate", ""),
        "person1_nationality": _SEVERAL.split(record.get("prs_Citizenship", ""))[0].strip(),
        "person1_document": record.get("prs_IdentityNumber", ""),
        "phone1": record.get("prs_MobilePhone", ""),
        "phone2": record.get("prs_HomePhone", ""),
    }


def _event(record: Mapping[str, str]) -> dict[str, str]:
    """When and where. A postcode of another country stays in the record as it was sent."""
    at_home = fold(record.get("hte_Country", "")) in _COUNTRIES_OF_POSTCODES
    return {
        "reported_on": record.get("cas_IncomingReferralDate", ""),
        "event_from": record.get("hte_Date", ""),
        "place": record.get("hte_City", ""),
        "postcode": record.get("hte_PostalCode", "") if at_home else "",
    }


def _read_codes(number: int, record: Mapping[str, str]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """What the record's codes say in the template's words, and the codes that do not exist."""
    read: dict[str, list[str]] = {reading: [] for reading in _READINGS}
    faults: list[Problem] = []
    for name, codes in _codes().items():
        for word in filter(None, map(str.strip, _SEVERAL.split(record.get(name, "")))):
            if (code := codes.get(fold(word))) is None:
                sentence = (
                    f"Row {number}, {FIELDS[name]}: {shown(word)} is not a code of HTCDS 2.0. Write one of its list."
                )
                faults.append(Problem(name, "code", sentence))
                continue
            for reading in _READINGS:
                if code[reading] and code[reading] not in read[reading]:
                    read[reading].append(code[reading])
    themes = [theme for theme in read["theme"] if theme != "unknown"] or read["theme"]
    return {
        "person1_role": "".join(read["role"][:1]),
        "person1_sex": "".join(read["sex"][:1]),
        "theme": "".join(themes[:1]),
        **{name: "; ".join(read[name]) for name in ("purposes", "means", "indicators", "acts")},
    }, tuple(faults)


def _summary(record: Mapping[str, str]) -> str:
    """The record in words that identify nobody: its codes alone."""
    coded = ("vic_TraffickingStatus", "vic_TypeOfExploitation", "vic_MethodsOfControl")
    said = [f"{FIELDS[name]}: {_spaced(record[name])}." for name in coded if name in record]
    return " ".join(["HTCDS 2.0 record.", *said]) if said else ""


def _spaced(codes: str) -> str:
    """Codes as words: DebtBondage; FalsePromises are "debt bondage, false promises"."""
    words = (re.sub(r"(?<=[a-z])(?=[A-Z])", " ", code.strip()).lower() for code in _SEVERAL.split(codes))
    return ", ".join(filter(None, words))


def _as_sent(record: Mapping[str, str]) -> str:
    """Every field that says something, a line each."""
    return "\n".join(f"{name} ({FIELDS[name]}): {value}" for name, value in record.items())
