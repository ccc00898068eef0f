"""Files as agencies send them, read row by row. `open_file` is the door."""

from pathlib import Path

from pentameter.intelligence.intake.drafts import FileRefused
from pentameter.intelligence.intake.readers.csv_file import open_text
from pentameter.intelligence.intake.readers.detect import Form, form_of
from pentameter.intelligence.intake.readers.json_file import open_json
from pentameter.intelligence.intake.readers.network.archive import open_archive
from pentameter.intelligence.intake.readers.network.ftm_file import open_lines
from pentameter.intelligence.intake.readers.source import Source
from pentameter.intelligence.intake.readers.xlsx import open_workbook

_READERS = {
    Form.TEXT: open_text,
    Form.WORKBOOK: open_workbook,
    Form.JSON: open_json,
    Form.LINES: open_lines,
    Form.NETWORK: open_archive,
}


def open_file(path: Path, *, name: str) -> Source:
    """A file as a source of rows. `name` is what its sender calls it.

    Raises:
        FileRefused: with a sentence that says what to do, where the file cannot be read as a whole.
    """
    return _READERS[form_of(path, name)](path, name=name)


__all__ = ["FileRefused", "Source", "open_file"]
