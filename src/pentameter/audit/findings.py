"""What a verification can find, and how it is said. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What was done to the record."""

    EDIT = "edit"
    DELETE = "delete"
    INSERT = "insert"
    REORDER = "reorder"
    TRUNCATE = "truncate"
    CHECKPOINTS = "checkpoints"


_DONE = {
    Kind.EDIT: "was changed after it was written",
    Kind.DELETE: "was deleted",
    Kind.INSERT: "was put in by someone other than Pentameter",
    Kind.REORDER: "is not where it was written: rows changed places",
    Kind.TRUNCATE: "was cut off the end, with everything after it",
}
_REWRITTEN = {
    Kind.EDIT: "what rows say was changed",
    Kind.DELETE: "rows were deleted",
    Kind.INSERT: "rows were put in",
    Kind.REORDER: "rows changed places",
    Kind.TRUNCATE: "rows were cut off the end",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """The first bad row and what was done.

    `row` is the number of the first row that is not what was written (or is no longer there). Where somebody computed
    all later digests anew, only checkpoints tell: then the change lies between `row` and `until`, and `since` is the
    last checkpoint that still holds.
    """

    kind: Kind
    row: int
    words: str
    until: int | None = None
    since: int | None = None

    @classmethod
    def at(cls, kind: Kind, row: int) -> "Finding":
        """A finding that is known to the row."""
        return cls(kind, row, f"Row {row:,} {_DONE[kind]}.")

    @classmethod
    def rewritten(cls, kind: Kind, row: int, until: int, since: int | None) -> "Finding":
        """A finding known to a stretch: the chain was computed anew."""
        held = f"Everything up to checkpoint {since} holds. " if since else ""
        words = f"{held}Between rows {row:,} and {until:,} {_REWRITTEN[kind]}, and the chain was computed anew."
        return cls(kind, row, words, until, since)

    @classmethod
    def of_checkpoints(cls, words: str) -> "Finding":
        """Something is wrong with the checkpoints themselves."""
        return cls(Kind.CHECKPOINTS, 0, words)
