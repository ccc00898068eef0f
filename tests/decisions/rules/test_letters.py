"""The letter says what was decided, why, what it means, what she can do and until when, and whom to call."""

from dataclasses import replace
from datetime import date

import pytest

from pentameter.decisions.rules.deadlines import window
from pentameter.decisions.rules.letters import Told, letter
from pentameter.decisions.rules.states import RESULTS, Kind, Result

TOLD = Told(
    reference="D-7K2M-9QXD",
    name="Zorana Testova",
    kind=Kind.CONCLUSIVE_GROUNDS,
    result=Result.NEGATIVE,
    decided_on=date(2026, 1, 8),
    served_on=date(2026, 1, 10),
    authority="Competent authority",
    standard="balance of probabilities (UK-2009, to confirm)",
    facts="The report of the raid.\nThe letter of the doctor.",
    reasons="The two do not agree.",
    heard="",
    window=window(Kind.CONCLUSIVE_GROUNDS, Result.NEGATIVE, served_on=date(2026, 1, 10)),
    desk_number="01632 960 100",
)


def text(told: Told) -> str:
    made = letter(told)
    return "\n".join(line for section in made.sections for line in (section.heading, *section.paragraphs))


def test_a_negative_decision_says_until_when_it_may_be_asked_again() -> None:
    said = text(TOLD)
    for words in (
        "conclusive grounds",
        "The two do not agree.",
        "until 9 February 2026",
        "01632 960 100",
        "8 January 2026",
    ):
        assert words in said
    assert "Nobody is promised that they may stay." in said
    assert "Nobody is removed unheard." in said


def test_before_it_is_served_it_says_how_the_days_are_counted() -> None:
    open_window = window(Kind.CONCLUSIVE_GROUNDS, Result.NEGATIVE, served_on=None)
    said = text(replace(TOLD, served_on=None, window=open_window))
    assert "the day after you are given this letter" in said


@pytest.mark.parametrize(("kind", "result"), [(kind, one) for kind, both in RESULTS.items() for one in both])
def test_every_decision_has_its_letter(kind: Kind, result: Result) -> None:
    told = replace(TOLD, kind=kind, result=result, window=None, until=date(2027, 1, 1), review_on=date(2026, 6, 1))
    made = letter(told)
    headings = [section.heading for section in made.sections]
    assert headings == ["What was decided", "Why", "What it means", "What you can do", "Whom to call"]
    assert "a lawyer" in text(told)


def test_how_she_was_heard_is_said_where_it_counts() -> None:
    assert "How you were heard" in text(replace(TOLD, heard="The person who decided read your account."))
