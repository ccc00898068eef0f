"""Search by steps: to the best neighbouring model while that is better (Silverman, Chan and Vincent 2024, section 2.4).

A neighbour adds an interaction all of whose faces are in, or leaves out one that is within no other. The search may
stop in a local minimum: for the United Kingdom's five lists it ends at 12,262, where the best of all is 22,991.
"""

import numpy as np
from numpy.typing import NDArray

from darkfigure.identify import FINITE, judge_terms
from darkfigure.lattice import Floats, main_effects, masks_of_order
from darkfigure.outcomes import Outcomes
from darkfigure.search.scores import scored

AT_ONCE = 16_384
"""Fits that are held at once."""


def choose(tables: Floats, order: int, criterion: str) -> Outcomes:
    """Downhill from independence on many tables, (2**k, B), each going its own way."""
    lists, lanes = len(tables).bit_length() - 1, tables.shape[1]
    terms = np.repeat(main_effects(lists)[:, None], lanes, axis=1)
    first = scored(terms, tables, criterion)
    score, dark, coefficients = first.score, first.dark_figure, first.coefficients
    status = np.zeros(lanes, dtype=np.int8)
    for lane in np.flatnonzero(~np.isfinite(score)):
        status[lane] = judge_terms(terms[:, lane], tables[:, lane]).status
    masks = np.array([mask for size in range(2, order + 1) for mask in masks_of_order(lists, size)], dtype=np.intp)
    going = np.flatnonzero(status == FINITE)
    while going.size and masks.size:
        best, found = _best(terms[:, going], tables[:, going], coefficients[:, going], masks, criterion)
        better = found[0] < score[going] - 1e-9
        going, best = going[better], best[better]
        terms[best, going] = ~terms[best, going]
        score[going], dark[going] = found[0][better], found[1][better]
        coefficients[:, going] = found[2][:, better]
    return Outcomes(tables.sum(axis=0), dark, status, terms)


def _best(
    terms: NDArray[np.bool_], tables: Floats, coefficients: Floats, masks: NDArray[np.intp], criterion: str
) -> tuple[NDArray[np.intp], tuple[NDArray[np.float64], NDArray[np.float64], Floats]]:
    """The best neighbour of each lane: the set to add or leave out; its score, dark figure and coefficients."""
    lanes = terms.shape[1]
    best, score, dark = np.zeros(lanes, dtype=np.intp), np.full(lanes, np.inf), np.full(lanes, np.nan)
    chosen = coefficients.copy()
    wide = max(1, AT_ONCE // max(lanes, 1))
    for first in range(0, len(masks), wide):
        group = masks[first : first + wide]
        lane, mask = _neighbours(terms, group)
        if not lane.size:
            continue
        near = terms[:, lane]
        near[mask, np.arange(lane.size)] ^= True
        found = scored(near, tables[:, lane], criterion, coefficients[:, lane] * near)
        for each in group:
            these = np.flatnonzero(mask == each)
            these = these[found.score[these] < score[lane[these]]]
            at = lane[these]
            best[at], score[at], dark[at] = each, found.score[these], found.dark_figure[these]
            chosen[:, at] = found.coefficients[:, these]
    return best, (score, dark, chosen)


def _neighbours(terms: NDArray[np.bool_], masks: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Lanes and the sets that each may add or leave out and still be hierarchical."""
    codes = np.arange(len(terms))
    allowed = []
    for mask in masks:
        below = [code for code in codes[codes & mask == codes] if code != mask]
        above = [code for code in codes[codes & mask == mask] if code != mask]
        allowed.append(np.where(terms[mask], ~terms[above].any(axis=0), terms[below].all(axis=0)))
    place, lane = np.nonzero(np.array(allowed))
    return lane, masks[place]
