"""A movement is a witness where the system allows it, and nowhere else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny import flat, table, tables

from safetables import Refusal, Rules, Table, protect, ways
from safetables.attacker import unprotected
from safetables.movements import Movements
from safetables.problems import problem
from safetables.systems import System

RECTANGLE = np.array([0.0, 0, 0, 0, 1, -1, 0, -1, 1])


def _square() -> tuple[
    System, np.ndarray[tuple[int], np.dtype[np.float64]], np.ndarray[tuple[int], np.dtype[np.bool_]]
]:
    asked = problem([table(flat(2, 2), [5, 6, 7, 8])], Rules(threshold=20))
    inner = RECTANGLE != 0
    return asked.system(inner), asked.values, inner


def test_what_was_found_is_a_witness() -> None:
    system, truth, inner = _square()
    seen = Movements(len(truth))
    seen.add(3 * RECTANGLE)
    seen.add(np.array([-2.0, 2, 2, -2]), np.flatnonzero(inner))
    low, high = seen.limits(system, truth)
    assert (high - truth)[inner].tolist() == [3, 2, 2, 3]
    assert (truth - low)[inner].tolist() == [2, 3, 3, 2]
    assert ((low == truth) & (high == truth))[~inner].all()


@pytest.mark.parametrize(
    "moved",
    [
        pytest.param(RECTANGLE / 2, id="in fractions"),
        pytest.param(RECTANGLE * 40, id="below nought"),
        pytest.param(np.abs(RECTANGLE), id="with other totals"),
        pytest.param(np.array([1.0, 0, 0, 0, 0, 0, 0, 0, 0]), id="of what is shown"),
    ],
)
def test_what_the_system_forbids_is_no_witness(moved: np.ndarray[tuple[int], np.dtype[np.float64]]) -> None:
    system, truth, _ = _square()
    seen = Movements(len(truth))
    seen.add(moved)
    low, high = seen.limits(system, truth)
    assert (low == truth).all()
    assert (high == truth).all()


def test_nothing_is_known_of_nothing() -> None:
    system, truth, _ = _square()
    low, high = Movements(len(truth)).limits(system, truth)
    assert (low == truth).all()
    assert (high == truth).all()


@settings(max_examples=40, deadline=None)
@given(tables(), st.lists(st.integers(0, 26), max_size=6))
def test_they_change_nothing_of_what_is_open(whole: Table, shown: list[int]) -> None:
    """The attacker who knows what was met while it was protected finds the same cells open as the one who does not."""
    asked = problem([whole], Rules(threshold=6))
    seen = Movements(len(asked.values))
    hidden = asked.may_hide.copy()
    unprotected(asked.system(hidden), asked.needs, asked.values, seen)
    hidden[[place for place in shown if place < hidden.size]] = False
    alone = unprotected(asked.system(hidden), asked.needs, asked.values)
    assert sorted(unprotected(asked.system(hidden), asked.needs, asked.values, seen)) == sorted(alone)


@settings(max_examples=12, deadline=None)
@given(tables(spans=(flat(3, 3, 3), flat(2, 3, 2))))
def test_a_cube_is_protected_against_who_saw_no_movement(whole: Table) -> None:
    _held(whole)


@settings(max_examples=12, deadline=None)
@given(tables(spans=(flat(2, 2, 2), flat(3, 3, 3), flat(2, 6, 2))))
def test_and_where_each_way_is_looked_for_through_a_few_codes(whole: Table) -> None:
    before, ways.LARGE_CUBE = ways.LARGE_CUBE, 0
    try:
        _held(whole)
    finally:
        ways.LARGE_CUBE = before


def _held(whole: Table) -> None:
    rules = Rules(threshold=6)
    try:
        safe = protect(whole, rules)
    except Refusal:
        return
    asked = problem([whole], rules)
    assert not unprotected(asked.system(safe.table.hidden.ravel()), asked.needs, asked.values)
