"""One person as cells by field: from the form for one name, or from an agency's own system."""

from collections.abc import Mapping
from datetime import date

from pentameter.decisions.matching import Subject
from pentameter.decisions.reading.people import field_of, subject_from
from pentameter.intelligence.intake.readers.table import Record


def subject_of(cells: Mapping[str, str], *, number: int, today: date) -> Subject:
    """The person that the cells name, read as a row of a file with these headings is."""
    columns = tuple(field_of(name) for name in cells)
    return subject_from(Record(number, tuple(cells.values())), columns, today)
