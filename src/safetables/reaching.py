"""How far each hidden number can go: solutions that reach a goal prove that it can, linear programs that it cannot.

One solution is a witness for every number in it. So many goals are asked for at once (the greatest sum, each number
held at its goal), and only what no joint question reached is asked for alone. Where counts are hidden a witness has to
be whole, however large the block; where the linear program's is not, a mixed-integer program looks for one beside it.
All this is about one block of a system.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from safetables.programs import Program, Solution, program
from safetables.propagation import Contradiction
from safetables.systems import INF, System
from safetables.whole import Whole, is_whole, nearest_whole

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
FEW = 4
"""Goals fewer than this are not asked for together."""
WHOLE_UP_TO = 300
"""In blocks of more hidden cells than this no mixed-integer program is asked over the whole block how far one goes. The
bounds that are proved are then those of the linear program, rounded to whole numbers: an attacker who solves it in
whole numbers can come closer. A witness is whole all the same, and what has none is not taken to be safe."""


@dataclass
class Reach:
    """`low` and `high`: reached by a witness. `outer_low` and `outer_high`: proved to be the furthest. `witnesses`
    are the solutions that moved a limit, the start first."""

    system: System
    exact: bool
    low: Floats
    high: Floats
    outer_low: Floats
    outer_high: Floats
    witnesses: list[Floats] = field(default_factory=list)

    def see(self, point: Floats) -> bool:
        """Take a solution as a witness, unless it has to be whole and is not."""
        if self.exact:
            if not is_whole(point):
                return False
            point = np.round(point)
        if (point < self.low - 1e-9).any() or (point > self.high + 1e-9).any():
            self.witnesses.append(point)
            self.widen(point, point)
        return True

    def widen(self, low: Floats, high: Floats) -> None:
        """Take the limits of witnesses that were found elsewhere."""
        self.low, self.high = np.minimum(self.low, low), np.maximum(self.high, high)

    def short(self, places: Places, goals: Floats, *, up: bool) -> NDArray[np.bool_]:
        """Which goals no witness has reached, and no proof has put out of reach."""
        if up:
            return (self.high[places] < goals - 1e-6) & (self.outer_high[places] >= goals - 1e-6)
        return (self.low[places] > goals + 1e-6) & (self.outer_low[places] <= goals + 1e-6)


class Reaching:
    """Asks for goals in one block. `start` is a solution that is known, the truth for instance. In haste no whole
    solution is looked for beside one in fractions: fewer goals are reached."""

    def __init__(self, system: System, start: Floats | None = None, *, hasty: bool = False) -> None:
        self.system = system
        self._hasty = hasty
        self._program: Program = program(system)
        self._whole = Whole(system)
        nothing = np.full(len(system.low), INF)
        self.reach = Reach(system, system.whole, nothing, -nothing, system.low.copy(), system.high.copy())
        self.reach.see(self._start() if start is None else start)

    def _start(self) -> Floats:
        found = self._program.solve()
        if found.status == "infeasible":
            raise Contradiction(-1)
        if self.reach.exact and not is_whole(found.point):
            return nearest_whole(self.system, found.point)
        return found.point

    def ask(self, places: Places, goals: Floats, *, up: bool) -> None:
        """Find witnesses for all goals that can be reached; what cannot has its furthest proved."""
        pending = places[self.reach.short(places, goals, up=up)]
        wanted = dict(zip(places.tolist(), goals.tolist(), strict=True))
        while len(pending) >= FEW:
            aims = np.array([wanted[place] for place in pending.tolist()])
            self._together(pending, aims, up=up)
            left = pending[self.reach.short(pending, aims, up=up)]
            if len(left) > 0.9 * len(pending):
                break
            pending = left
        for place in pending.tolist():
            self._alone(place, wanted[place], up=up)

    def _together(self, places: Places, goals: Floats, *, up: bool) -> None:
        found = self._asked(places, goals, up=up)
        if found.status == "optimal" and not self.reach.see(found.point) and not self._hasty:
            whole = self._whole.near(found.point, places, goals, up=up)
            if whole is not None:
                self.reach.see(whole)

    def _alone(self, place: int, goal: float, *, up: bool) -> None:
        one, aim = np.array([place]), np.array([goal])
        if not self.reach.short(one, aim, up=up)[0]:
            return
        found = self._asked(one, aim, up=up)
        if found.status == "unbounded":
            (self.reach.high if up else self.reach.low)[place] = INF if up else -INF
            return
        if found.status != "optimal":
            return
        furthest = float(found.point[place])
        self._prove(place, furthest, up=up)
        if not self.reach.see(found.point) and not self._hasty:
            self._in_whole_numbers(place, found.point, furthest, up=up)

    def _in_whole_numbers(self, place: int, point: Floats, furthest: float, *, up: bool) -> None:
        aim = np.array([np.floor(furthest + 1e-6) if up else np.ceil(furthest - 1e-6)])
        near = self._whole.near(point, np.array([place]), aim, up=up)
        if near is not None:
            self.reach.see(near)
        if len(point) <= WHOLE_UP_TO and self.reach.short(np.array([place]), aim, up=up)[0]:
            best, bound = self._whole.furthest(place, float(aim[0]), up=up)
            if best is not None:
                self.reach.see(best)
            self._prove(place, bound, up=up)

    def _prove(self, place: int, furthest: float, *, up: bool) -> None:
        if self.system.whole:
            furthest = np.floor(furthest + 1e-6) if up else np.ceil(furthest - 1e-6)
        if up:
            self.reach.outer_high[place] = min(self.reach.outer_high[place], furthest)
        else:
            self.reach.outer_low[place] = max(self.reach.outer_low[place], furthest)

    def _asked(self, places: Places, goals: Floats, *, up: bool) -> Solution:
        """The greatest sum of these numbers, each up to its goal, or the least."""
        low, high = self.system.low[places], self.system.high[places]
        if up:
            self._program.bounds(places, low, np.maximum(np.minimum(goals, high), low))
        else:
            self._program.bounds(places, np.minimum(np.maximum(goals, low), high), high)
        self._program.costs(places, np.full(len(places), -1.0 if up else 1.0))
        found = self._program.solve()
        self._program.costs(places, np.zeros(len(places)))
        self._program.bounds(places, low, high)
        return found
