"""Adults who were met and want no referral: counted, and nothing else."""

import uuid

from django.db import models


class Notification(models.Model):
    """An adult was met who may be a victim and does not consent to referral. There is no field that could name her.

    Source: Modern Slavery Act 2015 s.52(3). No day, no words, nobody who filed it, no case in either direction. The
    identifier is random, not in order of time as elsewhere, for such a one would tell the moment.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    wave = models.ForeignKey("operations.Wave", on_delete=models.PROTECT, related_name="+", null=True)
    place = models.CharField(max_length=32)
    quarter = models.CharField(max_length=7)
    kind = models.CharField(max_length=32)

    class Meta:
        indexes = [models.Index(fields=["agency", "quarter", "kind"], name="notification_counts")]

    def __str__(self) -> str:
        return f"{self.kind}, {self.quarter}"
