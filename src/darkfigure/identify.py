"""Is there a finite, single estimate of the dark figure, and if not, why not?

Let A be the design over the observable cells and D = {d : a_w.d = 0 where people were seen, a_w.d <= 0 where nobody
was}, the recession cone of the log-likelihood. Along any d in D the likelihood never falls. If some d raises d_0, the
intercept, the dark figure can grow without limit; if some d lowers it, it can vanish; if both, it is not identified;
if neither, it is finite and single, even where other parameters are not (Fienberg and Rinaldo 2012; Rockafellar 1970,
theorem 27.1). The cone depends on the counts through their zeros alone, so verdicts are kept for each pattern of zeros.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories
from darkfigure.lattice import Floats, subset_sums, superset_sums, table_of
from darkfigure.models import Model, sorted_terms, terms_of

FINITE, INFINITE, ZERO, NOT_IDENTIFIED = range(4)
"""Places in `estimate.STATUSES`."""
_TINY = 1e-6
_BOX = 1e4


@dataclass(frozen=True)
class Verdict:
    """What the recession cone says.

    `status` (FINITE, ...) of the dark figure; `exists`: the parameters left after the zero-overlap rule have a
    maximum-likelihood estimate; `identified`: it is single. `direction` (p,) is the way in which it runs off.
    `face` (C,): cells whose fitted mean is not zero; `basis` (p,): parameters that are free on them.
    """

    status: int
    exists: bool
    identified: bool
    direction: Floats
    face: NDArray[np.bool_]
    basis: NDArray[np.bool_]

    @property
    def code(self) -> int:
        """0 fine, 1 no estimate, 2 not identifiable, 3 both: as SparseMSE and MultipleSystemsEstimation number them."""
        return int(not self.exists) + 2 * int(not self.identified)


def judge(matrix: Floats, seen: NDArray[np.bool_]) -> Verdict:
    """The verdict on a design (C, p), intercept first, over cells of which `seen` (C,) have people in them."""
    return _judged(np.ascontiguousarray(matrix, dtype=np.float64).tobytes(), seen.tobytes(), matrix.shape[1])


def judge_terms(terms: NDArray[np.bool_], cells: Floats) -> Verdict:
    """The verdict on a model, (2**k,) terms, and a table, (2**k,) counts, after the zero-overlap rule."""
    alive, keep = reduced(terms, cells)
    return judge(design_of(alive, keep), cells[keep] > 0)


def reduced(terms: NDArray[np.bool_], cells: Floats) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Terms that somebody realises and cells that hold no other: what the zero-overlap rule leaves."""
    dead = terms & (superset_sums(cells[:, None].copy())[:, 0] == 0)
    keep = subset_sums(dead[:, None].astype(np.float64))[:, 0] == 0
    keep[0] = False
    return terms & ~dead, keep


def design_of(terms: NDArray[np.bool_], keep: NDArray[np.bool_]) -> Floats:
    """Cells (rows) by terms (columns): 1 where the history holds all lists of the term."""
    columns, rows = np.flatnonzero(terms), np.flatnonzero(keep)
    design: Floats = (rows[:, None] & columns == columns).astype(np.float64)
    return design


def check(histories: CaptureHistories, model: Model = None) -> Verdict:
    """Whether a model has a finite, single dark figure on a table.

    >>> from darkfigure.histories import CaptureHistories
    >>> table = CaptureHistories.from_mapping({("A",): 40, ("B",): 30, ("C",): 20, ("A", "B"): 6})
    >>> check(table, "A:B").code, check(table, "A:C").code, check(table, "A:B, A:C, B:C").code  # their Table 2
    (1, 0, 2)
    """
    return judge_terms(terms_of(model, histories.lists), table_of(histories.cells())[:, 0])


def explain(verdict: Verdict, terms: NDArray[np.bool_], cells: Floats, lists: tuple[str, ...]) -> str:
    """Why an estimate fails, naming the lists and the pairs that let it run off."""
    alive, _ = reduced(terms, cells)
    codes = np.flatnonzero(alive)[np.abs(verdict.direction) > _TINY]
    pairs = sorted_terms([int(code) for code in codes if int(code).bit_count() > 1], lists)
    involved = sorted({place for code in codes for place in range(len(lists)) if int(code) >> place & 1})
    names = ", ".join(lists[place] for place in involved)
    held = f", together with the interaction {' and '.join(pairs)}," if pairs else ""
    return {
        INFINITE: f"The dark figure has no finite estimate: the overlaps of {names}{held} let it grow for ever.",
        ZERO: f"The dark figure collapses to nobody: the empty cells of {names}{held} drive it to zero.",
        NOT_IDENTIFIED: f"The dark figure is not identified: the overlaps of {names}{held} fit any number as well.",
    }.get(verdict.status, "")


@lru_cache(maxsize=65536)
def _judged(matrix: bytes, seen: bytes, width: int) -> Verdict:
    design = np.frombuffer(matrix).reshape(-1, width)
    positive = np.frombuffer(seen, dtype=bool)
    if not positive.any():
        raise BadInput("The table counts nobody in the cells that the model fits.")
    face = _face(design, positive)
    basis = _basis(design[face])
    exists, identified = bool(face.all()), bool(basis.all()) or _rank(design) == width
    low, high = (np.zeros(width), np.zeros(width))
    if not (exists and identified):
        low, high = _furthest(design, positive, 1.0), _furthest(design, positive, -1.0)
    falls, rises = low[0] < -_TINY, high[0] > _TINY
    status = NOT_IDENTIFIED if falls and rises else INFINITE if rises else ZERO if falls else FINITE
    return Verdict(status, exists, identified, high if rises else low, face, basis)


def _furthest(design: Floats, positive: NDArray[np.bool_], sign: float) -> Floats:
    """The d of the cone with |d| <= 1 whose intercept is least (sign 1) or greatest (sign -1)."""
    cost = np.zeros(design.shape[1])
    cost[0] = sign
    return _solved(cost, design[~positive], np.zeros((~positive).sum()), design[positive], [(-1.0, 1.0)] * len(cost))


def _face(design: Floats, positive: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Cells that no direction of the cone empties: raise sum s_w, s_w <= -a_w.d, 0 <= s_w <= 1 over the empty cells."""
    empty, width = design[~positive], design.shape[1]
    face = np.ones(len(design), dtype=bool)
    if not len(empty):
        return face
    cost = np.concatenate([np.zeros(width), -np.ones(len(empty))])
    upper = np.hstack([empty, np.eye(len(empty))])
    equal = np.hstack([design[positive], np.zeros((positive.sum(), len(empty)))])
    bounds = [(-_BOX, _BOX)] * width + [(0.0, 1.0)] * len(empty)
    face[~positive] = _solved(cost, upper, np.zeros(len(empty)), equal, bounds)[width:] < 0.5
    return face


def _solved(
    cost: Floats, upper: Floats, limit: Floats, equal: Floats, bounds: list[tuple[float, float]]
) -> NDArray[np.float64]:
    answer = linprog(cost, A_ub=upper, b_ub=limit, A_eq=equal, b_eq=np.zeros(len(equal)), bounds=bounds, method="highs")
    if answer.x is None:
        raise ArithmeticError(f"The linear program of the recession cone was not solved: {answer.message}")
    return np.asarray(answer.x)


def _rank(design: Floats) -> int:
    return int(np.linalg.matrix_rank(design))


def _basis(design: Floats) -> NDArray[np.bool_]:
    """The first columns that are independent of those before them, the intercept foremost."""
    basis = np.zeros(design.shape[1], dtype=bool)
    left = design.copy()
    for place in range(design.shape[1]):
        column = left[:, place]
        size = column @ column
        if size > _TINY:
            basis[place] = True
            left[:, place + 1 :] -= np.outer(column, (column @ left[:, place + 1 :]) / size)
    return basis
