"""Where each mention stands in the picture."""

from django.db import models


class Placing(models.Model):
    """A mention's place: the thing that the judgements make it part of. Worked out from them, and nothing beside.

    `thing` and `island` are the smallest mention of the canonical thing and of its island (`rules.canonical`). `sealed`
    is what linking compares of it, with the role that its report gives it; `prepared_by` the model that prepared it.
    """

    mention = models.OneToOneField("intelligence.Mention", on_delete=models.PROTECT, primary_key=True, related_name="+")
    report = models.ForeignKey("intelligence.Report", on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=16)
    thing = models.UUIDField()
    island = models.UUIDField()
    sealed = models.BinaryField()
    prepared_by = models.CharField(max_length=32, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["thing", "agency", "mention"], name="placing_thing"),
            models.Index(fields=["island"], name="placing_island"),
            models.Index(fields=["prepared_by", "mention"], name="placing_prepared"),
        ]

    def __str__(self) -> str:
        return f"{self.mention_id} in {self.thing}"
