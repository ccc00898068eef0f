"""Stories until they are published, with everything that was ever written, read, published or withdrawn of them."""

from django.db import models
from django.db.models import Q

from pentameter.kernel.ids import new_id


class Story(models.Model):
    """A story as it stands with its editors. What the public sees of it is its latest `Publication`.

    `checked_at`: when that was checked last against everyone protected; empty where it is due.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    state = models.CharField(max_length=16)
    subject = models.CharField(max_length=32)
    title = models.CharField(max_length=160)
    summary = models.TextField()
    text = models.TextField(blank=True)
    correction = models.TextField(blank=True)
    note = models.TextField(blank=True)
    started_by = models.CharField(max_length=64)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=64)
    submitted_by = models.CharField(max_length=64, blank=True)
    read_by = models.CharField(max_length=64, blank=True)
    publish_at = models.DateTimeField(null=True)
    published = models.PositiveIntegerField(default=0)
    checked_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["state", "publish_at"], name="story_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="scheduled") | Q(publish_at__isnull=False), name="editing_scheduled_for_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["ready", "scheduled", "published"]) | ~Q(read_by=""),
                name="editing_read_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["published", "withdrawn"]) | Q(published__gt=0), name="editing_public_numbered"
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class Save(models.Model):
    """One save of a story in one language, as it was. None is written over."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="saves")
    language = models.CharField(max_length=8)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    summary = models.TextField()
    text = models.TextField()
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "language", "number"], name="editing_saves_numbered"),
        ]

    def __str__(self) -> str:
        return f"save {self.number} of {self.story_id} in {self.language}"


class Translation(models.Model):
    """A story in another language. `checked_by` is a speaker of it; without one it says that it is to be confirmed."""

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="translations")
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=160)
    summary = models.TextField()
    text = models.TextField()
    checked_by = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "language"], name="editing_once_a_language")]

    def __str__(self) -> str:
        return f"{self.story_id} in {self.language}"


class StoryPicture(models.Model):
    """A picture of a story, made anew from what was uploaded. `removed_at`: it may stand in no text any more."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="pictures")
    name = models.SlugField(max_length=40)
    alternative = models.TextField()
    credit = models.CharField(max_length=160)
    media_type = models.CharField(max_length=32)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    body = models.BinaryField()
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=64)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "name"], name="editing_pictures_named"),
            models.CheckConstraint(condition=~Q(alternative=""), name="editing_pictures_described"),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.story_id}"


class Publication(models.Model):
    """What was decided to be public of a story, frozen: published, corrected or withdrawn. Kept for ever.

    `brought_at`: when it stood in the public database. Until then the public sees what it saw before.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=16)
    frozen = models.JSONField()
    note = models.TextField(blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=64)
    read_by = models.CharField(max_length=64, blank=True)
    brought_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["story"], condition=Q(brought_at__isnull=True), name="publication_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["story", "number"], name="editing_publications_numbered"),
            models.CheckConstraint(
                condition=Q(kind="withdrawn") | ~Q(read_by=""), name="editing_published_after_reading"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number} of {self.story_id}"
