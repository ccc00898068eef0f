"""The ranges that estimation runs gave: never one number, and rounded outwards."""

import math

from pentameter.look.words import span
from pentameter.releases.queries.counts.asking import Ground
from pentameter.releases.shelf.content import Range
from pentameter.scale import api as scale
from pentameter.scale.api import EstimateLine

STEP = 10
"""Ends of ranges are rounded outwards to a multiple of it: nothing finer is known."""


def ranges(ground: Ground) -> tuple[Range, ...]:
    """Every run that gave an answer, the latest first; one that gave none has no range."""
    lines = (line for line in scale.estimates(by=ground.by) if not line.refused)
    return tuple(_range(number, line) for number, line in enumerate(lines, 1) if line.low is not None)


def _range(number: int, line: EstimateLine) -> Range:
    low, high = line.low or 0.0, line.high or 0.0
    days = span(line.period.start, line.period.end)
    what = ", ".join(filter(None, (line.theme.replace("_", " ") or "all types of exploitation", line.area)))
    return Range(
        key=f"range-{number}",
        title=line.title,
        low=math.floor(low / STEP) * STEP,
        high=math.ceil(high / STEP) * STEP,
        about=f"People who may be victims, {days}, {what}. Those who were seen are in it.",
        rests_on=line.verdict.replace("_", " "),
        source="estimates from frozen lists of who was known to which kind of organisation.",
        as_of=line.made_at.date(),
    )
