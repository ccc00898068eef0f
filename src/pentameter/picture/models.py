"""The assessment of a wave: what people write for it, save by save, and its versions as they were frozen."""

from django.db import models

from pentameter.kernel.ids import new_id


class AssessmentText(models.Model):
    """One save of the text of a section. Saves are only added, the latest counts. `author` names `written_by`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    wave = models.ForeignKey("operations.Wave", on_delete=models.PROTECT, related_name="+")
    section = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    body = models.TextField(blank=True)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=64)
    author = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["wave", "section", "version"], name="picture_one_text_a_version"),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.version}"


class AssessmentVersion(models.Model):
    """A version: everything that it says as `frozen` text, and the SHA-256 `digest` of it. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    wave = models.ForeignKey("operations.Wave", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    as_of = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)
    maker = models.CharField(max_length=300)
    code = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    frozen = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["wave", "number"], name="picture_one_version_a_number")]

    def __str__(self) -> str:
        return f"version {self.number}"
