"""What speaks against an estimate, as codes that a program can read and sentences that a person can."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Caution:
    """A reason for care. `code` is one of CODES; `forbids`: the estimate may not be believed on this ground alone."""

    code: str
    sentence: str
    forbids: bool = False

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {"code": self.code, "sentence": self.sentence, "forbids": self.forbids}
