"""Measuring: longer texts are wider, and what is shortened fits."""

from hypothesis import given
from hypothesis import strategies as st

from pentameter.look.charts.measure import breadth, compact, shortened, wrapped


@given(st.text(max_size=60), st.floats(0, 300))
def test_what_is_shortened_fits(text: str, room: float) -> None:
    assert breadth(shortened(text, 12, room), 12) <= max(room, 0)


@given(st.text(min_size=1, max_size=200), st.integers(1, 4))
def test_wrapped_lines_fit_and_are_few(text: str, lines: int) -> None:
    done = wrapped(text, 12, 120, lines=lines)
    assert len(done) <= lines
    assert all(breadth(line, 12) <= 120 for line in done)


@given(st.integers(0, 10**12))
def test_a_compact_count_is_short(count: int) -> None:
    assert len(compact(count)) <= 7


def test_compact() -> None:
    assert [compact(n) for n in (0, 2018, 12_400, 1_240_000)] == ["0", "2,018", "12k", "1.2m"]
