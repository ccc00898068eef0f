"""Which published cells give a cell away: those with a price in the linear program that bounds it.

At its optimum a bound is a sum of published figures, each times the prices of the relations that it stands in (linear
duality; Fischetti and Salazar 2001 cut with the same prices).
"""

import numpy as np

from safetables.programs import program
from safetables.systems import System
from safetables.universe import Universe


def blamed(known: Universe, system: System, place: int) -> tuple[str, ...]:
    """Names of the published cells from which its bounds follow; empty where it is itself printed."""
    if known.low[place] == known.high[place]:
        return ()
    asked = program(system)
    one = np.array([place])
    named: dict[int, None] = {}
    for sign in (1.0, -1.0):
        asked.costs(one, np.array([-sign]))
        found = asked.solve()
        if found.status != "optimal":
            continue
        if sign < 0 and found.value <= known.low[place] + 1e-6:
            continue  # a lower bound that everybody knows gives nothing away
        prices = system.matrix.T @ found.duals
        limits = np.isfinite(system.high) & (np.abs(prices) > 1e-7)
        named |= dict.fromkeys(int(other) for other in np.flatnonzero(limits) if other != place)
    return tuple(f"{known.name(other)} ({known.said[other] or 'not printed'})" for other in named)
