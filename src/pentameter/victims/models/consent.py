"""What a person consents to: a ledger. Rows are added, and never changed or taken away."""

from django.db import models
from django.db.models import Q

from pentameter.kernel.ids import new_id


class Consent(models.Model):
    """A row: she was asked, gave, refused or withdrew. A withdrawal names the row it withdraws.

    `agency` None and nobody named in `sealed`: whoever does it for her. `sealed` holds a named recipient, the language,
    the interpreter, who asked, and a note.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=16)
    said = models.CharField(max_length=16)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+", null=True)
    withdraws = models.OneToOneField("self", on_delete=models.PROTECT, related_name="withdrawal", null=True)
    on = models.DateField()
    until = models.DateField(null=True)
    how = models.CharField(max_length=16)
    sealed = models.BinaryField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["case", "recorded_at"], name="consent_by_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(said="withdrawn", withdraws__isnull=False) | (~Q(said="withdrawn") & Q(withdraws=None)),
                name="victims_withdrawal_names_its_row",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.said} of {self.case_id}"
