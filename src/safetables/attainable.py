"""What no suppression can change: a count is never lower than the cells in it that are known to count somebody.

Where counts of nobody are shown, everybody knows that a total of three cells that are not 0 is at least three. The
lower end of a protection interval is raised to what is possible when all else is hidden.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from safetables.propagation import tightened
from safetables.reaching import Reaching
from safetables.rules import Needs, Rules, Zeros
from safetables.systems import INF
from safetables.universe import Universe

Floats = NDArray[np.float64]


def attainable(known: Universe, wanted: Needs, values: Floats, rules: Rules) -> Needs:
    """The needs, with lower ends that can be reached when nothing but the zeros is shown."""
    system = known.system()
    nobody = (values == 0) & (rules.zeros is Zeros.SHOWN)
    least = np.minimum(rules.least if known.whole else 0.0, np.where(np.isnan(values), 0.0, values))
    for place in known.differences:
        least[place] = min(0.0, known.low[place])
        nobody[place] = False
    tight = tightened(system.bounded(np.where(nobody, 0.0, least), np.where(nobody, 0.0, INF)))
    low = np.maximum(wanted.low, tight.low[wanted.places])
    at = {place: index for index, place in enumerate(wanted.places.tolist())}
    for block in tight.reduced().blocks():
        inside = np.array([i for i, place in enumerate(block.columns.tolist()) if place in at], dtype=np.int64)
        start = values[block.columns]
        if not inside.size or np.isnan(start).any():
            continue
        index = np.array([at[place] for place in block.columns[inside].tolist()])
        asked = Reaching(block.system, start)
        asked.ask(inside, low[index], up=False)
        low[index] = np.maximum(low[index], asked.reach.outer_low[inside])  # proved, not only not found
    return replace(wanted, low=low)
