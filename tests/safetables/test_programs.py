"""The solver that is kept in memory answers as scipy's public function does."""

import numpy as np
import pytest
from hypothesis import given, settings
from tiny import flat, table, tables

from safetables import BadInput, Rules, Table
from safetables.problems import problem
from safetables.programs import Fresh, Kept, program
from safetables.propagation import tightened
from safetables.systems import System
from safetables.whole import is_whole


def _system(whole: Table) -> System:
    asked = problem([whole], Rules(threshold=6))
    hidden = np.zeros(len(asked.values), dtype=bool)
    hidden[asked.known.places[0][whole.inner]] = True
    return asked.system(hidden & asked.may_hide)


@settings(max_examples=30, deadline=None)
@given(tables())
def test_both_find_the_same_limits(whole: Table) -> None:
    system = _system(whole)
    kept, fresh = Kept(system), Fresh(system)
    for place in range(0, len(system.low), 3):
        one = np.array([place])
        for sign in (1.0, -1.0):
            found = []
            for asked in (kept, fresh):
                asked.costs(one, np.array([sign]))
                found.append(asked.solve())
                asked.costs(one, np.zeros(1))
            assert found[0].status == found[1].status == "optimal"
            assert found[0].value == pytest.approx(found[1].value, abs=1e-6)


def test_the_kept_one_is_there() -> None:
    """If scipy moves what is behind its underscore, this says so; `Fresh` would answer, only slower."""
    assert isinstance(program(_system(table(flat(2), [3, 4]))), Kept)


@settings(max_examples=30, deadline=None)
@given(tables())
def test_bounds_of_single_relations_hold_the_truth(whole: Table) -> None:
    system = _system(whole)
    tight = tightened(system)
    values = problem([whole], Rules(threshold=6)).values
    assert (tight.low >= system.low).all()
    assert (tight.low <= values).all()
    assert (values <= tight.high).all()


def test_crossing_bounds_are_a_contradiction() -> None:
    system = _system(table(flat(2), [3, 4]))
    with pytest.raises(BadInput, match="contradict"):
        tightened(system.bounded(np.array([9.0, 1.0, 1.0]), np.array([9.0, 3.0, 3.0])))


def test_whole_numbers_are_known() -> None:
    assert is_whole(np.array([1.0, 2.0000001]))
    assert not is_whole(np.array([1.0, 2.5]))
