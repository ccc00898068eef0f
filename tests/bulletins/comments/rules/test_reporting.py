"""How many reports hide a comment, and whose count."""

import pytest

from pentameter.bulletins.comments.rules.reporting import (
    OUTCOMES,
    REASONS,
    Outcome,
    Reason,
    Reported,
    ReporterRecord,
    hides,
    report_counts,
)


@pytest.mark.parametrize(
    ("reasons", "looked_at", "expected"),
    [
        ([], False, False),
        ([Reason.IDENTIFIES], False, True),
        ([Reason.TIP], False, True),
        ([Reason.ILLEGAL], False, True),
        ([Reason.RULE] * 2, False, False),
        ([Reason.RULE] * 3, False, True),
        ([Reason.IDENTIFIES] * 2, True, False),
        ([Reason.IDENTIFIES] * 3, True, True),
        ([Reason.RULE] * 5, True, False),
        ([Reason.RULE] * 6, True, True),
    ],
)
def test_thresholds(reasons: list[Reason], looked_at: bool, expected: bool) -> None:
    assert hides([Reported(reason) for reason in reasons], set_aside=int(looked_at)) == expected


def test_reports_that_do_not_count_hide_nothing() -> None:
    assert not hides([Reported(Reason.IDENTIFIES, counts=False)] * 9, set_aside=0)


@pytest.mark.parametrize(
    ("agreed", "not_agreed", "counts"),
    [(0, 0, True), (0, 4, True), (0, 5, False), (1, 4, False), (2, 5, True), (1, 3, True)],
)
def test_false_reporters_are_noticed(agreed: int, not_agreed: int, counts: bool) -> None:
    assert report_counts(ReporterRecord(agreed, not_agreed)) == counts


def test_all_is_said_in_words() -> None:
    assert set(REASONS) == set(Reason)
    assert set(OUTCOMES) == set(Outcome)


@pytest.mark.parametrize("before", [6, 7, 15])
def test_to_silence_somebody_again_takes_more_than_all_who_tried_before(before: int) -> None:
    assert not hides([Reported(Reason.RULE)] * before, set_aside=before)
    assert hides([Reported(Reason.RULE)] * (before + 1), set_aside=before)


def test_where_somebody_could_be_found_three_are_enough_however_many_were_wrong() -> None:
    assert hides([Reported(Reason.IDENTIFIES)] * 3, set_aside=100)
