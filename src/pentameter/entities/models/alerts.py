"""What agencies are told: another has an interest."""

from django.db import models
from django.db.models import Q

from pentameter.kernel.ids import new_id


class Interest(models.Model):
    """An agency is told that another holds the same thing, and whom to call; never what.

    `about` is the told agency's own mention (the smallest it has in the thing), so nothing of another's stands where it
    looks. `other` is whom to call; where there is none, the duty desk stands in, for one agency or for several. `thing`
    finds the row again when the thing changes, and is shown to nobody. A withdrawn row stays.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    thing = models.UUIDField()
    kind = models.CharField(max_length=16)
    about = models.ForeignKey("intelligence.Mention", on_delete=models.PROTECT, related_name="+", db_index=False)
    told = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+", db_index=False)
    other = models.ForeignKey(
        "accounts.Agency", on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    raised_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.CharField(max_length=64, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["about", "other"],
                condition=Q(withdrawn_at=None),
                name="interest_told_once",
            ),
            models.UniqueConstraint(
                fields=["about"], condition=Q(withdrawn_at=None, other=None), name="interest_of_the_desk_once"
            ),
        ]
        indexes = [
            models.Index(fields=["told", "-raised_at"], name="interest_told"),
            models.Index(fields=["told"], condition=Q(withdrawn_at=None, seen_at=None), name="interest_unseen"),
            models.Index(fields=["thing"], condition=Q(withdrawn_at=None), name="interest_thing"),
        ]

    def __str__(self) -> str:
        return f"{self.told_id} is told of {self.other_id or 'another'}"
