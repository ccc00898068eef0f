"""One organisation asks another to support a person."""

from django.db import models
from django.db.models import Q

from pentameter.kernel.ids import new_id


class Referral(models.Model):
    """What was asked of whom, and how it stands (`victims.rules.referrals`).

    `sent` holds what was chosen to be sent, and is all that the asked organisation sees until it takes her case on;
    `reason` holds why it was rejected or revoked. `consent_first`: she was not asked yet when it was sent.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="referrals")
    kind = models.CharField(max_length=16)
    state = models.CharField(max_length=16)
    asker = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    sent = models.BinaryField()
    reason = models.BinaryField(null=True)
    consent_first = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=64)
    answer_by = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=64, blank=True)
    taken_on_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["asked", "state", "-asked_at"], name="referral_inbox"),
            models.Index(fields=["case", "-asked_at"], name="referral_by_case"),
            models.Index(fields=["answer_by"], condition=Q(state="asked"), name="referral_silent"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "asked"], condition=Q(state__in=["asked", "accepted"]), name="victims_asked_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.case_id}: {self.state}"
