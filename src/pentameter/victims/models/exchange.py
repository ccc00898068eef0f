"""Cases that came from other systems: which file, what became of each row, and facts for which a case has no place."""

from django.db import models
from django.db.models import Q

from pentameter.kernel.ids import new_id


class CaseImport(models.Model):
    """A file of cases that was taken in, in counts. Neither its name nor what it held is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    accepted = models.PositiveIntegerField()
    quarantined = models.PositiveIntegerField()
    duplicate = models.PositiveIntegerField()
    imported_at = models.DateTimeField()
    imported_by = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(rows=models.F("accepted") + models.F("quarantined") + models.F("duplicate")),
                name="victims_every_row_counts",
            )
        ]
        indexes = [models.Index(fields=["agency", "-imported_at"], name="case_import_by_agency")]

    def __str__(self) -> str:
        return f"import {self.id}"


class ImportedRow(models.Model):
    """A row of such a file. `problems` says field and reason and never what the field held.

    `fingerprint` is a keyed digest of what the row said, by which the same row is known when it is sent again.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    file = models.ForeignKey(CaseImport, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField()
    fate = models.CharField(max_length=16)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="+", null=True)
    fingerprint = models.CharField(max_length=32, blank=True)
    problems = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["file", "number"], name="victims_one_line_a_row"),
            models.UniqueConstraint(
                fields=["fingerprint"], condition=Q(fate="accepted"), name="victims_a_row_opens_one_case"
            ),
        ]

    def __str__(self) -> str:
        return f"row {self.number} of {self.file_id}"


class FurtherFacts(models.Model):
    """What a record of another system said and a case has no place for, sealed, so that nothing is lost."""

    case = models.OneToOneField("victims.Case", on_delete=models.PROTECT, primary_key=True, related_name="further")
    sealed = models.BinaryField()
    standard = models.CharField(max_length=16)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"further facts of {self.case_id}"
