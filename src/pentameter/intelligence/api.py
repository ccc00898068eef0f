"""The door for other contexts: frozen values and ids."""

from pentameter.intelligence.queries.intake import files_in_progress, totals_by_agency, waiting_rows
from pentameter.intelligence.services import receive_file, take_in_file

__all__ = ["files_in_progress", "receive_file", "take_in_file", "totals_by_agency", "waiting_rows"]
