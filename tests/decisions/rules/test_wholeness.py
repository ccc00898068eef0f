"""What a decision has to say besides its reasons."""

from dataclasses import replace
from datetime import date

import pytest

from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.states import Kind, Result
from pentameter.decisions.rules.wholeness import whole

DAY = date(2026, 3, 1)
NEGATIVE = Draft(Result.NEGATIVE, DAY, "The report of the raid.")
PUBLIC_ORDER = Draft(
    Result.DISQUALIFIED, DAY, "A conviction.", ground="public_order", evidence="A judgment.", review_on=date(2026, 6, 1)
)
LEAVE = Draft(Result.GRANTED, DAY, "Her recovery.", until=date(2027, 3, 1))


@pytest.mark.parametrize(
    ("kind", "draft", "because"),
    [
        (Kind.CONCLUSIVE_GROUNDS, NEGATIVE, ""),
        (Kind.CONCLUSIVE_GROUNDS, replace(NEGATIVE, result=Result.GRANTED), "Choose how"),
        (Kind.CONCLUSIVE_GROUNDS, replace(NEGATIVE, result=None), "Choose how"),
        (Kind.CONCLUSIVE_GROUNDS, replace(NEGATIVE, decided_on=None), "day of the decision"),
        (Kind.CONCLUSIVE_GROUNDS, replace(NEGATIVE, facts=" "), "which facts"),
        (Kind.DISQUALIFICATION, PUBLIC_ORDER, ""),
        (Kind.DISQUALIFICATION, replace(PUBLIC_ORDER, result=Result.NOT_DISQUALIFIED, ground=""), ""),
        (Kind.DISQUALIFICATION, replace(PUBLIC_ORDER, ground="other"), "Choose the ground"),
        (Kind.DISQUALIFICATION, replace(PUBLIC_ORDER, evidence=""), "on which evidence"),
        (Kind.DISQUALIFICATION, replace(PUBLIC_ORDER, review_on=DAY), "looked at again"),
        (Kind.LEAVE, LEAVE, ""),
        (Kind.LEAVE, replace(LEAVE, until=None), "last day of the leave"),
        (Kind.LEAVE, replace(LEAVE, until=date(2026, 2, 1)), "last day of the leave"),
    ],
)
def test_truth_table(kind: Kind, draft: Draft, because: str) -> None:
    verdict = whole(kind, draft)
    assert verdict.allowed == (not because)
    assert because in verdict.reason
