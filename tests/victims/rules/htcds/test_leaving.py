"""The round trip: what came in goes out again as it came; what must not leave never does."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.victims.rules.cases import Age, CaseState, Identity, Practical
from pentameter.victims.rules.htcds import FIELDS, Kind, Record, Standing, placed, read_record, record_of
from pentameter.victims.rules.htcds.fields import CODES, rows
from tests.victims.rules.htcds.tools import TOOLS

TODAY = date(2026, 11, 24)
_NEVER = ("asked_again", "whereabouts")
_LANGUAGES = sorted({row["three"] for row in rows("languages.csv")})
_TEXT = st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=1, max_size=12)
_PHONES = st.integers(0, 999).map(lambda serial: f"+447700900{serial:03d}")
_COUNTRIES = st.sampled_from(["RO", "BG", "VN", "NG", "AL", "MD"])


def _several(of: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(of, min_size=1, max_size=3, unique=True).map(";".join)


def _value(name: str) -> st.SearchStrategy[str]:
    codes = sorted(set(CODES.get(name, {}).values()))
    return {
        Kind.TEXT: _TEXT,
        Kind.TEXTS: st.lists(_TEXT, min_size=1, max_size=3, unique=True).map("; ".join),
        Kind.DAY: st.dates(date(2001, 1, 1), date(2005, 12, 31)).map(date.isoformat),
        Kind.YES_NO: st.sampled_from(["true", "false"]),
        Kind.NUMBER: st.integers(0, 99).map(str),
        Kind.ONE: st.sampled_from(codes or [""]),
        Kind.SEVERAL: _several(st.sampled_from(codes or [""])),
        Kind.OPEN: _several(_TEXT),
        Kind.COUNTRY: _COUNTRIES,
        Kind.COUNTRIES: _several(_COUNTRIES),
        Kind.LANGUAGE: st.sampled_from(_LANGUAGES),
        Kind.PHONE: _PHONES,
    }[FIELDS[name].kind]


_BORN = st.dates(date(1940, 1, 1), date(2000, 12, 31)).map(date.isoformat)
_RECORDS = st.fixed_dictionaries(
    {},
    optional={name: _BORN if name == "prs_Birthdate" else _value(name) for name in FIELDS},
).filter(bool)


def _out(cells: dict[str, str]) -> Record:
    record, faults = read_record(cells, TOOLS)
    assert not faults
    case, faults = placed(record, today=TODAY, age_unknown=Age.ADULT)
    assert not faults
    return record_of(
        case.identity,
        case.practical,
        case.further,
        found_on=case.found_on or TODAY,
        state=CaseState.OPEN,
        decided=None,
    )


@given(_RECORDS)
def test_what_came_in_goes_out_again(cells: dict[str, str]) -> None:
    out = _out(cells)
    for name, text in cells.items():
        field = FIELDS[name]
        if field.place in _NEVER or field.deprecated:
            assert not out[name]
        elif not (name == "cas_Status" and text.startswith("Closed")):
            assert out[name] == text, name


@given(_RECORDS)
def test_going_round_once_more_changes_nothing(cells: dict[str, str]) -> None:
    once = _out(cells)
    assert _out(dict(once.said)) == once


@pytest.mark.parametrize(
    ("decided", "status"),
    [(None, "PossibleVictimOfTrafficking"), (Standing.ACTUAL, "ActualVictimOfTrafficking")],
)
def test_what_was_decided_here_goes_before_what_came(decided: Standing | None, status: str) -> None:
    out = record_of(Identity(name="Zorana"), Practical(), {}, found_on=TODAY, state=CaseState.CLOSED, decided=decided)
    assert (out["vic_TraffickingStatus"], out["cas_Status"]) == (status, "Closed")


def test_a_fuller_word_that_no_longer_says_the_same_is_left() -> None:
    further = {"prs_Gender": "TransgenderFeminine", "prs_Citizenship": "BG;RO", "prs_MiddleName": "Ana"}
    who = Identity(given="Maria", surname="Testova", sex="male", nationality="VN", born="1989")
    out = record_of(who, Practical(), further, found_on=TODAY, state=CaseState.OPEN, decided=None)
    assert (out["prs_Gender"], out["prs_Citizenship"], out["prs_MiddleName"]) == ("Masculine", "VN", "")
    assert (out["prs_FirstName"], out["prs_Birthdate"]) == ("Maria", "")
