"""How likely it is that something that happens by chance happens so often."""

from math import exp


def at_least(times: int, expected: float) -> float:
    """The chance that what is expected so often happens at least so many times (Poisson's law).

    >>> round(at_least(2, 0.5), 4)
    0.0902
    """
    term, below = exp(-expected), 0.0
    for number in range(times):
        below += term
        term *= expected / (number + 1)
    return max(0.0, 1.0 - below)
