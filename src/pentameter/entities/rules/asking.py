"""A search as it was asked: the words, what the answers are narrowed to, and the page of each group."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the answers are narrowed to. Empty means all."""

    kind: str = ""
    agency: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for. `things` and `reports` are the numbers of the pages."""

    words: str
    narrowed: Narrowed = field(default_factory=Narrowed)
    things: int = 1
    reports: int = 1
