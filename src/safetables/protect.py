"""From tables to ones that identify nobody: the least hidden that protects, proved by the attacker; or a refusal."""

import math
from collections.abc import Sequence

from safetables.errors import BadInput
from safetables.optimum import NEAR, SLACK, USUAL, Effort, Suppression, suppression
from safetables.problems import NOTHING, Earlier, Problem, Weights, problem
from safetables.protected import Protected, prove
from safetables.published import suppressed
from safetables.rules import Rules
from safetables.tables import Table

SUPPRESSION = "suppression"


def protect(
    tables: Table | Sequence[Table],
    rules: Rules | None = None,
    *,
    weights: Weights = Weights.CELLS,
    earlier: Earlier = NOTHING,
    effort: Effort = USUAL,
) -> Protected:
    """Hide what is sensitive, and as little else as possible, in one table or in several that share cells.

    What the attacker proves to be protected, together with all that was published `earlier`, is returned; `Refusal`
    where nothing that could be found is.
    """
    given = several(tables)
    rules = rules or Rules()
    asked = problem(given, rules, weights, earlier)
    found = suppression(asked, effort)
    own = asked.known.places[len(earlier.published) :]
    pairs = zip(given, own, strict=True)
    published = tuple(suppressed(table, found.hidden[places], least=least_of(table, rules)) for table, places in pairs)
    prove(published, given, rules, earlier, found.seen)
    return Protected(
        published,
        given,
        rules,
        SUPPRESSION,
        cells=len(set().union(*(places.tolist() for places in own))),
        hidden=int(found.hidden.sum()),
        sensitive=int(asked.sensitive.sum()),
        least_hidden=_least_hidden(asked, found, weights),
        earlier=earlier.published,
    )


def several(tables: Table | Sequence[Table]) -> tuple[Table, ...]:
    """One table or more, as a tuple."""
    given = (tables,) if isinstance(tables, Table) else tuple(tables)
    if not given:
        raise BadInput("There is no table to protect.")
    return given


def least_of(table: Table, rules: Rules) -> float:
    """The least that a hidden cell can be."""
    return rules.least if table.whole else 0.0


def _least_hidden(asked: Problem, found: Suppression, weights: Weights) -> int | None:
    """How many cells have to be hidden at least: each besides the sensitive ones weighs from 1 to 1.01."""
    if found.bound is None or weights is not Weights.CELLS:
        return None
    besides = math.ceil(found.bound / 1.01 - NEAR)
    exact = asked.cost(found.hidden) <= found.bound + SLACK
    return int(asked.sensitive.sum()) + (int((found.hidden & ~asked.sensitive).sum()) if exact else besides)
