"""Which template a table follows, by its headings."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pentameter.intelligence.intake.columns import COLUMNS, REPORTS_V1, names, required
from pentameter.intelligence.intake.drafts import FileKind, FileRefused
from pentameter.intelligence.intake.foreign import ForeignFormat
from pentameter.intelligence.intake.limits import MOST_COLUMNS
from pentameter.intelligence.intake.readers import htcds
from pentameter.intelligence.intake.readers.network.table import is_network

_NOT_A_WORD = re.compile(r"\W+")
_NAMES = {kind: frozenset(names(kind)) for kind in FileKind}
_ENOUGH_OF_LAST_YEAR = 4
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a table are. `names` are the template's, or those of HTCDS; "" where nothing is headed."""

    kind: FileKind
    format: str
    names: tuple[str, ...]

    @property
    def is_htcds(self) -> bool:
        """Whether the rows are HTCDS records and have to be translated."""
        return self.format == htcds.FORMAT


def heading(text: str) -> str:
    """A heading without case, spaces at its ends and the star of a required column."""
    return _NOT_A_WORD.sub("_", text.strip().strip("*").strip().casefold()).strip("_")


def known(cells: Sequence[str]) -> int:
    """How many headings of one of the templates are among the cells."""
    found = {heading(cell) for cell in cells[: MOST_COLUMNS + 1]}
    return max(
        *(len(found & _NAMES[kind]) for kind in FileKind),
        len(found & REPORTS_V1.keys()),
        sum(1 for cell in cells[: MOST_COLUMNS + 1] if htcds.field(cell)),
    )


def recognise(cells: Sequence[str], following: Iterable[Sequence[str]], *, file: str, format: str) -> Layout:  # noqa: A002
    """The layout of a table whose first row is `cells`.

    Raises:
        FileRefused: naming what is missing, unknown, repeated or of last year.
    """
    if len(cells) > MOST_COLUMNS:
        raise too_many_columns(file, f"{len(cells):,}")
    cells = _without_empty_end(cells)
    if format == "csv" and is_network(named := tuple(map(heading, cells))) and "report_ref" not in named:
        return Layout(FileKind.REPORTS, ForeignFormat.NETWORK_CSV.value, _once(named))
    if known(cells) < 2:
        raise _unknown(following, file)
    if sum(1 for cell in cells if htcds.field(cell)) >= 2:
        return _htcds(cells, file)
    headings = tuple(map(heading, cells))
    kind = max(FileKind, key=lambda kind: len(_NAMES[kind].intersection(headings)))
    if len(REPORTS_V1.keys() & set(headings)) >= _ENOUGH_OF_LAST_YEAR > len(_NAMES[kind].intersection(headings)):
        raise _last_year(headings, file)
    _check(headings, _NAMES[kind], file)
    if missing := [name for name in required(kind) if name not in headings]:
        raise FileRefused(
            "columns_missing",
            f"{file} lacks {_columns(missing)}. Download the template, copy your rows into it, and send that.",
        )
    return Layout(kind, format, headings)


def too_many_columns(file: str, count: str) -> FileRefused:
    """The refusal of a table that is too wide; the template has far fewer columns."""
    widest = max(len(columns) for columns in COLUMNS.values())
    return FileRefused(
        "too_many_columns",
        f"{file} has {count} columns; at most {MOST_COLUMNS} are read, and the template has {widest}. "
        "Delete the columns that are not the template's, and send it again.",
    )


def _without_empty_end(cells: Sequence[str]) -> Sequence[str]:
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def _once(named: Sequence[str]) -> tuple[str, ...]:
    """The headings of another tool: of two that are the same, the second is told apart by its place."""
    return tuple(f"{name}_{at}" if name and name in named[:at] else name for at, name in enumerate(named))


def _htcds(cells: Sequence[str], file: str) -> Layout:
    """HTCDS records: its fields by any of their spellings, and columns of the template beside them."""
    headings = tuple(htcds.field(cell) or heading(cell) for cell in cells)
    _check(headings, _NAMES[FileKind.REPORTS] | htcds.FIELDS.keys(), file)
    return Layout(FileKind.REPORTS, htcds.FORMAT, headings)


def _check(headings: Sequence[str], allowed: frozenset[str], file: str) -> None:
    twice = [name for name, times in Counter(headings).items() if name and times > 1]
    if twice:
        raise FileRefused(
            "columns_twice", f"{file} has {_columns(twice)} more than once. Keep one of each, and send it again."
        )
    if unknown := [name for name in headings if name and name not in allowed]:
        raise FileRefused(
            "columns_unknown",
            f"{file} has {_columns(unknown)}, which the template does not have. "
            "Move what they say into the template's columns, delete them, and send it again.",
        )


def _columns(headings: Sequence[str]) -> str:
    """Columns by name: the column theme; the columns theme, text and 3 more."""
    shown = [name[:40] for name in headings[:_SHOWN]]
    if len(headings) == 1:
        return f"the column {shown[0]}"
    last = f"{len(headings) - _SHOWN} more" if len(headings) > _SHOWN else shown.pop()
    return f"the columns {', '.join(shown)} and {last}"


def _unknown(following: Iterable[Sequence[str]], file: str) -> FileRefused:
    for number, cells in enumerate(following, start=2):
        if known(cells) >= 2:
            return FileRefused(
                "headings_not_first",
                f"The headings of {file} are in row {number}. Delete the rows above them, and send it again.",
            )
    return FileRefused(
        "headings_unknown",
        f"The first row of {file} does not hold the headings of a template. "
        "Download the template, copy your rows into it, and send that.",
    )


def _last_year(headings: Sequence[str], file: str) -> FileRefused:
    changed = "; ".join(f"{old} is now {REPORTS_V1[old]}" for old in headings if old in REPORTS_V1)
    return FileRefused(
        "last_year",
        f"{file} follows the template of last year. Download the present one, copy your rows into it, and send that. "
        f"What changed: {changed}.",
    )
