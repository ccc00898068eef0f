"""Decisions on a person: how each stands, who decided what and when. The words are sealed under her case's key."""

from django.db import models
from django.db.models import F, Q

from pentameter.kernel.ids import new_id


class Matter(models.Model):
    """Something that is decided on a person. `words` (facts, reasons, weight, and a request's own) are sealed.

    Once it is decided, nothing of it changes but when and how it was served.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=24)
    state = models.CharField(max_length=16)
    about = models.ForeignKey("self", on_delete=models.PROTECT, related_name="reconsidered_by", null=True)
    late = models.BooleanField(default=False)
    opened_on = models.DateField()
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=64)
    due_on = models.DateField(null=True)
    taken_by = models.CharField(max_length=64, blank=True)
    taken_at = models.DateTimeField(null=True)
    words = models.BinaryField(null=True)
    result = models.CharField(max_length=24, blank=True)
    standard = models.TextField(blank=True)
    decided_on = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=64, blank=True)
    until = models.DateField(null=True)
    review_on = models.DateField(null=True)
    served_on = models.DateField(null=True)
    served_how = models.CharField(max_length=24, blank=True)
    served_by = models.CharField(max_length=64, blank=True)
    window_until = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["state", "opened_on"], name="matter_by_state"),
            models.Index(fields=["case", "opened_at"], name="matter_by_case"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=Q(state__in=["open", "considering"]),
                name="decisions_one_open_of_a_kind",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["decided", "served"])
                | (Q(decided_on__isnull=False) & ~Q(result="") & ~Q(decided_by="")),
                name="decisions_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state="served") | (Q(served_on__isnull=False) & Q(served_on__gte=F("decided_on"))),
                name="decisions_served_after_decided",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Letter(models.Model):
    """The letter as it was served, sealed whole."""

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, primary_key=True, related_name="letter")
    sealed = models.BinaryField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"letter on {self.matter_id}"
