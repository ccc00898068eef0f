"""What holds mentions together for one reader."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from pentameter.entities.rules.judgements import Finding, Judgement, Way
from pentameter.entities.rules.reading import together

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def said(one: int, other: int, finding: Finding = Finding.SAME) -> Judgement:
    return Judgement(UUID(int=100 * one + other), UUID(int=one), UUID(int=other), finding, Way.PERSON, AT)


@pytest.mark.parametrize(
    ("readable", "held", "groups"),
    [
        ([], [], []),
        ([1, 2, 3], [], [{1}, {2}, {3}]),
        ([1, 2, 3], [said(1, 2), said(2, 3)], [{1, 2, 3}]),
        ([1, 3], [said(1, 2), said(2, 3)], [{1}, {3}]),
        ([1, 2, 3], [said(2, 3), said(1, 2, Finding.DIFFERENT), said(1, 3, Finding.UNSURE)], [{2, 3}, {1}]),
    ],
)
def test_only_sameness_between_two_that_may_be_read(readable: list, held: list, groups: list) -> None:
    found = together([UUID(int=one) for one in readable], held)
    assert [{one.int for one in group} for group in found] == groups
