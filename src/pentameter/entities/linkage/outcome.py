"""What became of a file that was linked."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """In numbers. `decided` pairs are beyond doubt, `proposed` ones are for a person to judge."""

    mentions: int
    people: int
    compared: int
    decided: int
    proposed: int
    nameless: int
    doubts: tuple[str, ...]
    model: str

    def as_dict(self) -> dict[str, object]:
        """For programs."""
        return asdict(self)
