"""Which rows are the same, and how many may come or go at once."""

from pentameter.victims.rules.exchange import Fate, may_leave, may_take_in, sameness, tells_who
from pentameter.victims.rules.htcds import Record

NAMED = Record({"prs_FirstName": "Zorana", "prs_SecondName": "Testova", "prs_Birthdate": "1998-03-17"})
HALF = Record({"prs_FirstName": "Zorana", "prs_SecondName": "Testova", "prs_Birthdate": "1998"})


def test_a_document_or_a_whole_name_and_birth_tell_who_is_meant() -> None:
    assert tells_who(NAMED)
    assert tells_who(Record({"prs_IdentityNumber": "DM1"}))
    assert not tells_who(HALF)


def test_who_is_not_told_is_counted() -> None:
    first = sameness(HALF, agency="durham", times={})
    times = {first.rpartition("\n#")[0]: 1}
    assert sameness(HALF, agency="durham", times=times) != first
    assert sameness(NAMED, agency="durham", times={}) == sameness(NAMED, agency="durham", times={"x": 3})
    assert sameness(NAMED, agency="durham", times={}) != sameness(NAMED, agency="kent", times={})


def test_limits_and_words() -> None:
    assert may_take_in(500).allowed
    assert not may_take_in(501).allowed
    assert [may_leave(count).allowed for count in (0, 1, 50, 51)] == [False, True, True, False]
    assert len({fate.words for fate in Fate}) == 3
