"""What she is told of a prosecution, and what is done for her at court: a case and an investigation, tied by ids."""

from django.db import models

from pentameter.kernel.ids import new_id


class CourtSide(models.Model):
    """An entry. It stands here, since neither side may know the other. `words` is sealed under her case's key."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="+")
    investigation = models.ForeignKey("justice.Investigation", on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=24)
    progress = models.CharField(max_length=16)
    on = models.DateField()
    words = models.BinaryField(null=True)
    known_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=64)
    struck_at = models.DateTimeField(null=True)
    struck_by = models.CharField(max_length=64, blank=True)
    struck_because = models.BinaryField(null=True)

    class Meta:
        indexes = [models.Index(fields=["case", "on"], name="court_side_by_case")]

    def __str__(self) -> str:
        return f"{self.side} of {self.case_id}"
