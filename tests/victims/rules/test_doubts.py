"""What is not known, and the sentence that says what to mend."""

from datetime import date

import pytest

from pentameter.victims.rules.book import rule_book
from pentameter.victims.rules.doubts import doubts
from pentameter.victims.rules.events import Case, Event, EventKind, Outcome
from pentameter.victims.rules.history import history

BOOK = rule_book()
DAY = date(2024, 3, 1)


def said(*events, place="scotland"):
    case = Case(place, frozenset(events))
    return [one.why for one in doubts(case, BOOK, history(case, DAY))]


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (Event(EventKind.REFERRED), "The day of the referral is not known."),
        (Event(EventKind.UNKNOWN, said="telephoned"), "The day of an event called 'telephoned' is not known."),
        (
            Event(EventKind.UNKNOWN, DAY, said="telephoned"),
            "What happened on 1 March 2024 is of a kind that is not known here (telephoned).",
        ),
        (
            Event(EventKind.CONCLUSIVE_GROUNDS, DAY),
            "How the conclusive grounds decision of 1 March 2024 went is not known.",
        ),
        (
            Event(EventKind.RECONSIDERATION_ASKED, DAY),
            "Which decision the request for reconsideration of 1 March 2024 concerns is not known.",
        ),
        (
            Event(EventKind.RECONSIDERATION_ENDED, DAY, outcome=Outcome.NEGATIVE),
            "Which decision the end of the reconsideration of 1 March 2024 concerns is not known.",
        ),
        (
            Event(EventKind.DETERMINATION_REVIEWED, DAY, outcome=Outcome.POSITIVE),
            "How the review of the determination of 1 March 2024 went is not known.",
        ),
        (Event(EventKind.EXTENDED, DAY), "Until when the extension of 1 March 2024 lasts is not known."),
        (
            Event(EventKind.LEAVE_GRANTED, DAY, until=date(2024, 2, 1)),
            "By its dates the grant of leave to remain of 1 March 2024 ended before it began.",
        ),
        (
            Event(EventKind.FURTHER_PERIOD, DAY, decider="authority"),
            "The discretion to give a further period of 1 March 2024 lacks: reasons.",
        ),
    ],
)
def test_each_doubt_has_its_sentence(event, why):
    assert why in said(event, Event(EventKind.REFERRED, DAY))


def test_what_is_known_raises_none():
    assert (
        said(Event(EventKind.REFERRED, DAY), Event(EventKind.REASONABLE_GROUNDS, DAY, outcome=Outcome.POSITIVE)) == []
    )


def test_nothing_and_nowhere():
    assert said(place="") == [
        "The jurisdiction (none given) is not one whose rules are known here.",
        "Nothing is recorded of what happened.",
    ]
