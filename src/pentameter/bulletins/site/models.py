"""What was published: every row was released, and holds nothing else. Staff write these tables; readers read them."""

from django.db import models
from django.db.models import Q


class Bulletin(models.Model):
    """A bulletin as the public sees it. `version` is that of what was decided on the staff's side.

    An older version never overwrites a newer one. A withdrawn one keeps its address and says why; its words, pictures
    and card are gone from here.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=16)
    subject = models.CharField(max_length=32)
    published_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    withdrawn_because = models.TextField(blank=True)
    sources = models.JSONField(default=list)
    card = models.BinaryField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "-published_at"], name="bulletins_latest")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=["published", "withdrawn"]), name="bulletins_known_state"),
        ]

    def __str__(self) -> str:
        return self.slug


class Words(models.Model):
    """A bulletin in one language: `body` is safe HTML, made and checked on the staff's side; `plain` is searched."""

    bulletin = models.ForeignKey(Bulletin, on_delete=models.CASCADE, related_name="words")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=160)
    summary = models.TextField()
    body = models.TextField()
    plain = models.TextField()
    checked = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bulletin", "language"], name="bulletins_once_a_language")]

    def __str__(self) -> str:
        return f"{self.bulletin_id} in {self.language}"


class Correction(models.Model):
    """What was changed after publication, said in words."""

    bulletin = models.ForeignKey(Bulletin, on_delete=models.CASCADE, related_name="corrections")
    number = models.PositiveIntegerField()
    corrected_at = models.DateTimeField()
    note = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bulletin", "number"], name="bulletins_corrections_numbered")]

    def __str__(self) -> str:
        return f"correction {self.number} of {self.bulletin_id}"


class Picture(models.Model):
    """A picture of a bulletin, made anew from what was uploaded: nothing else of that file is in it."""

    id = models.UUIDField(primary_key=True, editable=False)
    bulletin = models.ForeignKey(Bulletin, on_delete=models.CASCADE, related_name="pictures")
    media_type = models.CharField(max_length=32)
    body = models.BinaryField()

    def __str__(self) -> str:
        return str(self.id)


class Edition(models.Model):
    """How often anything that readers see was changed: one row. Kept pages are good for one edition."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="bulletins_one_edition")]

    def __str__(self) -> str:
        return str(self.number)
