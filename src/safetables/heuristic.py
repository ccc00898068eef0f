"""Good suppression of tables of any size: move what is not protected, hide what moves, and then take back what was not
needed.

Each sensitive cell that the attacker can still bound too closely is moved to its goals along the cheapest way, and the
cells on the way are hidden. A movement is a witness for every other cell that it takes far enough. The second pass
walks again through the hidden cells alone, with those not yet used at their full weight, and shows what no way needed.
"""

import numpy as np
from numpy.typing import NDArray

from safetables.attacker import unprotected
from safetables.errors import Refusal
from safetables.movements import Movements
from safetables.problems import Problem
from safetables.ways import Ways

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
ROUNDS = 12
ENOUGH = 0.99
"""A pass that leaves more of the cost than this is the last."""


def hide(
    problem: Problem,
    seen: Movements,
    start: Mask | None = None,
    guide: Floats | None = None,
    passes: int = 3,
) -> Mask:
    """The cells to hide, the sensitive ones included; `Refusal` where even hiding everything does not protect.

    `start` are cells to begin with; `guide`, from 0 to 1, says how much each cell is worth trying first. Movements that
    are found go to those `seen`.
    """
    weights = problem.weights if guide is None else problem.weights * (1.0 - 0.95 * guide)
    hidden = problem.sensitive if start is None else start | problem.sensitive
    hidden = _protected(problem, hidden, Ways(problem, problem.may_hide | problem.free, weights), seen)
    for _ in range(passes):
        fewer = _protected(problem, problem.sensitive, Ways(problem, hidden | problem.free, weights), seen)
        before, after = problem.cost(hidden), problem.cost(fewer)
        hidden = fewer if after < before - 1e-9 else hidden
        if after > before * ENOUGH:
            break
    return hidden


def _protected(problem: Problem, hidden: Mask, ways: Ways, seen: Movements) -> Mask:
    """`hidden` and what more it takes of the cells through which these ways lead."""
    for turn in range(ROUNDS):
        open_ = unprotected(problem.system(hidden), problem.needs, problem.values, seen, hasty=not turn)
        if not open_:
            return hidden
        hidden = _moved(problem, hidden, ways, open_, seen)
    raise Refusal("No suppression was found that protects every cell.", "Publish fewer dimensions, or coarser codes.")


def _moved(problem: Problem, hidden: Mask, ways: Ways, open_: list[tuple[int, bool]], seen: Movements) -> Mask:
    goals = {place: at for at, place in enumerate(problem.needs.places.tolist())}
    steps = [(place, _step(problem, goals[place], up=up)) for place, up in open_]
    order = sorted((step for step in steps if step[1]), key=lambda step: _turn(problem, *step))
    places, far = np.array([place for place, _ in order]), np.array([by for _, by in order])
    hidden, met = hidden.copy(), np.zeros(len(order), dtype=bool)
    for at, (place, by) in enumerate(order):
        if met[at]:
            continue
        moved = ways.move(place, by, hidden)
        if moved is None:
            raise _hopeless(problem, place)
        seen.add(moved)
        hidden |= (moved != 0) & problem.may_hide
        met |= moved[places] / far >= 1.0 - 1e-6
    return hidden


def _turn(problem: Problem, place: int, by: float) -> tuple[int, tuple[int, ...], float, int]:
    """One subtable after another; in each the furthest first."""
    index, families = problem.subtables.home(place) or (-1, ())
    return index, families, -abs(by), place


def _step(problem: Problem, index: int, *, up: bool) -> float:
    """How far a sensitive cell has to move to one side."""
    wanted, value = problem.needs, problem.values[problem.needs.places[index]]
    if wanted.width[index]:
        return float(wanted.width[index]) if up else 0.0
    return float((wanted.high if up else wanted.low)[index] - value)


def _hopeless(problem: Problem, place: int) -> Refusal:
    return Refusal(
        f"Even with all else hidden this cell could be worked out too closely: {problem.known.name(place)}.",
        "Publish fewer dimensions, or coarser codes.",
        cells=(problem.known.name(place),),
    )
