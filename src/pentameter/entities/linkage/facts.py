"""What a report says of a person, and the same read once for comparing."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person as a report tells of them; what is not known is empty."""

    name: str = ""
    sex: str = ""
    dob: str = ""
    nationality: str = ""
    phones: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    postcode: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The facts in the forms in which they are compared. It tells as much of the person as they do: store it sealed."""

    words: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    head: str = ""
    sounds: str = ""
    letters: str = ""
    birth_year: int = 0
    birth_day: int = 0
    sex: str = ""
    nationality: str = ""
    phones: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    postcode: str = ""
    outward: str = ""
    place: str = ""

    @property
    def name_key(self) -> str:
        """All words of the name, in the order of the alphabet."""
        return " ".join(self.words)

    @property
    def birth_swapped(self) -> int:
        """The day of birth with day and month exchanged."""
        return self.birth_day % 100 * 100 + self.birth_day // 100

    def as_json(self) -> str:
        """As text, for storing."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> "Prepared":
        """As it was before `as_json`; what an older version did not know is empty."""
        told: dict[str, Any] = {
            name: tuple(one) if isinstance(one, list) else one for name, one in json.loads(text).items()
        }
        return cls(**{field.name: told[field.name] for field in fields(cls) if field.name in told})


@dataclass(frozen=True, slots=True)
class BlockKey:
    """What two mentions must have in common for it to be worth comparing them. The caller keeps a digest of it."""

    rule: str
    value: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one comparison says for (weight above 0) or against two mentions being one person, without the facts."""

    comparison: str
    level: str
    weight: float
    sentence: str


@dataclass(frozen=True, slots=True)
class Scored:
    """How two mentions stand to each other. `weight` is a logarithm to base 2 of the odds.

    `contradictions` keep the machine from deciding alone, whatever the weight; sentences without a fact in them.
    """

    weight: float
    probability: float
    evidence: tuple[Evidence, ...]
    contradictions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Which model speaks, and from which weight on it decides alone, or proposes."""

    version: str
    decide_at: float
    propose_at: float
