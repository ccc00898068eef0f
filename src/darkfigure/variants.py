"""What one change of the lists or of the method's settings does to an estimate: the points of a sensitivity run."""

from dataclasses import dataclass
from typing import Any

from darkfigure.display import limits
from darkfigure.estimate import Estimate, number, whole


@dataclass(frozen=True)
class ChangedLists:
    """The estimate when the one list in `lists` is omitted, or the two are merged; or why there is none."""

    lists: tuple[str, ...]
    estimate: Estimate | None
    refused: str = ""

    def cells(self) -> tuple[str, str, str, str]:
        """Lists, total, interval, refusal, as text."""
        return (" + ".join(self.lists), *_answer(self.estimate, self.refused))

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {"lists": list(self.lists), **_as_dict(self.estimate, self.refused)}


@dataclass(frozen=True)
class AtThreshold:
    """The stepwise estimate at a threshold for adding pairs, or why there is none."""

    threshold: float
    estimate: Estimate | None
    refused: str = ""

    def cells(self) -> tuple[str, str, str, str]:
        """Threshold, total, interval, model or refusal, as text."""
        total, interval, remark = _answer(self.estimate, self.refused)
        return f"{self.threshold:g}", total, interval, remark or (self.estimate.model if self.estimate else "")

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {"threshold": self.threshold, **_as_dict(self.estimate, self.refused)}


@dataclass(frozen=True)
class AtOddsRatio:
    """The total if the highest-order odds ratio were `odds_ratio` instead of 1, which no data can tell.

    `total` from the method's fitted cells; `saturated` from the observed cells themselves, where none is empty.
    """

    odds_ratio: float
    total: float
    saturated: float | None = None

    def cells(self) -> tuple[str, str, str, str]:
        """Odds ratio, total, nothing, saturated total, as text."""
        saturated = "" if self.saturated is None else f"{whole(self.saturated)} from the cells alone"
        return f"{self.odds_ratio:g}", whole(self.total), "", saturated

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        saturated = None if self.saturated is None else number(self.saturated)
        return {"odds_ratio": self.odds_ratio, "total": number(self.total), "saturated": saturated}


def _answer(estimate: Estimate | None, refused: str) -> tuple[str, str, str]:
    return ("refused", "", refused) if estimate is None else (whole(estimate.total), limits(estimate), "")


def _as_dict(estimate: Estimate | None, refused: str) -> dict[str, Any]:
    return {"estimate": estimate.to_dict() if estimate else None, "refused": refused}
