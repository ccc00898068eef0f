"""A table that streams in stays in memory: it is small, and never in the clear on disk."""

from pentameter.access.api import Operation
from pentameter.work.api import OneInMemory

LARGEST = 1024 * 1024


class TableHandler(OneInMemory):
    """The table of a page that sends one."""

    page, operation, largest, name = "scale:send_table", Operation.RUN_ESTIMATE, LARGEST, "table"
