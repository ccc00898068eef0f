"""The attacker in the box: what anybody can conclude from all that was published.

For every number that is not printed exactly the least and the greatest value over all solutions of the system that the
publications make (Hundepool et al. 2012, "disclosure audit"; Fischetti and Salazar 2001). Known numbers are taken out,
single relations are followed first, independent blocks are asked alone, and one solution that is found serves as a
witness for all cells.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from safetables.blame import blamed
from safetables.comparing import Grows, Part
from safetables.dimensions import Dimension
from safetables.errors import BadInput
from safetables.findings import Bound, Findings, GivenAway
from safetables.judging import Bounds, needed, reasons, true_values
from safetables.movements import Movements
from safetables.propagation import Contradiction, tightened
from safetables.published import Published
from safetables.reaching import Reaching
from safetables.rules import Needs, Rules
from safetables.systems import INF, Reduced, System
from safetables.tables import Table
from safetables.universe import Relation, Universe, universe

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


def attack(
    published: Sequence[Published],
    rules: Rules | None = None,
    *,
    truths: Sequence[Table | None] = (),
    links: Sequence[Dimension] = (),
    relations: Sequence[Relation] = (),
    grows: Grows = True,
    parts: Sequence[Part] = (),
) -> Findings:
    """The bounds of every hidden cell of these tables together, and the cells that are given away.

    With `truths`, the tables themselves, every count below the threshold is held to its protection interval; without
    them only what the bounds themselves say can be judged. `links`, `relations`, `grows` and `parts` are those of
    `universe`. What no solution was found to protect counts as given away.
    """
    rules = rules or Rules()
    known = universe(published, links=links, relations=relations, grows=grows, parts=parts)
    system = known.system()
    bounds = bounds_of(system, known)
    wanted, values = needed(known, truths, rules), true_values(known, truths) if truths else None
    if wanted is not None and values is not None:
        bounds = _from_the_truth(system, bounds, wanted, values)
    shown = np.array(known.high) - np.array(known.low) <= 0
    found = [_bound(known, bounds, place) for place in np.flatnonzero(~shown).tolist()]
    away = [
        GivenAway(_bound(known, bounds, place), why, blamed(known, system, place))
        for place, why in reasons(known, bounds, wanted, values, rules)
    ]
    return Findings(tuple(found), tuple(away), len(known.cells), None if wanted is None else len(wanted))


def bounds_of(system: System, known: Universe | None = None) -> Bounds:
    """Exact bounds of all numbers of a system."""
    try:
        tight = tightened(system)
    except Contradiction as fault:
        raise _named(fault, system, known) from None
    low, high = tight.low.copy(), tight.high.copy()
    seen_low, seen_high = low.copy(), high.copy()
    for block in tight.reduced().blocks():
        here = block.columns
        low[here], high[here], seen_low[here], seen_high[here] = _of_block(block)
    return Bounds(low, high, seen_low, seen_high)


def _of_block(block: Reduced) -> tuple[Floats, Floats, Floats, Floats]:
    system = block.system
    if not system.matrix.shape[0]:
        return system.low, system.high, system.low, system.high
    asked = Reaching(system)
    everyone = np.arange(len(system.low))
    asked.ask(everyone, system.high, up=True)
    asked.ask(everyone, system.low, up=False)
    reach = asked.reach
    low = np.where(np.isinf(reach.low), -INF, reach.outer_low)
    high = np.where(np.isinf(reach.high), INF, reach.outer_high)
    return low, high, reach.low, reach.high


def _from_the_truth(system: System, bounds: Bounds, wanted: Needs, truth: Floats) -> Bounds:
    """For what no solution was found from nothing, one may be found from the truth."""
    unsure = wanted.only(wanted.met(bounds.low, bounds.high) & ~wanted.met(bounds.seen_low, bounds.seen_high))
    if not len(unsure):
        return bounds
    open_ = [place for place, _ in unprotected(system, unsure, truth)]
    proved = unsure.only(~np.isin(unsure.places, open_))
    low, high, here = bounds.seen_low.copy(), bounds.seen_high.copy(), proved.places
    low[here] = np.minimum(low[here], proved.low)
    high[here] = np.maximum(np.maximum(high[here], proved.high), low[here] + proved.width)
    return Bounds(bounds.low, bounds.high, low, high)


def _bound(known: Universe, bounds: Bounds, place: int) -> Bound:
    low, high = float(bounds.low[place]) + 0.0, float(bounds.high[place]) + 0.0  # no -0
    return Bound(known.name(place), known.cells[place], known.said[place], low, high, bool(bounds.exact[place]))


def _named(fault: Contradiction, system: System, known: Universe | None) -> BadInput:
    if fault.row < 0 or known is None:
        return fault
    start, end = system.matrix.indptr[fault.row : fault.row + 2]
    cells = [known.name(int(place)) for place in system.matrix.indices[start:end]]
    said = "; ".join(cells[:6]) + (" and others" if len(cells) > 6 else "")
    return BadInput(f"The published figures contradict one another: look at {said}.")


def unprotected(
    system: System, wanted: Needs, truth: Floats, seen: Movements | None = None, *, hasty: bool = False
) -> list[tuple[int, bool]]:
    """(place, upwards?) for every need that the system does not leave room for: proved by linear programs, or, where a
    witness in whole numbers was wanted and none was found, presumed. An empty list is a proof of protection. Movements
    `seen` before are witnesses as far as the system allows them, and those that are found now are added. In haste
    more is presumed."""
    tight = tightened(system)
    seen = Movements(len(truth)) if seen is None else seen
    witnessed = seen.limits(system, truth)
    open_: list[tuple[int, bool]] = []
    place_of = {place: index for index, place in enumerate(wanted.places.tolist())}
    fixed = [place for place in place_of if tight.high[place] - tight.low[place] <= 1e-7]
    for place in fixed:
        open_ += [(place, up) for up in (True, False) if _unmet(wanted, place_of[place], tight, place, up=up)]
    for block in tight.reduced().blocks():
        inside = np.array([at for at, place in enumerate(block.columns.tolist()) if place in place_of], dtype=np.int64)
        if inside.size:
            index = np.array([place_of[place] for place in block.columns[inside].tolist()])
            asked = Reaching(block.system, truth[block.columns], hasty=hasty)
            asked.reach.widen(*(limit[block.columns] for limit in witnessed))
            open_ += _unproved(block, asked, inside, index, wanted, truth)
            for found in asked.reach.witnesses[1:]:
                seen.add(found - truth[block.columns], block.columns)
    return open_


def _unmet(wanted: Needs, index: int, tight: System, place: int, *, up: bool) -> bool:
    short_up = tight.high[place] < wanted.high[index] - 1e-6 or wanted.width[index] > 0
    return bool(short_up if up else tight.low[place] > wanted.low[index] + 1e-6)


def _unproved(
    block: Reduced, asked: Reaching, inside: Places, index: Places, wanted: Needs, truth: Floats
) -> list[tuple[int, bool]]:
    asked.ask(inside, wanted.high[index], up=True)
    asked.ask(inside, wanted.low[index], up=False)
    reach = asked.reach
    wide = wanted.width[index] > 0
    if wide.any():
        narrow, width = inside[wide], wanted.width[index][wide]
        asked.ask(narrow, np.minimum(truth[block.columns][narrow] + width, block.system.high[narrow]), up=True)
        asked.ask(narrow, np.maximum(reach.high[narrow] - width, block.system.low[narrow]), up=False)
    up = reach.high[inside] < wanted.high[index] - 1e-6
    up |= wide & (reach.high[inside] - reach.low[inside] < wanted.width[index] - 1e-6)
    down = reach.low[inside] > wanted.low[index] + 1e-6
    places = block.columns[inside]
    return [(int(place), True) for place in places[up]] + [(int(place), False) for place in places[down]]
