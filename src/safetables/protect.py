"""From a table to one that identifies nobody, proved by the attacker; or a refusal."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from safetables import heuristic
from safetables.attacker import unprotected
from safetables.errors import BadInput, Refusal
from safetables.problems import NOTHING, Earlier, Problem, Weights, problem
from safetables.published import Published, suppressed
from safetables.rules import Rules
from safetables.tables import Table

Mask = NDArray[np.bool_]
SUPPRESSION = "suppression"


@dataclass(frozen=True, eq=False)
class Protected:
    """`published` is what may be shown, a table for each that was given. `hidden` of its `cells` are hidden,
    `sensitive` of them for their own sake (which is itself a secret). `bound` is a proved least weight of what had
    to be hidden besides, at `cost`: the two are equal where the suppression is optimal; None where no bound was
    sought."""

    published: tuple[Published, ...]
    tables: tuple[Table, ...]
    rules: Rules
    method: str
    cells: int
    hidden: int = 0
    sensitive: int = 0
    cost: float = 0.0
    bound: float | None = None
    base: int = 0
    bands: tuple[str, ...] = ()
    earlier: tuple[Published, ...] = ()

    @property
    def table(self) -> Published:
        """The one table that was asked for."""
        return self.published[0]

    @property
    def optimal(self) -> bool:
        """Is it proved that less could not be hidden?"""
        return self.bound is not None and self.cost <= self.bound + 1e-6


def protect(
    tables: Table | Sequence[Table],
    rules: Rules | None = None,
    *,
    weights: Weights = Weights.CELLS,
    earlier: Earlier = NOTHING,
) -> Protected:
    """Hide what is sensitive, and as little else as possible, in one table or in several that share cells.

    What the attacker proves to be protected, together with all that was published `earlier`, is returned; `Refusal`
    where nothing that could be found is.
    """
    given = (tables,) if isinstance(tables, Table) else tuple(tables)
    if not given:
        raise BadInput("There is no table to protect.")
    rules = rules or Rules()
    asked = problem(given, rules, weights, earlier)
    hidden = heuristic.hide(asked)
    return _proved(asked, hidden, given, rules, earlier)


def _proved(asked: Problem, hidden: Mask, tables: tuple[Table, ...], rules: Rules, earlier: Earlier) -> Protected:
    open_ = unprotected(asked.system(hidden), asked.needs, asked.values)
    if open_:
        names = tuple(dict.fromkeys(asked.known.name(place) for place, _ in open_))
        raise Refusal("These cells can be bounded too closely: " + "; ".join(names[:10]) + ".", cells=names)
    own = asked.known.places[len(earlier.published) :]
    published = tuple(
        suppressed(table, hidden[places], least=rules.least if table.whole else 0.0)
        for table, places in zip(tables, own, strict=True)
    )
    return Protected(
        published,
        tables,
        rules,
        SUPPRESSION,
        cells=int(asked.may_hide.sum() + (~asked.may_hide & ~asked.free).sum()),
        hidden=int(hidden.sum()),
        sensitive=int(asked.sensitive.sum()),
        cost=asked.cost(hidden),
        earlier=earlier.published,
    )
