"""What can be done with reports: receive files, take them in, mend rows, read, carry away."""

from pentameter.intelligence.services.export import export_reports
from pentameter.intelligence.services.looks import first_reasons, show_file, show_intake
from pentameter.intelligence.services.mend import mend_row, open_row, set_aside_row, take_back_row
from pentameter.intelligence.services.read import list_reports, read_original, read_report, read_source
from pentameter.intelligence.services.receive import receive_file, receive_kept
from pentameter.intelligence.services.submit import submit_report, submit_return
from pentameter.intelligence.services.take_in import take_in_file, take_in_for_sender

__all__ = [
    "export_reports",
    "first_reasons",
    "list_reports",
    "mend_row",
    "open_row",
    "read_original",
    "read_report",
    "read_source",
    "receive_file",
    "receive_kept",
    "set_aside_row",
    "show_file",
    "show_intake",
    "submit_report",
    "submit_return",
    "take_back_row",
    "take_in_file",
    "take_in_for_sender",
]
