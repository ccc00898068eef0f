"""Releases and their versions: the true tables sealed, what was made of them, who wrote, who signed.

An edition moves from state to state; who did what, and on which text, stays in it and in the record.
"""

from django.db import models
from django.db.models import F, Q

from pentameter.kernel.ids import new_id


class Release(models.Model):
    """A release, whatever its versions. `choices` are the keys of the tables that it is made of, between spaces."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=160)
    choices = models.CharField(max_length=400)
    wave = models.ForeignKey("operations.Wave", on_delete=models.PROTECT, related_name="+", null=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["-made_at"], name="release_latest")]

    def __str__(self) -> str:
        return self.title


class Edition(models.Model):
    """A version of a release, from its freezing to its end.

    `sealed` holds the true tables with a random salt, so that `digest` of them tells nobody anything; `key` is wrapped
    by the root key. `counted` is the mark of who was not to be counted when they were frozen. `safe` are the tables as
    they may be published, `found` what the attacker found; `union` is the mark of all other releases that it was shown.
    `content` is the whole text that was signed; `checked_at` is when its words were checked last since it is public.
    `revision` grows with each thing decided; `brought` is the one that the public side has.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12)
    as_of = models.DateField()
    frozen_at = models.DateTimeField()
    frozen_by = models.CharField(max_length=64)
    key = models.BinaryField()
    sealed = models.BinaryField()
    digest = models.CharField(max_length=64)
    counted = models.CharField(max_length=64, blank=True)
    threshold = models.PositiveSmallIntegerField(null=True)
    safe = models.TextField(blank=True)
    found = models.TextField(blank=True)
    union = models.PositiveIntegerField(null=True)
    made_safe_by = models.CharField(max_length=64, blank=True)
    words = models.TextField(blank=True)
    described_by = models.CharField(max_length=64, blank=True)
    content = models.TextField(blank=True)
    content_digest = models.CharField(max_length=64, blank=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.CharField(max_length=64, blank=True)
    publish_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=64, blank=True)
    ended_because = models.TextField(blank=True)
    checked_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)
    brought = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["state", "publish_at"], name="edition_due")]
        constraints = [
            models.UniqueConstraint(fields=["release", "number"], name="releases_one_version_a_number"),
            models.UniqueConstraint(
                fields=["release"],
                condition=Q(state__in=("frozen", "safe", "described", "signed", "overtaken")),
                name="releases_one_version_in_hand",
            ),
            models.CheckConstraint(
                condition=Q(signed_at=None) | (~Q(signed_by=F("frozen_by")) & ~Q(signed_by="")),
                name="releases_signed_by_a_second",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None) | (Q(signed_at__isnull=False) & ~Q(content_digest="")),
                name="releases_published_is_signed",
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of {self.release_id}"


class Writer(models.Model):
    """Somebody who froze, made safe or described an edition: none of them may sign it."""

    id = models.BigAutoField(primary_key=True)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="writers")
    person = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "person"], name="releases_writer_once")]

    def __str__(self) -> str:
        return self.person


class EarlyReader(models.Model):
    """Somebody who may see an edition before its time; their name and office are published with it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="early_readers")
    person = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    office = models.CharField(max_length=200)
    because = models.TextField()
    named_at = models.DateTimeField()
    named_by = models.CharField(max_length=64)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "person"], condition=Q(until=None), name="releases_early_reader_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Watch(models.Model):
    """One row. The mark of everyone who must not be named, and since when it has been the same."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    mark = models.CharField(max_length=160)
    since = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="releases_one_watch")]

    def __str__(self) -> str:
        return f"since {self.since}"


class Union(models.Model):
    """One row. Its mark grows whenever one more table becomes known, or is about to: whoever signs holds it."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    mark = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="releases_one_union")]

    def __str__(self) -> str:
        return f"mark {self.mark}"
