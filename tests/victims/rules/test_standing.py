"""What protects beside the counted periods."""

from datetime import date

import pytest

from pentameter.victims.rules import standing
from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.events import Clock
from pentameter.victims.rules.history import history
from tests.victims.rules.stories import case

BOOK = rule_book()
TODAY = date(2026, 6, 1)


def spans(found):
    return sorted((one.kind.value, one.since.isoformat(), one.until.isoformat() if one.until else "") for one in found)


def past(told, place="england_wales"):
    return history(case(place, told), TODAY)


@pytest.mark.parametrize(
    ("place", "told", "until"),
    [
        ("scotland", "referred 2024-03-01", [""]),
        ("scotland", "referred 2024-03-01; RG+ 2024-03-06", ["2024-03-06"]),
        ("scotland", "referred 2024-03-01; RG- 2024-03-01", ["2024-03-01"]),
        ("scotland", "referred 2024-03-07; RG- 2024-03-06", [""]),
        ("scotland", "referred 2024-03-01; referred 2024-03-06; RG- 2024-03-06", ["2024-03-06", ""]),
        ("scotland", "recognised 2024-03-01; referred 2024-03-06; RG- 2024-03-06", ["2024-03-06", "2024-03-06"]),
        ("england_wales", "recognised 2007-10-15", []),
        ("norway", "recognised 2024-03-01; RG+ 2024-03-05; permission 2024-03-10", ["2024-03-10", "2024-03-10"]),
        ("norway", "recognised 2024-03-01; RG- 2024-03-05", ["2024-03-05"]),
    ],
)
def test_a_first_step_protects_until_its_answer(place, told, until):
    found = standing.awaiting(place, Clock.REMOVAL, BOOK, past(told, place))
    assert [one[2] for one in spans(found)] == until


def test_an_application_in_ireland_under_the_act():
    told = "referred 2025-02-01; RG- 2025-06-01; reconsideration of RG- 2025-08-01"
    found = standing.applications("ireland", Clock.REMOVAL, BOOK, past(told, "ireland"))
    assert spans(found) == [
        ("applicant", "2025-02-01", "2025-06-01"),
        ("window", "2025-06-01", "2025-07-01"),
        ("window", "2025-08-01", "2025-08-31"),
    ]


def test_requests_on_each_clock():
    told = "reconsideration of CG asked 2024-03-01; leave asked 2024-03-02; appeal 2024-03-03; appeal- 2024-04-03"
    removal = [
        ("appeal", "2024-03-03", "2024-04-03"),
        ("leave_asked", "2024-03-02", ""),
        ("reconsideration", "2024-03-01", ""),
    ]
    assert spans(standing.requests(Clock.REMOVAL, past(told))) == removal
    assert spans(standing.requests(Clock.SUPPORT, past(told))) == [removal[0], removal[2]]


def test_an_end_concerns_the_decision_that_it_names():
    told = "reconsideration of CG asked 2024-03-01; reconsideration of RG- 2024-04-01"
    assert spans(standing.requests(Clock.REMOVAL, past(told))) == [("reconsideration", "2024-03-01", "")]


def test_leave_and_extensions():
    told = "leave granted 2024-03-01 to 2024-09-01; support extended 2024-03-01 to 2024-05-01"
    assert spans(standing.leave(Clock.REMOVAL, past(told))) == [("leave", "2024-03-01", "2024-09-01")]
    assert spans(standing.leave(Clock.SUPPORT, past(told))) == []
    assert spans(standing.extensions("scotland", Clock.REMOVAL, BOOK, past(told))) == []
    support = standing.extensions("scotland", Clock.SUPPORT, BOOK, past(told))
    assert spans(support) == [("extension", "2024-03-01", "2024-05-01")]
