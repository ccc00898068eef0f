"""What was published of earlier waves, beside what is counted here. Figures are never added up or made to agree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pentameter.operations.api import Figure, PublishedWave
from pentameter.operations.api import said_of as said_of

_FOUND = frozenset(
    {"victims recovered", "victims identified", "victims, sexual exploitation", "victims, labour exploitation"}
)
MEASURES: dict[str, frozenset[str]] = {
    "People rescued": _FOUND,
    "People found": _FOUND,
    "Premises visited": frozenset({"premises visited (warrants)", "premises visited"}),
    "Arrests": frozenset({"arrests", "suspects arrested"}),
    "Reports": frozenset({"intelligence reports"}),
}
"""Which published measures are looked at beside which of ours. Near each other is not the same: the page says so."""


RECORDED: dict[str, frozenset[str]] = {
    "Arrests recorded": MEASURES["Arrests"] | {"arrested on suspicion of trafficking"},
    "Charges": frozenset({"charged", "charged with trafficking"}),
    "Convictions": frozenset({"convicted of trafficking"}),
}
"""The same for what is recorded of investigations."""


@dataclass(frozen=True, slots=True)
class Source:
    """One publication of one wave: a column of the comparison."""

    wave: str
    as_of: str
    figures: tuple[Figure, ...]

    def beside(self, measure: str) -> tuple[Figure, ...]:
        """The figures of this publication that stand beside one of our measures."""
        return tuple(figure for figure in self.figures if figure.measure in (MEASURES | RECORDED)[measure])


def sources(waves: Iterable[PublishedWave]) -> tuple[Source, ...]:
    """The publications of each wave, in the order in which they appeared: those that differ stand side by side."""
    return tuple(
        Source(one.wave.name, said_of(as_of), tuple(figure for figure in one.figures if figure.as_of == as_of))
        for one in waves
        for as_of in dict.fromkeys(figure.as_of for figure in one.figures)
    )


def differing(waves: Sequence[PublishedWave]) -> tuple[str, ...]:
    """Where publications of one wave contradict each other, a sentence each."""
    return tuple(
        f"{one.about[:1].upper()}{one.about[1:]}: {one.sentence}" for wave in waves for one in wave.disagreements
    )
