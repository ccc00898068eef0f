"""All hierarchical models: their published numbers, and every one of them against plain enumeration."""

from itertools import combinations

import numpy as np
import pytest

from darkfigure.errors import BadInput
from darkfigure.search.space import TooManyModels, all_models, checked_order


def slowly(lists: int, order: int) -> set[frozenset[int]]:
    """Every set of sets of lists, kept if with each set it holds all parts of it."""
    masks = [mask for mask in range(2**lists) if 2 <= mask.bit_count() <= order]
    found = set()
    for size in range(len(masks) + 1):
        for chosen in combinations(masks, size):
            held = set(chosen)
            if all(part in held for mask in chosen for part in masks if part & mask == part):
                found.add(frozenset(held))
    return found


@pytest.mark.parametrize(("lists", "order"), [(2, 1), (3, 2), (4, 2), (4, 3)])
def test_the_slow_twin(lists: int, order: int) -> None:
    models = all_models(lists, order)
    found = {frozenset(code for code in np.flatnonzero(model).tolist() if code.bit_count() > 1) for model in models.T}
    assert found == slowly(lists, order)
    assert len(found) == models.shape[1]
    assert models[[0, *(1 << place for place in range(lists))]].all()


@pytest.mark.parametrize(
    ("lists", "order", "many"),
    [(3, 2, 8), (4, 2, 64), (5, 2, 1024), (6, 2, 32768), (4, 3, 113), (5, 4, 6893), (5, 1, 1)],
)
def test_how_many(lists: int, order: int, many: int) -> None:
    """As algorithms of the literature count them (Silverman, Chan and Vincent 2024)."""
    sizes = all_models(lists, order).sum(axis=0)
    assert len(sizes) == many
    assert (np.diff(sizes) >= 0).all()


@pytest.mark.parametrize(("lists", "order"), [(7, 2), (8, 2), (12, 2), (6, 3)])
def test_too_many_are_said_to_be(lists: int, order: int) -> None:
    with pytest.raises(TooManyModels, match=r"more than 100,000 models.*search downhill"):
        all_models(lists, order)


def test_orders() -> None:
    assert [checked_order(lists, 2) for lists in (2, 3, 8)] == [1, 2, 2]
    for order in (0, 3, 99):
        with pytest.raises(BadInput, match="With 3 lists the order of interactions is 1 to 2"):
            checked_order(3, order)
