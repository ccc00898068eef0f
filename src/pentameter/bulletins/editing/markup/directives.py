"""What an editor writes where a figure, a chart, a table or a picture is to stand: `{{figure RELEASE/TABLE/CELL}}`."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What is to stand there."""

    FIGURE = "figure"
    CHART = "chart"
    TABLE = "table"
    PICTURE = "picture"

    @property
    def parts(self) -> int:
        """How many names it takes."""
        return {Kind.FIGURE: 3, Kind.PICTURE: 1}.get(self, 2)

    @property
    def is_block(self) -> bool:
        """Whether it stands between paragraphs, on a line of its own."""
        return self is not Kind.FIGURE

    @property
    def form(self) -> str:
        """How it is written."""
        return _FORMS[self]


_FORMS = {
    Kind.FIGURE: "{{figure RELEASE/TABLE/CELL}}",
    Kind.CHART: "{{chart RELEASE/TABLE}}",
    Kind.TABLE: "{{table RELEASE/TABLE}}",
    Kind.PICTURE: "{{picture NAME}}",
}


@dataclass(frozen=True, slots=True)
class Directive:
    """One that was written. `path` are its names, as many as its kind takes."""

    kind: Kind
    path: tuple[str, ...]

    @property
    def written(self) -> str:
        """As it is written."""
        return f"{{{{{self.kind.value} {'/'.join(self.path)}}}}}"


_BRACES = re.compile(r"\{\{([^{}\n]*)\}\}")
_INNER = re.compile(r"\s*([a-z]+)\s+([^\s].*?)\s*")


def at(text: str, position: int) -> tuple[Directive | str, int] | None:
    """What is written between double braces at a position, and where it ends; None where there are none.

    What cannot be read is answered as a sentence that says how to write it.
    """
    found = _BRACES.match(text, position)
    return (read(found[1]), found.end()) if found else None


def read(inner: str) -> Directive | str:
    """A directive, or a sentence that says what is wrong with it."""
    found = _INNER.fullmatch(inner)
    if found is None or found[1] not in set(Kind):
        forms = ", ".join(one.form for one in Kind)
        return f"“{{{{{inner.strip()}}}}}” cannot be read. What may stand in double braces: {forms}."
    kind = Kind(found[1])
    path = tuple(part.strip() for part in found[2].split("/"))
    if len(path) != kind.parts or not all(path):
        return f"“{{{{{inner.strip()}}}}}” cannot be read. Write it as {kind.form}."
    return Directive(kind, path)
