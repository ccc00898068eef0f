"""Does the bootstrap distribution have one peak? A mixture over chosen models may have several (Silverman 2020)."""

import numpy as np
from numpy.typing import NDArray

from darkfigure.estimate import whole

_BINS = 512
_HEIGHT = 0.1


def places(totals: NDArray[np.float64]) -> list[float]:
    """Totals at which a Gaussian kernel density of log totals peaks; bandwidth by Silverman's rule."""
    values = np.log(totals[np.isfinite(totals) & (totals > 0)])
    if values.size < 10 or np.ptp(values) < 1e-9:
        return [float(np.exp(np.median(values)))] if values.size else []
    quarter, three_quarters = np.quantile(values, [0.25, 0.75])
    spread = min(values.std(), (three_quarters - quarter) / 1.34) or values.std()
    width = 0.9 * spread * values.size**-0.2
    edges = np.linspace(values.min() - 4.0 * width, values.max() + 4.0 * width, _BINS + 1)
    heights, _ = np.histogram(values, edges)
    steps = np.arange(-_BINS, _BINS + 1) * (edges[1] - edges[0])
    density = np.convolve(heights, np.exp(-0.5 * (steps / width) ** 2), mode="full")[_BINS : 2 * _BINS]
    return [float(np.exp((edges[place] + edges[place + 1]) / 2.0)) for place in _peaks(density)]


def warning(totals: NDArray[np.float64]) -> list[str]:
    """A sentence if there is more than one peak."""
    peaks = places(totals)
    if len(peaks) < 2:
        return []
    around = ", ".join(whole(peak) for peak in peaks)
    return [f"The bootstrap distribution has {len(peaks)} peaks (near {around}): limits may jump from one to another."]


def _peaks(density: NDArray[np.float64]) -> list[int]:
    """Local maxima above the threshold with a valley of at least a tenth of the top between neighbours."""
    top, found = density.max(), list[int]()
    rising = np.flatnonzero((density[1:-1] > density[:-2]) & (density[1:-1] >= density[2:])) + 1
    for place in rising[density[rising] > _HEIGHT * top]:
        if found:
            valley = density[found[-1] : place].min()
            if min(density[found[-1]], density[place]) - valley < _HEIGHT * top:
                if density[place] > density[found[-1]]:
                    found[-1] = int(place)
                continue
        found.append(int(place))
    return found
