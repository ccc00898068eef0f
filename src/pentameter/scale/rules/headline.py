"""What is said first of an estimate: a range, or a refusal that says why. Pure."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pentameter.kernel.verdict import ALLOWED, Verdict, refused
from pentameter.scale.rules.lists import named
from pentameter.scale.rules.tables import Table

NOT_TO_BE_USED = "not to be used"
TOO_WIDE = 4.0
"""How many times the least figure for the unseen the greatest may be, as darkfigure's own convention has it."""
CANNOT = "The lists cannot carry an answer."


@dataclass(frozen=True, slots=True)
class Headline:
    """The range over all that is believed and all linkings, or why there is none.

    `answers` are the lowest and the highest number that a believed method gives; `share` is the part of the width that
    comes from linking, of the variance of the logarithm of the unseen, None where nothing was drawn.
    """

    low: float | None = None
    high: float | None = None
    verdict: str = NOT_TO_BE_USED
    refused: str = ""
    answers: tuple[float, float] | None = None
    share: float | None = None


def may_be_estimated(table: Table) -> Verdict:
    """Whether anything can be asked of a table at all."""
    if not table.people:
        return refused(f"{CANNOT} Nobody was counted: no list has anybody on it.")
    if len(table.lists) < 2:
        only = named(table.lists[0])
        return refused(
            f"{CANNOT} Only one list has anybody on it ({only}), and the unseen are learnt of from people who are on "
            "more than one. Wait for another kind of organisation to report, or widen the period."
        )
    return ALLOWED


def headline(results: Mapping[str, Any]) -> Headline:
    """From the panel and the pooled linkings. Linkings widen the range; they never narrow it."""
    panel, pooled = results["panel"], results["pooled"]
    statement = panel["statement"]
    share = pooled["diagnostics"]["share_from_linking"] if pooled else None
    if (why := _why_not(panel)) or (why := _unbounded(pooled, results["pool_refused"])):
        return Headline(verdict=NOT_TO_BE_USED, refused=f"{CANNOT} {why}", share=share)
    low, high = _widened(statement, pooled)
    if high - statement["observed"] > TOO_WIDE * max(low - statement["observed"], 1.0):
        reach = _reach({"low": low, "high": high})
        return Headline(refused=f"{CANNOT} It depends on links that nobody has judged yet. {reach}", share=share)
    totals = [row["estimate"]["total"] for row in panel["rows"] if row["believed"]]
    return Headline(
        low=low,
        high=high,
        verdict=statement["verdict"],
        answers=(min(totals), max(totals)),
        share=share,
    )


def _widened(statement: Mapping[str, Any], pooled: Mapping[str, Any] | None) -> tuple[float, float]:
    """The range of the panel, and what the linkings add to it."""
    low, high = statement["low"], statement["high"]
    if pooled is None:
        return low, high
    return min(low, pooled["interval"]["low"]), max(high, pooled["interval"]["high"])


def _why_not(panel: Mapping[str, Any]) -> str:
    """Why the panel gives no number that may be quoted; empty where it gives one."""
    statement = panel["statement"]
    if statement["low"] is None or statement["high"] is None:
        refusals = [row["refused"] for row in panel["rows"] if row["refused"]]
        nobody = all(row["estimate"] is None for row in panel["rows"])
        return refusals[0] if nobody and refusals else f"No method may be believed here. {_first(statement['against'])}"
    if statement["verdict"] == NOT_TO_BE_USED:
        return f"{_first(statement['against'])} {_reach(statement)}".strip()
    return ""


def _unbounded(pooled: Mapping[str, Any] | None, refusal: str) -> str:
    """Why the linkings leave no range: the doubts among them are too large."""
    if refusal:
        return f"It depends on links that nobody has judged yet. {refusal}"
    if pooled and (pooled["interval"]["low"] is None or pooled["interval"]["high"] is None):
        return "It depends on links that nobody has judged yet: under some linkings there is no upper limit."
    return ""


def _first(sentences: list[str]) -> str:
    return sentences[0] if sentences else ""


def _reach(statement: Mapping[str, Any]) -> str:
    low, high = rounded(statement["low"], down=True), rounded(statement["high"])
    return f"What can be estimated reaches from about {low} to {high}, too wide to be quoted."


def rounded(value: float, *, down: bool = False) -> str:
    """Such a number in words."""
    return f"{outwards(value, down=down):,.0f}" if math.isfinite(value) else "no limit"


def outwards(value: float, *, down: bool = False) -> float:
    """Two significant figures, outwards: what is read out should not pretend to more."""
    unit = 10.0 ** max(math.floor(math.log10(value)) - 1, 0) if value >= 1 else 1.0
    return (math.floor(value / unit + 1e-9) if down else math.ceil(value / unit - 1e-9)) * unit
