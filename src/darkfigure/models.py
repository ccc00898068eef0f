"""Names of hierarchical models: "LA:NG, PF:GP" and the column of terms that it stands for.

A column of terms has a row for each set of lists (by bit mask), true where the model has that term. Every model has
the intercept and all main effects, and with a set of lists all its subsets.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from darkfigure.errors import BadInput
from darkfigure.lattice import main_effects

INDEPENDENCE = "independence"
Model = str | Iterable[str | Sequence[str]] | None


def terms_of(model: Model, lists: Sequence[str]) -> NDArray[np.bool_]:
    """The column of terms, (2**k,), of "LA:NG, PF:GP", of [("LA", "NG"), "PF:GP"], or of None: independence.

    >>> np.flatnonzero(terms_of("A:B", "ABC")).tolist()
    [0, 1, 2, 3, 4]
    """
    terms = main_effects(len(lists))
    for group in _groups(model):
        mask = 0
        for name in group:
            if name not in lists:
                raise BadInput(f"The model names list {name!r}: the lists are {', '.join(lists)}.")
            mask |= 1 << lists.index(name)
        codes = np.arange(len(terms))
        terms |= codes & ~mask == 0
    if terms[-1]:
        raise BadInput("The interaction of all lists cannot be in the model: that it is nil identifies the rest.")
    return terms


def name_of(terms: NDArray[np.bool_], lists: Sequence[str]) -> str:
    """The model's largest interactions, "LA:NG, PF:GP"; "independence" if there are none.

    >>> name_of(terms_of("C:A", "ABC"), "ABC")
    'A:C'
    """
    codes = np.flatnonzero(terms)
    largest = [int(code) for code in codes if int(code).bit_count() > 1 and not _within_another(int(code), codes)]
    return ", ".join(sorted_terms(largest, lists)) or INDEPENDENCE


def sorted_terms(masks: Iterable[int], lists: Sequence[str]) -> list[str]:
    """Names of sets of lists by the alphabet, so that a model has one name however its table's lists are ordered."""
    groups = sorted(sorted(name for place, name in enumerate(lists) if mask >> place & 1) for mask in masks)
    return [":".join(group) for group in groups]


def _within_another(code: int, codes: NDArray[np.intp]) -> bool:
    return bool(((codes & code == code) & (codes != code)).any())


def _groups(model: Model) -> list[tuple[str, ...]]:
    if model is None or model == INDEPENDENCE:
        return []
    parts = [part for part in model.split(",") if part.strip()] if isinstance(model, str) else list(model)
    groups = [part.split(":") if isinstance(part, str) else part for part in parts]
    return [tuple(name.strip() for name in group) for group in groups]
