"""Released tables, as a story may use them: what stands on the public shelf now, and nothing that does not.

This is the one module of the editors that knows how the shelf keeps its tables.
"""

from dataclasses import dataclass
from datetime import date

from pentameter.releases.shelf.api import Altered, Content, Table, on_show

WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure came from: a table of a version of a release, as of a day."""

    release: str
    number: int
    title: str
    table: str
    as_of: date

    def as_dict(self) -> dict[str, object]:
        """As it is frozen with what is published."""
        return {
            "release": self.release,
            "number": self.number,
            "title": self.title,
            "table": self.table,
            "as_of": self.as_of.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Released:
    """A released table: the parts of its first dimension, and every cell by the names of its codes.

    `top` are the parts that together are everybody: what is within another part does not stand beside it.
    """

    source: Source
    title: str
    counted: str
    heading: str
    said_by: str
    notes: tuple[str, ...]
    total: int | None
    parts: tuple[tuple[str, int | None], ...]
    top: tuple[tuple[str, int | None], ...]
    _table: Table

    def cell(self, named: str) -> int | str | None:
        """A count by the names of its codes, "durham:children"; "total" for all. None is withheld.

        A name that is in no dimension, or in two, is answered with a sentence.
        """
        codes = [dimension.total for dimension in self._table.dimensions]
        for name in named.split(":"):
            places = _places(self._table, name)
            if len(places) != 1:
                many = "several parts of" if places else "no part of"
                return f"“{name.strip()}” names {many} the table “{self.title}”."
            where, code = places[0]
            codes[where] = code
        return self._table.cells[tuple(codes)]


def released_table(release: str, table: str) -> Released | str:
    """A table of a release by its address and its key, or a sentence that says why there is none."""
    content = _content(release)
    if content is None:
        return f"No release that is public now has the address “{release}”."
    found = content.table(table)
    if found is None:
        keys = ", ".join(one.key for one in content.tables)
        return f"The release “{content.title}” has no table “{table}”. Its tables: {keys}."
    return _released(content, found)


def _content(release: str) -> Content | None:
    """The latest version, if it is public and stands as it was signed."""
    try:
        shown = on_show(release)
    except Altered:
        return None
    return shown.content if shown else None


def _released(content: Content, table: Table) -> Released:
    first = table.dimensions[0]
    totals = tuple(one.total for one in table.dimensions)
    parts = table.across(first.name)
    return Released(
        source=Source(content.slug, content.number, content.title, table.key, table.as_of),
        title=table.title,
        counted=table.counted,
        heading=first.title,
        said_by=table.source,
        notes=tuple(filter(None, (*table.notes, table.done))),
        total=table.cells[totals],
        parts=parts,
        top=tuple(one for one in parts if first.depth(one[0]) == 1),
        _table=table,
    )


def _places(table: Table, name: str) -> list[tuple[int, str]]:
    wanted = name.strip().casefold()
    if wanted == "total":
        return [(0, table.dimensions[0].total)]
    return [
        (number, one.code)
        for number, dimension in enumerate(table.dimensions)
        for one in dimension.codes
        if one.code.casefold() == wanted
    ]
