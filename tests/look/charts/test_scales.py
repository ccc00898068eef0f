"""Scales and classes: round, from zero, without a gap or an overlap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pentameter.look.charts.scales import classes, ticks


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (0, [0, 1]),
        (1, [0, 1]),
        (3, [0, 1, 2, 3]),
        (331, [0, 100, 200, 300, 400]),
        (2018, [0, 500, 1000, 1500, 2000, 2500]),
    ],
)
def test_ticks(top: float, expected: list[float]) -> None:
    assert ticks(top) == expected


@given(st.floats(0, 1e12))
def test_ticks_cover_the_top_in_few_steps(top: float) -> None:
    marks = ticks(top)
    assert marks[0] == 0
    assert marks[-1] >= top * 0.999
    assert 2 <= len(marks) <= 8


def test_labels_say_the_classes() -> None:
    found = classes([1, 4, 12, 20, 21, 44, 47, 80, 139, 214])
    assert found.labels() == ["1 to 9", "10 to 19", "20 to 49", "50 to 149", "150 or more"]


@given(st.lists(st.integers(0, 10**9), max_size=60))
def test_every_positive_count_has_one_class(counts: list[int]) -> None:
    found = classes(counts)
    assert list(found.bounds) == sorted(set(found.bounds))
    assert len(found.bounds) <= 5
    for count in filter(None, counts):
        at = found.of(count)
        assert found.bounds[at] <= count
        assert at == len(found.bounds) - 1 or count < found.bounds[at + 1]


def test_no_counts_no_classes() -> None:
    assert classes([0, 0]).labels() == []
