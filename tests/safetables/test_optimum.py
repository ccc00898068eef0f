"""The optimum is that of trying every choice, and the heuristic never beats it."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from tiny import flat, table, tables

from safetables import Refusal, Rules, Table, protect
from safetables import heuristic as fast
from safetables.attacker import unprotected
from safetables.movements import Movements
from safetables.optimum import Effort, suppression
from safetables.problems import Problem, problem

SMALL = (flat(4), flat(2, 3), flat(3, 3))


def _least(asked: Problem) -> float:
    """By trying every choice of cells, the cheapest first."""
    choice = np.flatnonzero(asked.may_hide & ~asked.sensitive)
    every = [list(some) for many in range(len(choice) + 1) for some in combinations(choice.tolist(), many)]
    for some in sorted(every, key=lambda one: float(asked.weights[one].sum())):
        hidden = asked.sensitive.copy()
        hidden[some] = True
        if not unprotected(asked.system(hidden), asked.needs, asked.values):
            return asked.cost(hidden)
    raise AssertionError("Even everything hidden does not protect.")


@settings(max_examples=25, deadline=None)
@given(tables(spans=(flat(4), flat(2, 3))))
def test_no_choice_of_cells_is_cheaper_than_the_optimum(whole: Table) -> None:
    asked = problem([whole], Rules(threshold=6))
    found = suppression(asked)
    assert found.bound is not None
    assert found.bound <= _least(asked) + 0.3
    assert asked.cost(found.hidden) == pytest.approx(_least(asked), abs=0.3)


@settings(max_examples=40, deadline=None)
@given(tables())
def test_the_heuristic_is_never_better_than_the_bound(whole: Table) -> None:
    asked = problem([whole], Rules(threshold=6))
    try:
        quick = fast.hide(asked, Movements(len(asked.values)))
    except Refusal:
        return
    found = suppression(asked)
    assert not unprotected(asked.system(quick), asked.needs, asked.values)
    assert asked.cost(found.hidden) <= asked.cost(quick) + 1e-9
    assert found.bound is not None
    assert found.bound <= asked.cost(found.hidden) + 1e-9


def test_a_known_optimum() -> None:
    """Four corners of a rectangle: one sensitive cell in a table of large ones needs three more."""
    safe = protect(table(flat(3, 3), [3, 40, 50, 60, 30, 80, 90, 70, 20]), Rules(threshold=10))
    assert (safe.hidden, safe.sensitive, safe.optimal) == (4, 1, True)


def test_without_effort_no_bound_is_claimed() -> None:
    whole = table(flat(3, 3), [3, 40, 50, 60, 30, 80, 90, 70, 20])
    safe = protect(whole, Rules(threshold=10), effort=Effort(work=0))
    assert safe.least_hidden is None
    assert not safe.optimal
