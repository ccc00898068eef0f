"""How a new mention finds those that it may be the same as, and what the machine proposes."""

from django.db import models
from django.db.models import F, Q

from pentameter.kernel.ids import new_id


class Block(models.Model):
    """A mention under one of its block keys: those that share a key are compared. `value` is a digest of the key."""

    mention = models.ForeignKey("intelligence.Mention", on_delete=models.PROTECT, related_name="+")
    value = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["value", "mention"], name="block_once")]

    def __str__(self) -> str:
        return f"{self.mention_id} under a key"


class Proposal(models.Model):
    """A pair that the machine thinks may be the same and does not decide. `weight` is the match weight (log2 of odds).

    `impact` says what a "same" would change in the picture: the queue is ordered by it. `model_version` is empty once
    no model proposes it any more.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    left = models.ForeignKey("intelligence.Mention", on_delete=models.PROTECT, related_name="+")
    right = models.ForeignKey("intelligence.Mention", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    state = models.CharField(max_length=16)
    weight = models.FloatField()
    impact = models.FloatField()
    model_version = models.CharField(max_length=32, blank=True)
    proposed_at = models.DateTimeField()
    second_asked_at = models.DateTimeField(null=True, blank=True)
    second_asked_by = models.CharField(max_length=64, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["left", "right"], name="proposal_once"),
            models.CheckConstraint(condition=Q(left__lt=F("right")), name="proposal_in_order"),
        ]
        indexes = [models.Index(fields=["state", "-impact", "id"], name="proposal_queue")]

    def __str__(self) -> str:
        return f"{self.left_id} and {self.right_id}?"
