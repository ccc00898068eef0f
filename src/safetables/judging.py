"""When a bound is too close: what each sensitive cell needs, and whether the attacker's bounds leave it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from safetables.attainable import attainable
from safetables.errors import BadInput
from safetables.propagation import tightened
from safetables.rules import Needs, Rules, needs, needs_of_counts
from safetables.systems import System
from safetables.tables import Table
from safetables.universe import Universe

Floats = NDArray[np.float64]
NEAR = 1e-6


def true_values(known: Universe, truths: Sequence[Table | None]) -> Floats:
    """The true number of every cell, nan where it neither stands in a true table nor follows from what does."""
    if len(truths) != len(known.places):
        raise BadInput(f"{len(truths)} true tables were given for {len(known.places)} published ones.")
    values = np.full(len(known.cells), np.nan)
    for truth, places in zip(truths, known.places, strict=True):
        if truth is None:
            continue
        if truth.values.size != len(places):
            raise BadInput(f"The true table of {truth.about.name} has other cells than the published one.")
        values[places] = truth.values.ravel()
    for place, one in known.differences.items():
        values[place] = values[one.of] - values[list(one.less)].sum()
    return _followed(known.system(), values) if np.isnan(values).any() else values


def _followed(system: System, values: Floats) -> Floats:
    """With what is printed, and what single relations make of it: a part that no table shows is the whole less the
    others."""
    known = ~np.isnan(values)
    low, high = np.where(known, values, system.low), np.where(known, values, system.high)
    tight = tightened(system.bounded(low, high))
    return np.where(tight.high - tight.low <= NEAR, tight.low, np.nan)


def all_true(known: Universe, truths: Sequence[Table | None]) -> Floats:
    """The true number of every cell.

    A proof stands on them, for they are the first solution that is known: `BadInput` where one is missing, or where
    they are not such as was published.
    """
    values = true_values(known, truths)
    if np.isnan(values).any():
        place = int(np.isnan(values).argmax())
        raise BadInput(f"{known.name(place)} is in no true table, and follows from none: give the table that it is in.")
    system = known.system()
    wrong = (values < system.low - NEAR) | (values > system.high + NEAR)
    if wrong.any():
        place = int(wrong.argmax())
        if place in known.differences:
            raise BadInput(f"{known.name(place)} comes to {values[place]:,.10g}: say that counts may fall.")
        said = known.said[place] or "nothing"
        raise BadInput(f"{known.name(place)} is published as {said}, which is not what is true.")
    summed = system.matrix @ values
    slack = NEAR * max(1.0, float(np.abs(values).max(initial=0.0)))
    apart = (summed < system.row_low - slack) | (summed > system.row_high + slack)
    if apart.any():
        row = int(apart.argmax())
        start, end = system.matrix.indptr[row : row + 2]
        cells = "; ".join(known.name(int(at)) for at in system.matrix.indices[start:end][:6])
        raise BadInput(f"The true figures do not add up: look at {cells}.")
    return values


def needed(known: Universe, truths: Sequence[Table | None], rules: Rules) -> Needs | None:
    """What the sensitive cells need, the differences among them; None where the truth is not given.

    A small fall is as much of a secret as a small rise: those who are gone are few.
    """
    if not any(truth is not None for truth in truths):
        return None
    values = true_values(known, truths)
    if not known.whole:
        pairs = zip(truths, known.places, strict=True)
        return _joined([_at(needs(truth, rules), places) for truth, places in pairs if truth is not None])
    counted = np.flatnonzero(~np.isnan(values) & (values >= 0))
    gone = np.flatnonzero(~np.isnan(values) & (values < 0))
    fallen = _at(needs_of_counts(-values[gone], rules), gone)
    fallen = Needs(fallen.places, -fallen.high, -fallen.low, fallen.width)
    return attainable(known, _joined([_at(needs_of_counts(values[counted], rules), counted), fallen]), values, rules)


def _at(found: Needs, places: NDArray[np.int64]) -> Needs:
    return Needs(places[found.places], found.low, found.high, found.width)


def instead(wanted: Needs, others: Needs, places: NDArray[np.int64]) -> Needs:
    """The needs, but those of some places from others."""
    here, there = ~np.isin(wanted.places, places), np.isin(others.places, places)
    return _joined([wanted.only(here), others.only(there)])


def _joined(parts: Sequence[Needs]) -> Needs:
    return Needs(
        *(np.concatenate([getattr(one, name) for one in parts]) for name in ("places", "low", "high", "width"))
    )


@dataclass(frozen=True, eq=False)
class Bounds:
    """The limits of every number of a system. `seen_low` to `seen_high` are reached by solutions that were found;
    `exact` where those are the limits."""

    low: Floats
    high: Floats
    seen_low: Floats
    seen_high: Floats

    @cached_property
    def exact(self) -> NDArray[np.bool_]:
        """Where nothing between what is proved and what was found is open."""
        return (self.seen_low <= self.low + NEAR) & ((self.seen_high >= self.high - NEAR) | np.isinf(self.high))


def reasons(
    known: Universe, bounds: Bounds, wanted: Needs | None, values: Floats | None, rules: Rules
) -> Iterator[tuple[int, str]]:
    """(place, why) for every cell that is given away, or that no solution was found to protect."""
    if wanted is None or values is None:
        yield from _by_bounds(known, bounds, rules, np.arange(len(known.cells)))
        return
    yield from _by_needs(bounds, wanted)
    yield from _by_bounds(known, bounds, rules, np.flatnonzero(np.isnan(values)))


def _by_needs(bounds: Bounds, wanted: Needs) -> Iterator[tuple[int, str]]:
    possible = wanted.met(bounds.low, bounds.high)
    open_ = ~wanted.met(bounds.seen_low, bounds.seen_high)
    for place, low, high, width, unsure in zip(
        *(one[open_].tolist() for one in (*_columns(wanted), possible)), strict=True
    ):
        found = _between(bounds.low[place], bounds.high[place])
        room = f"{width:g} have to lie between" if width else f"{low:,.10g} to {high:,.10g} has to be possible"
        yield place, f"it was not shown that there is room enough: {room}" if unsure else f"{found}, where {room}"


def _columns(wanted: Needs) -> tuple[NDArray[np.int64] | Floats, ...]:
    return wanted.places, wanted.low, wanted.high, wanted.width


def _by_bounds(known: Universe, bounds: Bounds, rules: Rules, places: NDArray[np.int64]) -> Iterator[tuple[int, str]]:
    """Without the truth: what is certainly below the threshold, or known to the last unit though it was not printed."""
    was_low, was_high = np.array(known.low), np.array(known.high)
    for place in places[(was_high - was_low > 0)[places]].tolist():
        least, most = float(bounds.seen_low[place]), float(bounds.seen_high[place])
        nobody = least == most == 0 and not rules.sensitive(0.0)
        if nobody or (not known.said[place] and (least >= rules.threshold or most <= -rules.threshold)):
            continue  # a total that was never withheld
        if most - least < NEAR:
            yield place, f"it is {most:,.10g}"
        elif np.isinf(was_high[place]) and rules.protection.kind == "threshold" and _small(least, most, rules):
            yield place, f"{_between(least, most)}: below the threshold of {rules.threshold}"
        elif rules.protection.kind == "width" and least < rules.threshold and most - least < rules.protection.amount:
            yield place, f"{_between(least, most)}, where {rules.protection.amount:g} have to lie between"


def _small(least: float, most: float, rules: Rules) -> bool:
    """Certainly fewer than the threshold; a change, in whichever direction."""
    return most < rules.threshold and least > -rules.threshold


def _between(low: float, high: float) -> str:
    if high - low < NEAR:
        return f"it is {low:,.10g}"
    return f"it is at least {low:,.10g}" if np.isinf(high) else f"it lies between {low:,.10g} and {high:,.10g}"
