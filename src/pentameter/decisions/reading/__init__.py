"""Lists of people as agencies send them, read for the matching: for the command line and for the pages alike. Pure."""

from pentameter.decisions.reading.birth_dates import NotADate, born
from pentameter.decisions.reading.people import country, read, read_sent
from pentameter.decisions.reading.typed import subject_of

__all__ = ["NotADate", "born", "country", "read", "read_sent", "subject_of"]
