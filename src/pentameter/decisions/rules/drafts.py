"""The words of a matter as they are kept sealed: what was asked, what is being written, what was decided."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Self

from pentameter.decisions.rules.states import Result


@dataclass(frozen=True, slots=True)
class Draft:
    """What a decision-maker writes. While it is considered it may change; what was decided stays as it is.

    `ground` and `evidence` are for a disqualification, `until` for leave that is granted. `absence` is kept with the
    decision where it was made without an account: why there was none, as it stood then. `basis` is "old" where a
    further decision on reasonable grounds rests on nothing later than the first: no second period begins by itself.
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
    basis: str = ""

    def as_json(self) -> dict[str, Any]:
        """For sealing."""
        return {one.name: _text(getattr(self, one.name)) for one in fields(self)}

    @classmethod
    def from_json(cls, facts: Any) -> Self:
        """As it was sealed. What this version does not know is ignored."""
        said = facts if isinstance(facts, Mapping) else {}
        return cls(**{one.name: _READ.get(one.name, str)(said[one.name]) for one in fields(cls) if said.get(one.name)})


def _day(said: Any) -> date:
    return date.fromisoformat(str(said))


_READ: Mapping[str, Callable[[Any], Any]] = {
    "result": Result,
    "decided_on": _day,
    "until": _day,
    "review_on": _day,
}


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
