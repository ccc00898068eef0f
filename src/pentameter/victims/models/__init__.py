"""Cases and what belongs to them. What tells who or where a person is, and how she is helped, is sealed."""

from pentameter.victims.models.attachments import Attachment
from pentameter.victims.models.case import Case, CaseKey, HoldsMark, NeedToKnow
from pentameter.victims.models.consent import Consent
from pentameter.victims.models.exchange import CaseImport, FurtherFacts, ImportedRow
from pentameter.victims.models.notification import Notification
from pentameter.victims.models.people import PeopleCount
from pentameter.victims.models.protection import Alert, CaseEvent, Erasure, LookAhead, Standing
from pentameter.victims.models.referral import Referral
from pentameter.victims.models.restoration import Restoration
from pentameter.victims.models.support import SupportEntry, SupportStep

__all__ = [
    "Alert",
    "Attachment",
    "Case",
    "CaseEvent",
    "CaseImport",
    "CaseKey",
    "Consent",
    "Erasure",
    "FurtherFacts",
    "HoldsMark",
    "ImportedRow",
    "LookAhead",
    "NeedToKnow",
    "Notification",
    "PeopleCount",
    "Referral",
    "Restoration",
    "Standing",
    "SupportEntry",
    "SupportStep",
]
