"""Text files: CSV in the encodings and with the separators that agencies use."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import TextIO

from pentameter.intelligence.intake.drafts import FileRefused, RawRow
from pentameter.intelligence.intake.foreign import ForeignFormat
from pentameter.intelligence.intake.limits import LARGEST_FILE
from pentameter.intelligence.intake.readers import table
from pentameter.intelligence.intake.readers.csv_encoding import survey
from pentameter.intelligence.intake.readers.csv_records import records, separator
from pentameter.intelligence.intake.readers.network.rows import rows as network
from pentameter.intelligence.intake.readers.network.table import entries
from pentameter.intelligence.intake.readers.source import Source


def open_text(path: Path, *, name: str, layout_of: table.LayoutOf = table.layout_of) -> Source:
    """A text file as a source. Reading it takes the same few megabytes however long it is."""
    if path.stat().st_size > LARGEST_FILE:
        gigabytes = LARGEST_FILE // 1024**3
        raise FileRefused("too_large", f"{name} is larger than {gigabytes} GB. Send it in parts.")
    surveyed = survey(path, file=name)
    with _text(path, surveyed.encoding) as text:
        delimiter = separator(text)
    with _text(path, surveyed.encoding) as text:
        layout = layout_of(records(text, delimiter, surveyed.called), file=name, format="csv")

    def read() -> Generator[RawRow, None, None]:
        with (
            _text(path, surveyed.encoding) as text,
            closing(table.rows(records(text, delimiter, surveyed.called), layout)) as rows,
        ):
            yield from rows

    if layout.format == ForeignFormat.NETWORK_CSV:
        return Source(layout.kind, layout.format, lambda: network(lambda: entries(read()), file=name))
    return Source(layout.kind, layout.format, read)


def _text(path: Path, encoding: str) -> TextIO:
    """The text, with bytes that its encoding does not have marked rather than lost."""
    errors = "replace" if encoding.startswith("utf-16") else "surrogateescape"
    return path.open(encoding=encoding, errors=errors, newline=None)
