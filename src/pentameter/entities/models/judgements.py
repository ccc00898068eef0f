"""The ledger of judgements. Rows are added; none is changed or taken away."""

from django.db import models
from django.db.models import F, Q

from pentameter.entities.rules.judgements import Finding, Way
from pentameter.kernel.ids import new_id


class Judgement(models.Model):
    """Whether two mentions are of one thing: by whom or by which model, when, and why. `sealed` holds the reason."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    left = models.ForeignKey("intelligence.Mention", on_delete=models.PROTECT, related_name="+", db_index=False)
    right = models.ForeignKey("intelligence.Mention", on_delete=models.PROTECT, related_name="+")
    finding = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Finding])
    way = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Way])
    score = models.FloatField(null=True, blank=True)
    model_version = models.CharField(max_length=32, blank=True)
    sealed = models.BinaryField(null=True, blank=True)
    supersedes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(left__lt=F("right")), name="judgement_in_order")]
        indexes = [
            models.Index(fields=["left", "finding"], name="judgement_left"),
            models.Index(fields=["made_at"], name="judgement_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.left_id} and {self.right_id}: {self.finding}"


class Undoing(models.Model):
    """A judgement was undone: as if it had never been made, and yet both acts stay in the ledger."""

    judgement = models.OneToOneField(Judgement, on_delete=models.PROTECT, primary_key=True, related_name="undoing")
    sealed = models.BinaryField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"undoing of {self.judgement_id}"
