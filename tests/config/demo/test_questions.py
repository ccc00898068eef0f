"""The demo's questions of policy are kept once, with their sources, and stand as it was published."""

from datetime import date

import pytest

from pentameter.config.demo.questions import QUESTIONS, keep_questions
from pentameter.justice.api import QuestionState, policy_questions
from pentameter.kernel.actor import SYSTEM, Jurisdiction

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)


def test_they_are_kept_once_and_stand_as_it_was_published() -> None:
    assert keep_questions(TODAY) == len(QUESTIONS)
    assert keep_questions(TODAY) == 0
    found = {(one.jurisdiction, one.law.code if one.law else ""): one for one in policy_questions(by=SYSTEM)}
    assert {key: one.state for key, one in found.items()} == {
        (Jurisdiction.ENGLAND_WALES, ""): QuestionState.NOT_UNDER_REVIEW,
        (Jurisdiction.ENGLAND_WALES, "PCA09-14"): QuestionState.DECIDED,
        (Jurisdiction.NORTHERN_IRELAND, "NI-64A"): QuestionState.DECIDED,
    }
    assert all(entry.to_confirm for entry in found[Jurisdiction.ENGLAND_WALES, ""].entries)
    assert all(entry.source for one in found.values() for entry in one.entries)
