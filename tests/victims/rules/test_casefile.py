"""Reading a case: moments become days where the case is; what is not known is read as not known, and no more."""

import json
from datetime import UTC, date, datetime

import pytest

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.casefile import CaseError, parse_day, read_case
from pentameter.victims.rules.events import EventKind

BOOK = rule_book()


def one(event, **case):
    said = {"jurisdiction": "england_wales", "events": [event], **case}
    (found,) = read_case(json.dumps(said), BOOK).events
    return found


@pytest.mark.parametrize(
    ("on", "case", "day"),
    [
        ("2024-06-30", {}, date(2024, 6, 30)),
        ("2024-06-30T23:30:00+00:00", {}, date(2024, 7, 1)),
        ("2024-06-30T23:30:00Z", {}, date(2024, 7, 1)),
        ("2024-12-31T23:30:00+00:00", {}, date(2024, 12, 31)),
        ("2024-12-31T23:30:00+00:00", {"jurisdiction": "norway"}, date(2025, 1, 1)),
        ("2024-12-31T23:30:00+00:00", {"zone": "Europe/Oslo"}, date(2025, 1, 1)),
        ("2024-12-31T23:30:00+00:00", {"jurisdiction": "council_of_europe"}, None),
        ("2024-12-31T23:30:00+00:00", {"jurisdiction": "atlantis"}, None),
        (None, {}, None),
    ],
)
def test_the_day_of_an_event(on, case, day):
    assert one({"kind": "referred", "on": on}, **case).on == day


def test_a_kind_that_nobody_knows_keeps_its_name():
    found = one({"kind": "telephoned", "on": "2024-03-01"})
    assert (found.kind, found.said) == (EventKind.UNKNOWN, "telephoned")


def test_when_it_became_known_is_kept():
    found = one({"kind": "referred", "on": "2024-03-01", "known_at": "2024-03-04T09:00:00+01:00"})
    assert found.known_at == datetime(2024, 3, 4, 8, tzinfo=UTC)


def test_a_case_can_be_asked_as_it_was_known():
    events = [
        {"kind": "reasonable_grounds", "on": "2024-03-01", "outcome": "positive"},
        {"kind": "conclusive_grounds", "on": "2024-03-10", "outcome": "negative", "known_at": "2024-06-01T12:00:00Z"},
    ]
    case = read_case(json.dumps({"jurisdiction": "scotland", "events": events}), BOOK)
    assert len(case.as_known_at(datetime(2024, 5, 1, tzinfo=UTC)).events) == 1
    assert len(case.as_known_at(datetime(2024, 7, 1, tzinfo=UTC)).events) == 2


@pytest.mark.parametrize("text", ["2024-3-1", "20240301", "2024-W10-5", "1 March 2024", "", "2024-13-01"])
def test_a_day_is_written_in_one_way(text):
    with pytest.raises(ValueError, match="is not a day"):
        parse_day(text)


def test_a_case_without_a_jurisdiction_is_read_and_stays_unknown():
    assert read_case('{"events": []}', BOOK).jurisdiction == ""


def test_faults_are_listed():
    with pytest.raises(CaseError) as fault:
        read_case('{"jurisdiction": 1, "colour": "red", "events": 2}', BOOK)
    assert len(fault.value.faults) == 3


@pytest.mark.parametrize("field", ["jurisdiction", "reference", "ground"])
def test_half_a_character_is_refused_in_words(field: str) -> None:
    event = {"kind": "referred", "on": "2026-01-05"}
    case = {"jurisdiction": "england_wales", "events": [event]}
    (event if field == "ground" else case)[field] = "x\ud800"
    with pytest.raises(CaseError, match="half a character"):
        read_case(json.dumps(case), BOOK)
