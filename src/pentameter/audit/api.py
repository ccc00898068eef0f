"""The door for other contexts."""

from pentameter.audit.checkpoints import Checkpoint
from pentameter.audit.events import Event
from pentameter.audit.findings import Finding, Kind
from pentameter.audit.ledger import Ledger
from pentameter.audit.queries import (
    Done,
    Line,
    Noted,
    RecordPage,
    Standing,
    acts_on,
    latest_of,
    length,
    lines,
    rows_about,
    rows_of,
    standing,
)
from pentameter.audit.services import ChainBroken, export, looked, record, verify, write_checkpoint
from pentameter.audit.signing import Signer
from pentameter.audit.verify import Result

__all__ = [
    "ChainBroken",
    "Checkpoint",
    "Done",
    "Event",
    "Finding",
    "Kind",
    "Ledger",
    "Line",
    "Noted",
    "RecordPage",
    "Result",
    "Signer",
    "Standing",
    "acts_on",
    "export",
    "latest_of",
    "length",
    "lines",
    "looked",
    "record",
    "rows_about",
    "rows_of",
    "standing",
    "verify",
    "write_checkpoint",
]
