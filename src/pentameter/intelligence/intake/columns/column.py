"""What a column of a template is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

NO_CODES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a template.

    `name` is the heading; `label` is how sentences call it; `codes` maps each code that may be written to its meaning
    (empty where anything may be written); `many` says that several may stand in one cell, separated by ";".
    """

    name: str
    label: str
    meaning: str
    required: bool = False
    example: str = ""
    codes: Mapping[str, str] = field(default_factory=lambda: NO_CODES)
    many: bool = False


def codes_of(words: Iterable[StrEnum]) -> Mapping[str, str]:
    """Codes whose meaning is the code itself, read as words."""
    return MappingProxyType({word.value: word.value.replace("_", " ") for word in words})


YES_NO: Mapping[str, str] = MappingProxyType({"yes": "yes", "no": "no"})
