"""One method's line in a panel: its estimate or the sentence of its refusal, and whether it may be believed."""

from dataclasses import dataclass
from typing import Any

from darkfigure.cautions import Caution
from darkfigure.display import limits
from darkfigure.estimate import Estimate, whole


@dataclass(frozen=True)
class PanelRow:
    """`method` and either its `estimate` or why it was `refused` ("" if it answered).

    `assumes` says in words what the method takes for granted; `bound`: it gives a lower bound and no estimate;
    `baseline`: it is there for comparison (independence) and is not asked what the number is.
    """

    method: str
    estimate: Estimate | None
    refused: str = ""
    assumes: str = ""
    bound: bool = False
    baseline: bool = False
    cautions: tuple[Caution, ...] = ()

    @property
    def believed(self) -> bool:
        """May it take part in the range? It answered, it is no bound nor baseline, and nothing forbids it."""
        answers = self.estimate is not None and not self.bound and not self.baseline
        return answers and not any(caution.forbids for caution in self.cautions)

    def cells(self) -> tuple[str, str, str, str]:
        """Method, total, interval, remark, as text."""
        if self.estimate is None:
            return self.method, "refused", "", self.refused
        kind = "a lower bound" if self.bound else "for comparison" if self.baseline else ""
        forbidding = [caution.sentence for caution in self.cautions if caution.forbids]
        remark = kind or (f"not believed: {' '.join(forbidding)}" if forbidding else "")
        return self.method, whole(self.estimate.total), limits(self.estimate), remark

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {
            "method": self.method,
            "estimate": self.estimate.to_dict() if self.estimate else None,
            "refused": self.refused,
            "assumes": self.assumes,
            "bound": self.bound,
            "baseline": self.baseline,
            "believed": self.believed,
            "cautions": [caution.to_dict() for caution in self.cautions],
        }
