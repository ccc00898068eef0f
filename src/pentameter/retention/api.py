"""The door for other contexts: what waits for whom, and what has gone."""

from pentameter.retention.queries.due import DuePage, due_for
from pentameter.retention.queries.gone import gone
from pentameter.retention.queries.handovers import waiting_to_be_accepted
from pentameter.retention.rules.groups import Kind
from pentameter.retention.services.again import dispose_again
from pentameter.retention.storage import list_path, read_list, rub_out, write_list

__all__ = [
    "DuePage",
    "Kind",
    "dispose_again",
    "due_for",
    "gone",
    "list_path",
    "read_list",
    "rub_out",
    "waiting_to_be_accepted",
    "write_list",
]
