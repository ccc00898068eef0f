"""The best suppression of a small table, proved; of a large one, how much better than what was found any could be.

A master program chooses cells; the attacker looks whether the choice protects; each need that it does not meet gives
an inequality that the choice violates and every sound one satisfies; and again (Fischetti and Salazar 2001). First in
fractions of cells, which is fast, bounds the cost of every suppression from below, and guides the search for good ones;
then, where the table is small, in whole cells until the attacker finds nothing.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from safetables import heuristic
from safetables.attacker import unprotected
from safetables.boxes import FROM
from safetables.cuts import Cutting, goals_of
from safetables.errors import Refusal
from safetables.master import Master
from safetables.movements import Movements
from safetables.problems import Problem

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
NEAR = 1e-6
SLACK = 0.3
"""A cell weighs one and up to a hundredth: what is within this of the bound is the least number of cells."""


@dataclass(frozen=True)
class Effort:
    """How long is looked: `work` is cells that can be chosen times needs, at most, for the rounds in fractions, and
    `whole_work` for those in whole cells; `rounds` and the `nodes` of a master's tree bound them."""

    work: int = 4_000_000
    whole_work: int = 6_000
    fractions: int = 15
    rounds: int = 12
    nodes: int = 60


USUAL = Effort()


@dataclass(frozen=True, eq=False)
class Suppression:
    """`hidden`, the best that was found, and a proved `bound` on what any costs besides the sensitive cells; None where
    none was sought. `seen` are the movements that were met on the way."""

    hidden: Mask
    bound: float | None
    seen: Movements


def suppression(problem: Problem, effort: Effort = USUAL) -> Suppression:
    """The best suppression that the effort finds."""
    seen = Movements(len(problem.values))
    best = heuristic.hide(problem, seen)
    if problem.cost(best) <= NEAR:
        return Suppression(best, 0.0, seen)
    asked = Search(problem, best, effort, seen)
    if asked.work > effort.work or problem.needs.width.any():
        return Suppression(best, None, seen)
    asked.in_fractions()
    if asked.work <= effort.whole_work:
        asked.in_whole_cells()
    return Suppression(asked.best, min(asked.bound, problem.cost(asked.best)), seen)


class Search:
    """The best so far, the bound so far, and the master between them."""

    def __init__(self, problem: Problem, best: Mask, effort: Effort, seen: Movements) -> None:
        self.best, self.bound = best, 0.0
        self._seen = seen
        self._problem, self._effort = problem, effort
        self._goals = goals_of(problem)
        self._slow = any(len(table.dimensions) >= FROM for table in problem.tables)
        self._cutting = Cutting(problem)
        self.work = len(self._cutting.choice) * len(self._goals)

    def in_fractions(self) -> None:
        """Bound the cost of all, and try what the fractions point at."""
        self._master = Master(self._problem, self._cutting)
        for place, up, far in self._goals:
            self._master.add(self._cutting.single(place, far, up=up))
        chosen = np.zeros(len(self._cutting.choice))
        for _ in range(self._effort.fractions):
            found = self._master.solve(whole=False)
            if found.x is None:
                break
            chosen, before = found.x, self.bound
            self.bound = max(before, float(found.fun))
            if not self._cut(chosen) or (self._slow and self.bound < before * (1 + NEAR)):
                break
        if not self._slow:
            self._try(guide=chosen)
            self._try(start=self._master.mask(chosen, 0.5), guide=chosen)
        self._try(start=self._master.mask(chosen, 0.9), guide=chosen)

    def in_whole_cells(self) -> None:
        """Choose, look, cut, until the choice protects or the best is as cheap as the bound."""
        for turn in range(self._effort.rounds):
            found = self._master.solve(
                whole=True, nodes=self._effort.nodes, gap=SLACK / 2 / self._problem.cost(self.best)
            )
            self.bound = max(self.bound, float(found.mip_dual_bound or 0.0))
            if found.x is None or self.bound >= self._problem.cost(self.best) - SLACK:
                return
            hidden = self._master.mask(found.x)
            if turn % 4 == 0:
                self._try(start=hidden, guide=np.round(found.x))
            if self._cut(np.round(found.x)):
                continue
            if unprotected(self._problem.system(hidden), self._problem.needs, self._problem.values, self._seen):
                self._master.require_another(hidden)
            elif self._problem.cost(hidden) < self._problem.cost(self.best):
                self.best = hidden

    def _try(self, start: Mask | None = None, guide: Floats | None = None) -> None:
        """Keep what the heuristic makes of it, where it is cheaper."""
        every = np.zeros(len(self._problem.values))
        if guide is not None:
            every[self._cutting.choice] = np.clip(guide, 0.0, 1.0)
        try:
            found = heuristic.hide(self._problem, self._seen, start, every)
        except Refusal:
            return
        if self._problem.cost(found) < self._problem.cost(self.best) - NEAR:
            self.best = found

    def _cut(self, chosen: Floats) -> bool:
        """Add what the choice violates; whether there was any."""
        every = np.zeros(len(self._problem.values))
        every[self._cutting.choice] = chosen
        self._cutting.allow(every)
        asked = (self._cutting.violated(place, far, up=up) for place, up, far in self._goals)
        fresh = [cut for cut in asked if cut is not None and cut.value(every) < cut.right - NEAR]
        self._master.add(fresh)
        return bool(fresh)
