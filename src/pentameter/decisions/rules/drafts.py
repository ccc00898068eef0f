"""The words of a matter as they are kept sealed: what was asked, what is being written, what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self

from pentameter.decisions.rules.states import Result


@dataclass(frozen=True, slots=True)
class Draft:
    """What a decision-maker writes. While it is considered it may change; what was decided stays as it is.

    `ground` and `evidence` are for a disqualification, `until` for leave that is granted. `absence` is kept with the
    decision where it was made without an account: why there was none, as it stood then.
    """

    result: Result | None = None
    decided_on: date | None = None
    facts: str = ""
    weight: str = ""
    reasons: str = ""
    ground: str = ""
    evidence: str = ""
    until: date | None = None
    review_on: date | None = None
    absence: str = ""

    def as_json(self) -> dict[str, Any]:
        """For sealing."""
        return {one.name: _text(getattr(self, one.name)) for one in fields(self)}

    @classmethod
    def from_json(cls, facts: Any) -> Self:
        """As it was sealed. What this version does not know is ignored."""
        said = facts if isinstance(facts, Mapping) else {}
        words = {one.name: str(said.get(one.name) or "") for one in fields(cls)}
        days = {name: date.fromisoformat(words.pop(name)) if words[name] else words.pop(name) for name in _DAYS}
        result = words.pop("result")
        made = cls(result=Result(result) if result else None, **words)
        return replace(made, **{name: day or None for name, day in days.items()})


_DAYS = ("decided_on", "until", "review_on")


@dataclass(frozen=True, slots=True)
class Request:
    """What was said when a matter was asked for, taken up or withdrawn."""

    asked: str = ""
    late_because: str = ""
    taken_because: str = ""
    withdrawn_because: str = ""

    def as_json(self) -> dict[str, Any]:
        """For sealing."""
        return {one.name: getattr(self, one.name) for one in fields(self)}

    @classmethod
    def from_json(cls, facts: Any) -> Self:
        """As it was sealed."""
        said = facts if isinstance(facts, Mapping) else {}
        return cls(**{one.name: str(said.get(one.name) or "") for one in fields(cls)})


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")
