"""Cases and what belongs to them. What tells who or where a person is, and how she is helped, is sealed."""

from pentameter.victims.models.attachments import Attachment
from pentameter.victims.models.case import Case, CaseKey, HoldsMark, NeedToKnow
from pentameter.victims.models.protection import Alert, CaseEvent, Standing
from pentameter.victims.models.support import SupportEntry, SupportStep

__all__ = [
    "Alert",
    "Attachment",
    "Case",
    "CaseEvent",
    "CaseKey",
    "HoldsMark",
    "NeedToKnow",
    "Standing",
    "SupportEntry",
    "SupportStep",
]
