"""The reliability statement: what may be said of the number unseen, in words to be read out and signed."""

import html
from dataclasses import dataclass
from typing import Any

from darkfigure.estimate import number

MAY_BE_USED, WITH_CAUTION, NOT_TO_BE_USED = VERDICTS = ("may be used", "with caution", "not to be used")


@dataclass(frozen=True)
class Statement:
    """`text` is read out; `verdict` is one of VERDICTS; `low` and `high` are the range of the total, None if no number
    may be given. `rests_on` and `against` are sentences; `at_least` is a lower bound, if there is one that holds
    whatever the verdict; `observed` people were counted; `record` says how to run it again."""

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
