"""Files that belong to a case. They lie in the table, sealed: with the case's key gone, nothing can read them."""

from django.db import models

from pentameter.kernel.ids import new_id


class Attachment(models.Model):
    """A file of at most `victims.rules.attachments.LIMIT` bytes. `sealed` holds its name, `content` its bytes.

    A file that was attached by mistake is taken away with its bytes; the row stays, with why.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="attachments")
    type = models.CharField(max_length=8)
    size = models.PositiveIntegerField()
    sealed = models.BinaryField()
    content = models.BinaryField(null=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=64)
    removed_at = models.DateTimeField(null=True)
    removed_by = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-added_at"], name="attachment_by_case")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(content__isnull=False) ^ models.Q(removed_at__isnull=False),
                name="victims_removed_is_empty",
            )
        ]

    def __str__(self) -> str:
        return f"attachment of {self.case_id}"
