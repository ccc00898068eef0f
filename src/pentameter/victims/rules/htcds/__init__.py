"""The Human Trafficking Case Data Standard 2.0: from a record to a case, and from a case to a record.

A field for which a case has a place goes there; every other is kept as a further fact of the case, and goes out again
as it came. Deprecated fields are read and never written. Where she sleeps, and what she once agreed to elsewhere, never
leave by this way.
"""

from pentameter.victims.rules.htcds.fields import FIELDS, Field, Kind
from pentameter.victims.rules.htcds.leaving import Standing, record_of
from pentameter.victims.rules.htcds.placing import Placed, placed
from pentameter.victims.rules.htcds.reading import Fault, Record, Tools, read_record

__all__ = [
    "FIELDS",
    "Fault",
    "Field",
    "Kind",
    "Placed",
    "Record",
    "Standing",
    "Tools",
    "placed",
    "read_record",
    "record_of",
]
