"""How much room a thing needs with its name, and moving things apart until no two of them touch."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

Positions = npt.NDArray[np.float64]
"""(n, 2): the middle of each box."""
Sizes = npt.NDArray[np.float64]
"""(n, 2): half the width and half the height of each box."""
Pairs = npt.NDArray[np.int64]
"""(m, 2): boxes by their numbers."""

_ROUNDS = 60
_GROWTH = 1.08
_ENOUGH = 400


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a thing takes with its name under it, in pixels of the chart; half of it to each side."""

    half_width: float
    half_height: float


def near_pairs(at: Positions, far: float, *, norm: float = 2.0) -> Pairs:
    """Points at most so far from each other: the smaller number first, in order, so that sums come out the same."""
    near: Pairs = cKDTree(at).query_pairs(far, p=norm, output_type="ndarray").astype(np.int64)
    return near[np.lexsort((near[:, 1], near[:, 0]))]


def touching(at: Positions, half: Sizes) -> Pairs:
    """Which boxes overlap: the smaller number first, in order."""
    if len(at) < 2:
        return np.empty((0, 2), dtype=np.int64)
    wide = 2 * half.max(axis=0)
    pairs = near_pairs(at / wide, 1.0, norm=np.inf)
    apart = np.abs(at[pairs[:, 0]] - at[pairs[:, 1]])
    overlap: npt.NDArray[np.bool_] = np.all(apart < half[pairs[:, 0]] + half[pairs[:, 1]] - 1e-9, axis=1)
    return pairs[overlap]


def moved_apart(at: Positions, half: Sizes) -> Positions:
    """The same picture with no two boxes on each other.

    Boxes that touch are pushed away from each other along the shorter way. Where that comes to no end the whole picture
    grows a little, and in a picture that is large enough nothing touches.
    """
    at = _spread(at)
    for _ in range(_ENOUGH):
        for _ in range(_ROUNDS):
            pairs = touching(at, half)
            if not len(pairs):
                return at
            at = _pushed(at, half, pairs)
        at = at * _GROWTH
    return at


def _spread(at: Positions) -> Positions:
    """Things on one point stand a little beside each other, in the order of their numbers."""
    turn = np.arange(len(at)) * 2.399963  # the golden angle: no two directions are the same
    return at + 0.01 * np.column_stack([np.cos(turn), np.sin(turn)])


def _pushed(at: Positions, half: Sizes, pairs: Pairs) -> Positions:
    one, other = pairs[:, 0], pairs[:, 1]
    way = at[other] - at[one]
    over = half[one] + half[other] - np.abs(way)
    along_x = over[:, 0] < over[:, 1]
    step = np.where(way >= 0, 0.5, -0.5) * (over + 0.5)
    step[along_x, 1] = 0
    step[~along_x, 0] = 0
    moved = np.zeros_like(at)
    met = np.zeros(len(at))
    np.add.at(moved, one, -step)
    np.add.at(moved, other, step)
    np.add.at(met, pairs.ravel(), 1)
    return at + moved / np.maximum(1, met)[:, None] ** 0.5
