"""Counts rounded to a base so that the table still adds up, to the nearest multiples or by chance.

Controlled rounding: every count goes to one of the two multiples of the base next to it (a multiple stays), the totals
too, and all relations hold (Cox and Ernst 1982; Fischetti and Salazar, Computational Statistics and Data Analysis
1998; Hundepool et al. 2012). Where no such table exists counts may go one multiple further. Random
rounding draws up or down for each count that is the sum of no others, so that none is wrong on average, and takes the
table that adds up nearest to the draw.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from safetables.errors import BadInput, Refusal
from safetables.problems import NOTHING, Earlier
from safetables.protect import several
from safetables.protected import Protected, prove
from safetables.published import Published, marked, suppressed
from safetables.rules import Protection, Rules
from safetables.tables import Table
from safetables.universe import universe

Floats = NDArray[np.float64]
TRIES = 5
FURTHER = 1_000.0
"""What a multiple beyond the two nearest costs, in counts."""


@dataclass(frozen=True, eq=False)
class Rounded:
    """`values` that add up; none is `within` or more from the truth."""

    values: Floats
    within: int


@dataclass(frozen=True, eq=False)
class Aim:
    """Where each count should go, and how much it weighs that it does."""

    values: Floats
    weights: Floats


def round_counts(
    tables: Table | Sequence[Table],
    rules: Rules | None = None,
    *,
    base: int = 5,
    seed: int | None = None,
    earlier: Earlier = NOTHING,
) -> Protected:
    """Round all counts to multiples of `base`; with a `seed` by chance. Unless the rules say otherwise the bounds of
    every count below the threshold have to stay base - 1 apart, as wide as a printed 0 leaves them."""
    given = several(tables)
    _check(given, base)
    if rules is None:
        earlier, rules = replace(earlier, rules=earlier.rules or Rules()), Rules(protection=Protection.width(base - 1))
    refused: Refusal | None = None
    for rounded in _tries(given, base, seed):
        published = tuple(
            _published(table, values, base, rounded.within)
            for table, values in zip(given, _split(given, rounded), strict=True)
        )
        try:
            prove(published, given, rules, earlier)
        except Refusal as refusal:
            refused = refused or refusal
            continue
        how = "controlled rounding" if seed is None else "random rounding"
        cells = sum(table.values.size for table in given)
        return Protected(
            published, given, rules, how, cells, base=base, within=rounded.within - 1, earlier=earlier.published
        )
    raise refused or Refusal(f"No rounding to multiples of {base} adds up.", "Take a smaller base, or hide counts.")


def _check(tables: Sequence[Table], base: int) -> None:
    if isinstance(base, bool) or base != int(base) or not 2 <= base <= 1_000_000:
        raise BadInput(f"The base of rounding is a whole number from 2; {base} was given.")
    if not all(table.whole for table in tables):
        raise BadInput("Sums are not rounded to a base: hide them instead.")


def _tries(tables: Sequence[Table], base: int, seed: int | None) -> Iterator[Rounded]:
    """Tables that add up: the nearest first, then others nearly as near; or one draw after another."""
    known = universe([suppressed(table, np.zeros(table.values.shape, dtype=bool), least=0.0) for table in tables])
    values, matrix = np.array(known.low), known.system().matrix
    draws = np.random.default_rng(0 if seed is None else seed)
    inner = (matrix.tocsc() < 0).sum(axis=0) == 0  # a count that is the sum of no others
    weights = np.ones(values.size)
    for attempt in range(TRIES):
        aim = values + (draws.uniform(-0.4, 0.4, values.size) if attempt else 0.0)
        if seed is not None:
            aim = base * (np.floor(values / base) + (draws.random(values.size) < (values % base) / base))
            weights = np.where(inner, 1.0, 1e-3)
        for further in (False, True):
            found = rounded_to(matrix, values, Aim(aim, weights), base, further=further)
            if found is not None:
                whole = np.concatenate([found[places] for places in known.places])
                yield Rounded(whole, base * (2 if further else 1))
                break


def rounded_to(matrix: sparse.csr_array, values: Floats, aim: Aim, base: int, *, further: bool) -> Floats | None:
    """Multiples of the base that satisfy A z = 0 and lie nearest to `aim`; None where there are none."""
    lower = np.floor(values / base)
    moves = values % base > 0
    many = len(values)
    step = aim.weights * (np.abs(base * (lower + 1) - aim.values) - np.abs(base * lower - aim.values))
    ways = [(np.where(moves, 1.0, 0.0), step, 1.0)]
    if further:
        ways += [(np.where(moves, 1.0, 0.0), np.full(many, FURTHER + base), 1.0)]
        ways += [(np.where(moves & (lower > 0), 1.0, 0.0), np.full(many, FURTHER + base), -1.0)]
    wide = sparse.hstack([matrix * sign for _, _, sign in ways], format="csr")
    right = -(matrix @ lower)
    found = milp(
        np.concatenate([cost for _, cost, _ in ways]),
        integrality=np.ones(many * len(ways)),
        bounds=Bounds(0.0, np.concatenate([most for most, _, _ in ways])),
        constraints=LinearConstraint(wide, right, right),
        options={"mip_rel_gap": 0.01, "node_limit": 2000, "time_limit": 60.0},
    )
    if found.x is None:
        return None
    moved = sum(sign * np.round(part) for part, (_, _, sign) in zip(np.split(found.x, len(ways)), ways, strict=True))
    return np.asarray(base * (lower + moved))


def _split(tables: Sequence[Table], rounded: Rounded) -> list[Floats]:
    ends = np.cumsum([table.values.size for table in tables])
    return [
        part.reshape(table.values.shape)
        for part, table in zip(np.split(rounded.values, ends[:-1]), tables, strict=True)
    ]


def _published(table: Table, values: Floats, base: int, within: int) -> Published:
    """What a multiple says: the truth is less than `within` away from it."""
    low, high = np.maximum(values - within + 1, 0.0), values + within - 1
    nothing = np.zeros(values.shape, dtype=bool)
    return Published(table.dimensions, low, high, marked(values, hidden=nothing), True, table.about)
