"""Groups, periods and reasons as they stand in the data, and the days that follow from them."""

from datetime import date

import pytest

from pentameter.retention.rules.groups import (
    Kind,
    Outcome,
    due_on,
    group_of,
    groups,
    kinds,
    reason_words,
    reasons,
    years_after,
    years_before,
)


def test_every_kind_has_a_group_and_says_why_it_is_not_reviewed_here() -> None:
    assert set(kinds()) == set(Kind)
    for line in kinds().values():
        assert line.group in groups()
        assert line.reviewed_here is not bool(line.why_not)
    assert {kind for kind, line in kinds().items() if line.reviewed_here} == {Kind.CASE, Kind.REPORT}


def test_every_group_has_its_source_and_keeps_its_mark() -> None:
    for one in groups().values():
        assert one.source
        assert one.to_confirm
        assert min(one.first_years, one.then_years) >= 6


def test_reasons_are_offered_for_both() -> None:
    assert {one.outcome for one in reasons()} == set(Outcome)
    assert reason_words("dispose", "over") == "It was kept for as long as it may be"
    assert reason_words("dispose", "gone since") == "gone since"


@pytest.mark.parametrize(
    ("kind", "known", "since", "until", "due"),
    [
        (Kind.REPORT, True, date(2007, 10, 5), None, date(2017, 10, 5)),
        (Kind.REPORT, False, date(2007, 10, 5), None, date(2017, 10, 5)),
        (Kind.REPORT, True, date(2007, 10, 5), date(2020, 1, 1), date(2020, 1, 1)),
        (Kind.REPORT, True, date(2007, 10, 5), date(2009, 1, 1), date(2017, 10, 5)),
        (Kind.COMMENT, True, date(2008, 2, 29), None, date(2014, 3, 1)),
        (Kind.CASE, True, None, None, None),
        (Kind.CASE, True, None, date(2009, 1, 1), None),
    ],
)
def test_when_a_review_is_due(kind: Kind, known: bool, since: date | None, until: date | None, due: date) -> None:
    assert due_on(group_of(kind, known=known), since, until) == due


def test_what_is_not_known_belongs_to_the_first_group() -> None:
    assert (group_of(Kind.COMMENT).number, group_of(Kind.COMMENT, known=False).number) == (3, 1)


def test_no_period_is_cut_short() -> None:
    for day in (date(2008, 2, 29), date(2007, 10, 5)):
        for years in (6, 10):
            assert years_after(years_before(day, years), years) <= day
            assert years_after(day, years) >= date(day.year + years, day.month, 28 if day.day == 29 else day.day)
