"""What the network can be narrowed to, as the fields of its form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pentameter.accounts import api as accounts
from pentameter.entities.network.asked import SIZES, USUAL, Asked
from pentameter.entities.network.wording import KINDS, relation
from pentameter.intelligence.api import INFORMATION_CODES, SOURCE_CODES, Scheme, Theme
from pentameter.intelligence.intake.normalise.agencies import areas
from pentameter.intelligence.intake.relations import Relation

_ALL = ": all, unless some are ticked"
Option = tuple[str, str, bool]
"""Value, words, whether it is chosen."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A field: its name in the address, its label, and what can be chosen; of some, several."""

    name: str
    label: str
    options: tuple[Option, ...]
    several: bool = False


def choices(asked: Asked) -> tuple[Choice, ...]:
    """All fields but the two days."""
    given = dict(asked.parameters())
    agencies = [(slug, card.name) for slug, card in accounts.agencies().items()]
    schemes = [(f"{one.value}/", f"{one.value}: any grade") for one in Scheme]
    themes = [(one.value, one.value.replace("_", " ").capitalize()) for one in Theme]
    sizes = [("" if one == USUAL else str(one), f"{one:,} at most") for one in SIZES]
    relations = [(one.value, relation(one).capitalize()) for one in Relation]
    return (
        _one("agency", "Sent by", [("", "All agencies"), *agencies], given),
        _one("area", "Force area", [("", "All areas"), *((area, area) for area in areas())], given),
        _one("theme", "Theme", [("", "All themes"), *themes], given),
        _one("source", "Source grade", [("", "All"), *schemes, *_grades(SOURCE_CODES)], given),
        _one("information", "Information grade", [("", "All"), *_grades(INFORMATION_CODES)], given),
        _one("most", "Things on the chart", sizes, given),
        _many("kind", f"Kinds of things{_ALL}", KINDS.items(), asked.kinds),
        _many("relation", f"Links{_ALL}", relations, asked.relations),
    )


def _one(name: str, label: str, options: Iterable[tuple[str, str]], given: Mapping[str, str]) -> Choice:
    chosen = given.get(name, "")
    return Choice(name, label, tuple((value, words, value == chosen) for value, words in options))


def _many(name: str, label: str, options: Iterable[tuple[str, str]], chosen: Iterable[str]) -> Choice:
    on = set(chosen)
    return Choice(name, label, tuple((value, words, value in on) for value, words in options), several=True)


def _grades(codes: Mapping[Scheme, Mapping[str, str]]) -> list[tuple[str, str]]:
    """The codes of all schemes, each named with its own: equal letters of two schemes are not the same."""
    return [
        (f"{scheme.value}/{code}", f"{scheme.value}: {code}, {meaning}")
        for scheme, of_scheme in codes.items()
        for code, meaning in of_scheme.items()
    ]
