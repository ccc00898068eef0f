"""What can be done with the record: add to it, look at it, sign it, verify it, hand it out. Never change it."""

from pentameter.audit.services.checkpointing import ChainBroken, write_checkpoint
from pentameter.audit.services.exporting import export
from pentameter.audit.services.recording import looked, record
from pentameter.audit.services.showing import show_lookers, show_record, show_row
from pentameter.audit.services.verifying import go_on, verify

__all__ = [
    "ChainBroken",
    "export",
    "go_on",
    "looked",
    "record",
    "show_lookers",
    "show_record",
    "show_row",
    "verify",
    "write_checkpoint",
]
