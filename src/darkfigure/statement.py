"""The reliability statement: what may be said of the number unseen, in words to be read out and signed."""

import html
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from darkfigure.cautions import apart
from darkfigure.consistency import Consistency
from darkfigure.display import limits
from darkfigure.estimate import VERSION, number, whole
from darkfigure.histories import CaptureHistories
from darkfigure.judgement import (
    CONVENTIONS,
    MAY_BE_USED,
    NOT_TO_BE_USED,
    VERDICTS,
    WITH_CAUTION,
    Conventions,
    Judgement,
    judge,
)
from darkfigure.rows import PanelRow
from darkfigure.sensitivity import Sensitivity
from darkfigure.trajectory import Trajectory

__all__ = ["MAY_BE_USED", "NOT_TO_BE_USED", "VERDICTS", "WITH_CAUTION", "Statement", "reliability"]


@dataclass(frozen=True)
class Statement:
    """`text` is read out; `verdict` is one of VERDICTS; `low` and `high` are the range of the total over the methods
    that are believed, None if none is, and then no number is given. `rests_on` and `against` are sentences;
    `at_least` is a lower bound for the total, where one agrees with the range; `observed` people were counted;
    `record` says how to run it again."""

    verdict: str
    text: str
    observed: int
    low: float | None
    high: float | None
    at_least: float | None
    rests_on: tuple[str, ...]
    against: tuple[str, ...]
    record: str

    def summary(self) -> str:
        """The statement as plain text, with its grounds and its reservations as lists."""
        lines = [self.text, "", f"Verdict: {self.verdict}."]
        for title, sentences in (("It rests on:", self.rests_on), ("Against it:", self.against)):
            lines += [title, *(f"- {sentence}" for sentence in sentences)] if sentences else []
        return "\n".join([*lines, self.record])

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {
            "verdict": self.verdict,
            "text": self.text,
            "observed": self.observed,
            "low": None if self.low is None else number(self.low),
            "high": None if self.high is None else number(self.high),
            "at_least": None if self.at_least is None else number(self.at_least),
            "rests_on": list(self.rests_on),
            "against": list(self.against),
            "record": self.record,
        }

    def _repr_html_(self) -> str:
        def listed(title: str, sentences: tuple[str, ...]) -> str:
            items = "".join(f"<li>{html.escape(sentence)}</li>" for sentence in sentences)
            return f"<p>{title}</p><ul>{items}</ul>" if sentences else ""

        return (
            f"<p>{html.escape(self.text)}</p><p><strong>Verdict: {html.escape(self.verdict)}.</strong></p>"
            f"{listed('It rests on:', self.rests_on)}{listed('Against it:', self.against)}"
            f"<p><small>{html.escape(self.record)}</small></p>"
        )


def reliability(
    histories: CaptureHistories,
    rows: Sequence[PanelRow],
    *,
    sensitivity: Sensitivity | None = None,
    consistencies: Sequence[Consistency] = (),
    trajectories: Sequence[Trajectory] = (),
    conventions: Conventions = CONVENTIONS,
    seed: int | None = None,
) -> Statement:
    """What the rows of a panel, and the tests that were made, allow to be said of a table.

    `conventions` are the bounds of the verdict; `seed` is the one that all rows were asked with.
    """
    judged = judge(rows, len(histories.lists), consistencies, trajectories, conventions)
    low, high = judged.reach or (None, None)
    least = _bound(judged)
    against = [*judged.reasons, *_reservations(judged), *_empty(histories)]
    against += _moves(sensitivity, conventions.agree) if sensitivity else []
    return Statement(
        judged.verdict,
        f"{_counted(histories)} {_said(judged.verdict, low, high, histories.n)}",
        histories.n,
        low,
        high,
        least,
        tuple(_grounds(judged, least, consistencies, trajectories)),
        tuple(dict.fromkeys(against)),
        f"darkfigure {VERSION}, table {histories.digest[:12]}{_seeds(rows, seed)}.",
    )


def _seeds(rows: Sequence[PanelRow], seed: int | None) -> str:
    """The seed asked for, or else those of the estimates; nothing where nothing was drawn."""
    drawn = sorted({row.estimate.seed for row in rows if row.estimate and row.estimate.seed is not None})
    named = [seed] if seed is not None else drawn
    return f", seed {', '.join(map(str, named))}" if named else ""


def _counted(histories: CaptureHistories) -> str:
    twice = int(histories.counts[histories.patterns.sum(axis=1) > 1].sum())
    many = len(histories.lists)
    return f"{histories.n:,} people are known from {many} lists; {twice:,} of them are on more than one."


def _said(verdict: str, low: float | None, high: float | None, observed: int) -> str:
    if low is None or high is None:
        return "From these lists nobody can say how many were never seen, and no number should be given."
    total = f"between about {rounded(low, down=True)} and {rounded(high)} in all"
    unseen = f"about {rounded(max(low - observed, 0.0), down=True)} to {rounded(high - observed)} of them never seen"
    if verdict == NOT_TO_BE_USED:
        return f"What can be estimated reaches from {total[8:].replace(' and ', ' to ')}: no number should be quoted."
    care = " This may be quoted only together with the reservations below." if verdict == WITH_CAUTION else ""
    return f"There are {total}, {unseen}.{care}"


def rounded(value: float, *, down: bool = False) -> str:
    """Two significant figures, outwards: what is read out should not pretend to more."""
    if value < 10:
        return whole(math.floor(value) if down else math.ceil(value))
    unit = 10.0 ** (math.floor(math.log10(value)) - 1)
    return whole((math.floor(value / unit + 1e-9) if down else math.ceil(value / unit - 1e-9)) * unit)


def _bound(judged: Judgement) -> float | None:
    """The lower limit of the lower bound, if the range does not begin below it."""
    bounds = [row.estimate.interval.low for row in judged.rows if row.bound and row.estimate and row.estimate.interval]
    return bounds[0] if bounds and judged.reach and bounds[0] <= judged.reach[0] else None


def _grounds(
    judged: Judgement, least: float | None, consistencies: Sequence[Consistency], trajectories: Sequence[Trajectory]
) -> Iterator[str]:
    for row in judged.believed:
        if row.estimate:
            yield f"{row.method}: {whole(row.estimate.total)} ({limits(row.estimate)}), if {row.assumes}."
    if least is not None:
        yield f"A lower bound that allows people to differ: at least {rounded(least, down=True)} in all."
    yield from (f"{one.method}: {one.verdict}" for one in consistencies if one.tested and not one.fails)
    yield from (f"{one.method}: {one.verdict}" for one in trajectories if one.flat)
    if judged.believed:
        yield "Every method takes it that a person on several lists is recognised on all of them."
        yield (
            "Unless a method above says otherwise everyone is taken to be equally easy to see; people whom none of the "
            "lists could ever have seen are outside every figure."
        )
        yield "What ties the unseen to the seen is assumed by every method and can be tested by none."


def _reservations(judged: Judgement) -> Iterator[str]:
    for reason in dict.fromkeys(row.refused for row in judged.rows if row.refused):
        named = [row.method for row in judged.rows if row.refused == reason]
        yield f"{_together(named)} {'gives' if len(named) == 1 else 'give'} no number: {reason}"
    for row in judged.rows:
        answers = row.estimate is not None and not row.bound and not row.baseline
        yield from (f"{row.method}: {caution.sentence}" for caution in row.cautions if answers)


def _together(names: Sequence[str]) -> str:
    """Names with commas and an "and"."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _empty(histories: CaptureHistories) -> Iterator[str]:
    names = histories.lists
    pairs = [
        f"{names[i]} and {names[j]}" for i, j in combinations(range(len(names)), 2) if not histories.overlaps[i, j]
    ]
    if pairs:
        yield f"Nobody is on both of: {'; '.join(pairs)}. Missed matches would make the total too high."


def _moves(sensitivity: Sensitivity, agree: float) -> Iterator[str]:
    """The changes of the lists that move the dark figure furthest."""
    base = sensitivity.baseline
    changes = [("Without", row) for row in sensitivity.omitted] + [
        ("With one list of", row) for row in sensitivity.merged
    ]
    for how, row in changes:
        if row.estimate is None:
            continue
        if base and apart([base.total, row.estimate.total], base.observed, agree):
            named = " and ".join(row.lists)
            yield f"{how} {named}, {sensitivity.method} gives {whole(row.estimate.total)}, not {whole(base.total)}."
