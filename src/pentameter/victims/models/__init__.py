"""Cases and what belongs to them. What tells who or where a person is, and how she is helped, is sealed."""

from pentameter.victims.models.case import Case, CaseKey, HoldsMark, NeedToKnow
from pentameter.victims.models.consent import Consent
from pentameter.victims.models.notification import Notification
from pentameter.victims.models.protection import Alert, CaseEvent, Erasure, LookAhead, Standing
from pentameter.victims.models.referral import Referral

__all__ = [
    "Alert",
    "Case",
    "CaseEvent",
    "CaseKey",
    "Consent",
    "Erasure",
    "HoldsMark",
    "LookAhead",
    "NeedToKnow",
    "Notification",
    "Referral",
    "Standing",
]
