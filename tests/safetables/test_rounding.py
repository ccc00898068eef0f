"""Rounded tables add up, stay near the truth, and leave every small count its room."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import flat, table, tables

from safetables import BadInput, Refusal, Rules, Table, attack, in_bands, round_counts, statement


@settings(max_examples=40, deadline=None)
@given(tables(), st.integers(2, 10), st.sampled_from([None, 1, 2]))
def test_rounding_adds_up_and_stays_within_its_base(whole: Table, base: int, seed: int | None) -> None:
    try:
        safe = round_counts(whole, base=base, seed=seed)
    except Refusal as refusal:
        assert refusal.sentence  # noqa: PT017 - to refuse is an answer
        return
    printed = np.array([float(mark) for mark in safe.table.marks.ravel()])
    assert not (printed % base).any()
    assert not (whole.relations @ printed).any()
    assert (np.abs(printed - whole.values.ravel()) <= safe.within).all()
    assert (printed[whole.values.ravel() == 0] == 0).all()
    assert attack(safe.published, safe.rules, truths=[whole]).safe


def test_chance_rounds_without_bias() -> None:
    whole = table(flat(1), [12])
    drawn = [int(round_counts(whole, base=10, seed=seed).table.marks[0]) for seed in range(200)]
    assert set(drawn) == {10, 20}
    assert 10.5 < np.mean(drawn) < 13.5


def test_the_nearest_multiples_are_taken() -> None:
    safe = round_counts(table(flat(2, 2), [1, 4, 9, 6]), base=5)
    assert safe.table.marks[1:, 1:].tolist() == [["0", "5"], ["10", "5"]]
    assert "multiple of 5" in statement(safe)


@pytest.mark.parametrize("base", [0, 1, True])
def test_a_base_is_a_whole_number_from_two(base: int) -> None:
    with pytest.raises(BadInput, match="base"):
        round_counts(table(flat(2), [1, 2]), base=base)


@settings(max_examples=25, deadline=None)
@given(tables())
def test_bands_hold_the_truth_and_are_not_narrowed(whole: Table) -> None:
    try:
        safe = in_bands(whole, Rules(threshold=5))
    except Refusal as refusal:
        assert refusal.cells  # noqa: PT017 - to refuse is an answer
        return
    assert (safe.table.low <= whole.values).all()
    assert (whole.values <= safe.table.high).all()
    assert attack(safe.published, safe.rules, truths=[whole]).safe


def test_bands_begin_where_they_are_told() -> None:
    safe = in_bands(table(flat(3), [0, 6, 90]), Rules(threshold=10), edges=[10, 50])
    assert safe.table.marks.tolist() == ["50 or more", "0", "1 to 9", "50 or more"]
    with pytest.raises(BadInput, match="at the threshold"):
        in_bands(table(flat(2), [1, 2]), Rules(threshold=10), edges=[5])
