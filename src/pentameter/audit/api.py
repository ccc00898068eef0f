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
    anybody_acted,
    last_signed_at,
    latest_of,
    length,
    lines,
    noted_end,
    rows_about,
    rows_lost,
    rows_of,
    standing,
    times_since,
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
    "anybody_acted",
    "export",
    "last_signed_at",
    "latest_of",
    "length",
    "lines",
    "looked",
    "noted_end",
    "record",
    "rows_about",
    "rows_lost",
    "rows_of",
    "standing",
    "times_since",
    "verify",
    "write_checkpoint",
]
