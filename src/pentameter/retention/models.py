"""Reviews and holds. Their words are emptied with what they are about; the code of the reason stays."""

from django.db import models
from django.db.models import F, Q

from pentameter.kernel.ids import new_id


class Review(models.Model):
    """One decision of a review: to retain until a day, or to dispose of, which counts once another person confirmed it.

    `item` is the record's id within its `kind`; `agency` whose record it was. `reason` is a code of `data/reasons.csv`;
    `words` what was said beside it, emptied when the record goes.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=16)
    item = models.UUIDField()
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    group = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    outcome = models.CharField(max_length=8)
    reason = models.CharField(max_length=16)
    words = models.TextField(blank=True)
    until = models.DateField(null=True)
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=64)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.CharField(max_length=64, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["item", "-decided_at"], name="review_of_item")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "item"],
                condition=Q(outcome="dispose", confirmed_at=None, withdrawn_at=None),
                name="retention_one_proposal",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by="") | ~Q(confirmed_by=F("decided_by")), name="retention_two_dispose"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="retain") | Q(until__isnull=False), name="retention_retained_until"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.kind} {self.item}"


class Hold(models.Model):
    """A legal hold: the record must be kept, whatever its period says, until somebody else lifts it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=16)
    item = models.UUIDField()
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    placed_at = models.DateTimeField()
    placed_by = models.CharField(max_length=64)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "item"], condition=Q(lifted_at=None), name="retention_one_hold_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(lifted_by="") | ~Q(lifted_by=F("placed_by")), name="retention_another_lifts"
            ),
        ]

    def __str__(self) -> str:
        return f"hold of {self.kind} {self.item}"


class Handover(models.Model):
    """An agency leaves and another takes over what it holds: proposed by the one, accepted by the other."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    leaving = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    receiving = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=64)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.CharField(max_length=64, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=64, blank=True)
    cases = models.PositiveIntegerField(default=0)
    people = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["leaving"], condition=Q(accepted_at=None, withdrawn_at=None), name="retention_leaves_once"
            ),
            models.CheckConstraint(condition=~Q(leaving=F("receiving")), name="retention_two_agencies"),
            models.CheckConstraint(
                condition=Q(accepted_by="") | ~Q(accepted_by=F("proposed_by")), name="retention_two_hand_over"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.leaving_id} to {self.receiving_id}"


class AccessRequest(models.Model):
    """Somebody asks what is held about her: asked by one person, released by another, then given."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="+")
    asker = models.CharField(max_length=16)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=64)
    released_at = models.DateTimeField(null=True)
    released_by = models.CharField(max_length=64, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=64, blank=True)
    given_at = models.DateTimeField(null=True)
    given_by = models.CharField(max_length=64, blank=True)
    was_sealed = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(given_at=None, withdrawn_at=None), name="retention_one_access_asked"
            ),
            models.CheckConstraint(
                condition=Q(released_by="") | ~Q(released_by=F("asked_by")), name="retention_two_give_access"
            ),
            models.CheckConstraint(
                condition=Q(given_at=None) | Q(released_at__isnull=False), name="retention_given_once_released"
            ),
        ]

    def __str__(self) -> str:
        return f"access to {self.case_id}"
