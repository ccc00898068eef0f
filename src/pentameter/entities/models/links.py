"""Links that a person says by hand. They stay in the ledger when they are struck."""

from django.db import models
from django.db.models import F, Q

from pentameter.kernel.ids import new_id


class Link(models.Model):
    """What a person says of two things, each by a mention of it. Whoever may read both reports may see it.

    `sealed` holds why; `struck_sealed` why it was struck.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.ForeignKey("intelligence.Mention", on_delete=models.PROTECT, related_name="+")
    relation = models.CharField(max_length=16)
    target = models.ForeignKey("intelligence.Mention", on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+", db_index=False)
    sealed = models.BinaryField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_by = models.CharField(max_length=64, blank=True)
    struck_sealed = models.BinaryField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "relation", "target", "agency"], condition=Q(struck_at=None), name="link_said_once"
            ),
            models.CheckConstraint(condition=~Q(source=F("target")), name="link_of_two"),
            models.CheckConstraint(
                condition=Q(from_on=None) | Q(to_on=None) | Q(from_on__lte=F("to_on")), name="link_days_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.relation} {self.target_id}"
