"""What a copy for the person leaves out, counted and not opened: what may speak of other people, or of sources."""

from collections.abc import Mapping
from uuid import UUID

from pentameter.victims.models import Alert, Attachment, CaseEvent, Referral, SupportEntry
from pentameter.victims.rules.support import EntryKind


def left_out_counts(case_id: UUID) -> Mapping[str, int]:
    """How many of each kind there are. Five SQL queries."""
    notes = SupportEntry.objects.filter(case_id=case_id, kind__in=[EntryKind.NOTE.value, EntryKind.FLAG.value])
    return {
        "notes": notes.count(),
        "files": Attachment.objects.filter(case_id=case_id, removed_at=None).count(),
        "referrals": Referral.objects.filter(case_id=case_id).count(),
        "alert_notes": Alert.objects.filter(case_id=case_id, note__isnull=False).count(),
        "reasons": CaseEvent.objects.filter(case_id=case_id, sealed__isnull=False).count(),
    }
