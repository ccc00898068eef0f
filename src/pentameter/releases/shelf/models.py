"""What was released, in the public database: every version with its files. Staff write it; the public door reads."""

from django.db import models
from django.db.models import F, Q


class Shelved(models.Model):
    """A version of a release. Its ids are those of the staff side; `revision` grows with all that is decided on it.

    `content` is empty once it is withdrawn. `state` is published, replaced or withdrawn.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    release = models.UUIDField()
    slug = models.SlugField(max_length=80)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    state = models.CharField(max_length=12)
    as_of = models.DateField()
    published_at = models.DateTimeField()
    changed = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True)
    content = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    revision = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["-published_at"], name="shelf_latest")]
        constraints = [
            models.UniqueConstraint(fields=["slug", "number"], name="shelf_one_version_a_number"),
            models.CheckConstraint(
                condition=Q(state__in=("published", "replaced"), withdrawn_at=None)
                | Q(state="withdrawn", content="", withdrawn_at__gte=F("published_at")),
                name="shelf_withdrawn_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.number}"


class ShelvedFile(models.Model):
    """A file of a version, as it was made once, with its digest."""

    id = models.BigAutoField(primary_key=True)
    edition = models.ForeignKey(Shelved, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=140)
    words = models.CharField(max_length=200)
    media = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    body = models.BinaryField()
    place = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "name"], name="shelf_one_file_a_name")]

    def __str__(self) -> str:
        return self.name
