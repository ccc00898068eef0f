"""What the picture can be narrowed to, as the fields of its form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pentameter.intelligence.api import INFORMATION_CODES, SOURCE_CODES, Scheme
from pentameter.picture.queries.frame import Frame

Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """A field of the form: its name in the address, its label, the options (value, words), and the one chosen."""

    name: str
    label: str
    options: tuple[Option, ...]
    chosen: str


def choices(picture: Frame) -> tuple[Choice, ...]:
    """Wave, agency, and grade. A wave's agencies are those that take part in it, or did."""
    asked, given = picture.asked, picture.asked.parameters()
    waves = ((str(one.id), f"{one.name}: {one.operation_name}") for one in picture.choices)
    agencies = ((line.participant.agency, line.participant.name) for line in picture.grid.lines)
    schemes = ((f"{one.value}/", f"{one.value}: any grade") for one in Scheme)
    return (
        Choice("wave", "Wave", tuple(waves), str(picture.wave.id)),
        _choice("agency", "Sent by", "All agencies", agencies, asked.agency),
        _choice("source", "Source grade", "All", (*schemes, *_grades(SOURCE_CODES)), given.get("source", "")),
        _choice("information", "Information grade", "All", _grades(INFORMATION_CODES), given.get("information", "")),
    )


def _choice(name: str, label: str, everything: str, options: Iterable[Option], chosen: str) -> Choice:
    return Choice(name, label, (("", everything), *options), chosen)


def _grades(codes: Mapping[Scheme, Mapping[str, str]]) -> Iterable[Option]:
    """The codes of all schemes, each named with its own: equal letters of two schemes are not the same."""
    return (
        (f"{scheme.value}/{code}", f"{scheme.value}: {code}, {meaning}")
        for scheme, of_scheme in codes.items()
        for code, meaning in of_scheme.items()
    )
