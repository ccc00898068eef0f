"""Who works on which pairs, and who asked whom for a second opinion."""

from django.db import models
from django.db.models import Q

from pentameter.entities.rules.judgements import Finding
from pentameter.kernel.ids import new_id


class Claim(models.Model):
    """A pair in somebody's batch, kept from others until then."""

    proposal = models.OneToOneField(
        "entities.Proposal", on_delete=models.PROTECT, primary_key=True, related_name="claim"
    )
    held_by = models.CharField(max_length=64)
    held_until = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["held_by", "held_until"], name="claim_of_whom")]

    def __str__(self) -> str:
        return f"{self.proposal_id} in a batch"


class Opinion(models.Model):
    """What the first of two people found of a pair, and of whom a second opinion is asked. `sealed` holds the words."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    proposal = models.ForeignKey("entities.Proposal", on_delete=models.PROTECT, related_name="opinions")
    finding = models.CharField(max_length=16, choices=[(one.value, one.value) for one in Finding])
    sealed = models.BinaryField()
    asked_of = models.CharField(max_length=100)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=64)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal"], condition=Q(answered_at=None), name="opinion_asked_once")
        ]
        indexes = [models.Index(fields=["asked_of"], condition=Q(answered_at=None), name="opinion_asked_of")]

    def __str__(self) -> str:
        return f"opinion on {self.proposal_id}"
