"""The master program of cell suppression: which cells to choose so that no inequality found so far is broken."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp

from safetables.cuts import Cut, Cutting
from safetables.problems import Problem

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]


class Master:
    """min weights . y over the cells that can be chosen, under all cuts so far."""

    def __init__(self, problem: Problem, cutting: Cutting) -> None:
        self._problem = problem
        self._choice = cutting.choice
        self._weights = problem.weights[cutting.choice]
        self._place = np.full(len(problem.values), -1)
        self._place[cutting.choice] = np.arange(len(cutting.choice))
        self._cuts: dict[bytes, Cut] = {}
        self._bridges = self._no_bridges()

    def add(self, cuts: list[Cut]) -> None:
        """More cuts."""
        for cut in cuts:
            self._cuts[cut.places.tobytes() + np.round(cut.coefficients, 6).tobytes()] = cut

    def mask(self, chosen: Floats, least: float = 0.5) -> Mask:
        """The cells hidden by a choice."""
        hidden = self._problem.sensitive.copy()
        hidden[self._choice[chosen >= least]] = True
        return hidden

    def require_another(self, hidden: Mask) -> None:
        """What is hidden does not suffice: no choice within it does."""
        others = self._choice[~hidden[self._choice]]
        self.add([Cut(others, np.ones(len(others)), 1.0)])

    def solve(self, *, whole: bool, nodes: int = 1, gap: float = 1e-7) -> OptimizeResult:
        """The cheapest choice that no cut forbids."""
        matrix = self._matrix()
        right = np.array([cut.right for cut in self._cuts.values()])
        low = np.concatenate([right, np.zeros(self._bridges.shape[0])])
        return milp(
            self._weights,
            integrality=np.full(len(self._weights), int(whole)),
            bounds=Bounds(0, 1),
            constraints=LinearConstraint(sparse.vstack([matrix, self._bridges], format="csr"), low, np.inf),
            options={"node_limit": nodes, "mip_rel_gap": gap, "time_limit": 60.0} if whole else {},
        )

    def _matrix(self) -> sparse.csr_array:
        cuts = list(self._cuts.values())
        if not cuts:
            return sparse.csr_array((0, len(self._weights)))
        rows = np.repeat(np.arange(len(cuts)), [len(cut.places) for cut in cuts])
        columns = self._place[np.concatenate([cut.places for cut in cuts])]
        factors = np.concatenate([cut.coefficients for cut in cuts])
        return sparse.csr_array((factors, (rows, columns)), shape=(len(cuts), len(self._weights)))

    def _no_bridges(self) -> sparse.csr_array:
        """A cell hidden for others' sake is never the only one of a relation: it would be known, and hidden for
        nothing."""
        matrix = self._problem.base.matrix
        given = self._problem.sensitive | self._problem.free
        rows: list[NDArray[np.int64]] = []
        factors: list[Floats] = []
        for start, end in pairwise(matrix.indptr.tolist()):
            members = matrix.indices[start:end]
            chosen = self._place[members]
            chosen = chosen[chosen >= 0]
            if given[members].any() or not len(chosen):
                continue
            rows += [chosen] * len(chosen)
            factors += [np.where(chosen == one, -1.0, 1.0) for one in chosen]
        if not rows:
            return sparse.csr_array((0, len(self._weights)))
        where = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        entries = (np.concatenate(factors), (where, np.concatenate(rows)))
        return sparse.csr_array(entries, shape=(len(rows), len(self._weights)))
