"""All hierarchical models with all main effects: how many there are, and each as a column of terms."""

from collections.abc import Iterator
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray

from darkfigure.errors import BadInput
from darkfigure.lattice import main_effects, masks_of_order

MOST = 100_000
"""Models that are fitted one and all; beyond that the search goes downhill."""


class TooManyModels(BadInput):
    """More than can be fitted one and all."""


def all_models(lists: int, order: int) -> NDArray[np.bool_]:
    """Terms, (2**k, models), of every hierarchical model up to interactions of `order` lists, simplest first.

    With order 2 there are 2**(k (k - 1) / 2); with all orders 8, 113 and 6,893 for k = 3, 4 and 5.

    >>> [all_models(lists, lists - 1).shape[1] for lists in (3, 4)]
    [8, 113]
    """
    if order < 2:
        return main_effects(lists)[:, None]
    if 2 ** comb(lists, 2) > MOST:
        raise TooManyModels(_too_many(lists))
    models = _with_subsets(lists)
    for size in range(3, order + 1):
        models = _extended(models, lists, size)
    return models[:, np.argsort(models.sum(axis=0), kind="stable")]


def checked_order(lists: int, order: int) -> int:
    """The largest interaction to consider: 1 (none) to k - 1; two lists can carry none, whatever is asked."""
    if lists > 2 and not 1 <= order < lists:
        raise BadInput(f"With {lists} lists the order of interactions is 1 to {lists - 1}; {order} was given.")
    return min(order, lists - 1)


def _with_subsets(lists: int) -> NDArray[np.bool_]:
    """Every set of pairs."""
    pairs = list(masks_of_order(lists, 2))
    numbers = np.arange(2 ** len(pairs))
    models = np.repeat(main_effects(lists)[:, None], numbers.size, axis=1)
    models[pairs] = (numbers >> np.arange(len(pairs))[:, None]) & 1
    return models


def _extended(models: NDArray[np.bool_], lists: int, size: int) -> NDArray[np.bool_]:
    """Each model with each set of the interactions of `size` lists whose faces it has."""
    masks = masks_of_order(lists, size)
    faces = {mask: [mask & ~(1 << place) for place in range(lists) if mask >> place & 1] for mask in masks}
    columns = []
    for model in models.T:
        allowed = [mask for mask in masks if model[faces[mask]].all()]
        for chosen in _subsets(allowed):
            column = model.copy()
            column[list(chosen)] = True
            columns.append(column)
            if len(columns) > MOST:
                raise TooManyModels(_too_many(lists))
    return np.array(columns).T


def _subsets(masks: list[int]) -> Iterator[tuple[int, ...]]:
    return (chosen for size in range(len(masks) + 1) for chosen in combinations(masks, size))


def _too_many(lists: int) -> str:
    return (
        f"There are more than {MOST:,} models of this order for {lists} lists: lower the order, search downhill, "
        "or merge lists."
    )
