"""Components side by side: shelves in a frame about as wide as a screen, the tallest first."""

from collections.abc import Sequence

from pentameter.entities.network.layout.boxes import Box

_WIDER = 1.6
"""How many times wider than high the whole picture should be."""


def packed(sizes: Sequence[Box], gap: float) -> tuple[tuple[float, float], ...]:
    """The middle of each frame, so that none overlaps another and `gap` lies between them.

    Frames come in the order given; shelves are filled from the left, and the next begins under the tallest of a shelf.
    """
    area = sum((2 * one.half_width + gap) * (2 * one.half_height + gap) for one in sizes)
    widest = max((2 * one.half_width for one in sizes), default=0.0)
    room = max(widest, (area * _WIDER) ** 0.5)
    middles: list[tuple[float, float]] = []
    left = top = tallest = 0.0
    for one in sizes:
        wide, high = 2 * one.half_width, 2 * one.half_height
        if left > 0 and left + wide > room:
            left, top, tallest = 0.0, top + tallest + gap, 0.0
        middles.append((left + one.half_width, top + one.half_height))
        left, tallest = left + wide + gap, max(tallest, high)
    return tuple(middles)
