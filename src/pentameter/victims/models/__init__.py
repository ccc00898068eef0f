"""Cases and what belongs to them. What tells who or where a person is, and how she is helped, is sealed."""

from pentameter.victims.models.case import Case, CaseKey, HoldsMark, NeedToKnow
from pentameter.victims.models.protection import Alert, CaseEvent, Erasure, LookAhead, Standing

__all__ = [
    "Alert",
    "Case",
    "CaseEvent",
    "CaseKey",
    "Erasure",
    "HoldsMark",
    "LookAhead",
    "NeedToKnow",
    "Standing",
]
