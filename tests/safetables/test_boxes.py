"""A box keeps every total, moves only what may move, and is found wherever there is one."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from tiny import flat, nested, tables

from safetables import Rules, Table
from safetables.boxes import Boxes
from safetables.problems import Problem, problem
from safetables.tables import Table as Whole

CUBES = (flat(2, 2, 2), flat(3, 2, 2), (nested(), *flat(2, 2)))


def _asked(whole: Whole) -> Problem:
    return problem([whole], Rules(threshold=6))


@settings(max_examples=60, deadline=None)
@given(tables(spans=CUBES))
def test_a_movement_keeps_every_total_within_what_may_move(whole: Table) -> None:
    asked = _asked(whole)
    boxes = Boxes(asked)
    for place, by in product(asked.needs.places.tolist(), (1.0, -2.0)):
        moved = boxes.move(place, by, asked.may_hide)
        if moved is None:
            continue
        assert moved[place] == by
        assert np.abs(asked.base.matrix @ moved).max() == 0
        assert not moved[~asked.may_hide].any()
        assert (asked.values + moved >= asked.base.low).all()
        assert set(np.abs(moved[moved != 0])) == {abs(by)}


@settings(max_examples=60, deadline=None)
@given(tables(spans=(flat(2, 2, 2),)))
def test_the_only_box_of_the_smallest_cube_is_found(whole: Table) -> None:
    """Between the eight inner cells there is one box; what may not move breaks it."""
    asked = _asked(whole)
    inner = np.zeros(whole.values.shape, dtype=bool)
    inner[1:, 1:, 1:] = True
    allowed = asked.may_hide & inner.ravel()
    corners = list(product((1, 2), repeat=3))
    place = int(np.ravel_multi_index(corners[0], inner.shape))
    falls = [whole.values[corner] for corner in corners if sum(corner) % 2 == 0]
    possible = bool(allowed[inner.ravel()].all() and min(falls) >= 1 + 1)  # a hidden count is at least 1
    assert (Boxes(asked).move(place, 1.0, allowed) is not None) == possible


def test_a_table_of_two_dimensions_has_programs_enough() -> None:
    whole = Table.of(flat(2, 2), {("a0", "b0"): 3, ("a0", "b1"): 9, ("a1", "b0"): 9, ("a1", "b1"): 9})
    asked = _asked(whole)
    assert Boxes(asked).move(int(asked.needs.places[0]), 1.0, asked.may_hide) is None
