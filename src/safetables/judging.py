"""When a bound is too close: what each sensitive cell needs, and whether the attacker's bounds leave it."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from safetables.attainable import attainable
from safetables.errors import BadInput
from safetables.rules import Needs, Rules, needs, needs_of_counts
from safetables.tables import Table
from safetables.universe import Universe

Floats = NDArray[np.float64]


def true_values(known: Universe, truths: Sequence[Table | None]) -> Floats:
    """The true number of every cell, nan where it is in no true table."""
    if len(truths) != len(known.places):
        raise BadInput(f"{len(truths)} true tables were given for {len(known.places)} published ones.")
    values = np.full(len(known.cells), np.nan)
    for truth, places in zip(truths, known.places, strict=True):
        if truth is None:
            continue
        if truth.values.size != len(places):
            raise BadInput(f"The true table of {truth.about.name} has other cells than the published one.")
        values[places] = truth.values.ravel()
    for place, (earlier, later) in known.differences.items():
        values[place] = values[later] - values[earlier]
    return values


def needed(known: Universe, truths: Sequence[Table | None], rules: Rules) -> Needs | None:
    """What the sensitive cells need, the changes between days among them; None where the truth is not given."""
    if not any(truth is not None for truth in truths):
        return None
    values = true_values(known, truths)
    if not known.whole:
        pairs = zip(truths, known.places, strict=True)
        return _joined([_at(needs(truth, rules), places) for truth, places in pairs if truth is not None])
    counted = np.flatnonzero(~np.isnan(values) & (values >= 0))
    return attainable(known, _at(needs_of_counts(values[counted], rules), counted), values, rules)


def _at(found: Needs, places: NDArray[np.int64]) -> Needs:
    return Needs(places[found.places], found.low, found.high, found.width)


def _joined(parts: Sequence[Needs]) -> Needs:
    return Needs(
        *(np.concatenate([getattr(one, name) for one in parts]) for name in ("places", "low", "high", "width"))
    )


def reasons(
    known: Universe, low: Floats, high: Floats, wanted: Needs | None, rules: Rules
) -> Iterator[tuple[int, str]]:
    """(place, why) for every cell that is given away."""
    if wanted is None:
        yield from _by_bounds(known, low, high, rules)
        return
    for place, need_low, need_high, width in zip(*(one.tolist() for one in _columns(wanted)), strict=True):
        if low[place] > need_low + 1e-6 or high[place] < need_high - 1e-6:
            found = _between(low[place], high[place])
            yield place, f"{found}, where {need_low:,.10g} to {need_high:,.10g} has to be possible"
        elif high[place] - low[place] < width - 1e-6:
            yield place, f"{_between(low[place], high[place])}, where {width:g} have to lie between"


def _columns(wanted: Needs) -> tuple[NDArray[np.int64] | Floats, ...]:
    return wanted.places, wanted.low, wanted.high, wanted.width


def _by_bounds(known: Universe, low: Floats, high: Floats, rules: Rules) -> Iterator[tuple[int, str]]:
    """Without the truth: what is certainly below the threshold, or known to the last unit though it was not printed."""
    was_low, was_high = np.array(known.low), np.array(known.high)
    for place in np.flatnonzero(was_high - was_low > 0).tolist():
        least, most = low[place], high[place]
        if most <= 0 and rules.sensitive(0.0) is False:
            continue
        if not known.said[place] and least >= rules.threshold:
            continue  # a total that was never withheld
        if most - least < 1e-6 and (most != 0 or rules.sensitive(0.0)):
            yield place, f"it is {most:,.10g}"
        elif np.isinf(was_high[place]) and rules.protection.kind == "threshold" and most < rules.threshold:
            yield place, f"{_between(least, most)}: below the threshold of {rules.threshold}"
        elif rules.protection.kind == "width" and least < rules.threshold and most - least < rules.protection.amount:
            yield place, f"{_between(least, most)}, where {rules.protection.amount:g} have to lie between"


def _between(low: float, high: float) -> str:
    if high - low < 1e-6:
        return f"it is {low:,.10g}"
    return f"it is at least {low:,.10g}" if np.isinf(high) else f"it lies between {low:,.10g} and {high:,.10g}"
