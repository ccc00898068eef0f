"""What agencies are told: another has an interest."""

from django.db import models
from django.db.models import Q

from pentameter.kernel.ids import new_id


class Interest(models.Model):
    """An agency is told that another holds the same thing, and whom to call; never what. Withdrawn with its ground."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    thing = models.UUIDField()
    kind = models.CharField(max_length=16)
    told = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+", db_index=False)
    other = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+", db_index=False)
    raised_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.CharField(max_length=64, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["thing", "told", "other"], condition=Q(withdrawn_at=None), name="interest_told_once"
            )
        ]
        indexes = [
            models.Index(fields=["told", "-raised_at"], name="interest_told"),
            models.Index(fields=["thing"], name="interest_thing"),
        ]

    def __str__(self) -> str:
        return f"{self.told_id} is told that {self.other_id} has an interest"
