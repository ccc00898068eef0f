"""Estimation runs. What was asked, frozen and found is added once and never changed; only progress moves."""

from django.db import models
from django.db.models import F, Q

from pentameter.kernel.ids import new_id


class Run(models.Model):
    """What was asked: of which period, place and type; the seed; and the table, where one was uploaded (`given`)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    source = models.CharField(max_length=16)
    title = models.CharField(max_length=120)
    from_on = models.DateField()
    to_on = models.DateField()
    area = models.CharField(max_length=60, blank=True)
    theme = models.CharField(max_length=32, blank=True)
    seed = models.PositiveIntegerField()
    draws = models.PositiveSmallIntegerField()
    replicates = models.PositiveIntegerField()
    file_name = models.CharField(max_length=200, blank=True)
    given = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["-asked_at"], name="run_latest")]
        constraints = [models.CheckConstraint(condition=Q(from_on__lte=F("to_on")), name="scale_period_in_order")]

    def __str__(self) -> str:
        return self.title


class Frozen(models.Model):
    """The lists as they were frozen: the table, its digest, the tables of other linkings, and how they came about."""

    run = models.OneToOneField(Run, on_delete=models.PROTECT, primary_key=True, related_name="frozen")
    digest = models.CharField(max_length=64)
    table = models.TextField()
    drawn = models.TextField()
    people = models.PositiveIntegerField()
    ground = models.TextField()
    frozen_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"lists of {self.run_id}"


class Result(models.Model):
    """All that was found, as canonical JSON with its digest; the range, the verdict and the refusal beside it."""

    run = models.OneToOneField(Run, on_delete=models.PROTECT, primary_key=True, related_name="result")
    digest = models.CharField(max_length=64)
    results = models.TextField()
    versions = models.TextField()
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    verdict = models.CharField(max_length=32)
    refused = models.TextField(blank=True)
    share = models.FloatField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(refused="", low__isnull=False, high__isnull=False)
                | (~Q(refused="") & Q(low=None, high=None)),
                name="scale_a_range_or_a_refusal",
            )
        ]

    def __str__(self) -> str:
        return f"result of {self.run_id}"


class Progress(models.Model):
    """How far a run is."""

    run = models.OneToOneField(Run, on_delete=models.PROTECT, primary_key=True, related_name="progress")
    what = models.CharField(max_length=120)
    done = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.run_id}: {self.done} of 100"


class Repeat(models.Model):
    """Somebody asked that a run be repeated."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="repeats")
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"repeat of {self.run_id}"


class Repeated(models.Model):
    """What a repeat gave: the digest of its results, and whether they are the same to the bit."""

    repeat = models.OneToOneField(Repeat, on_delete=models.PROTECT, primary_key=True, related_name="outcome")
    digest = models.CharField(max_length=64)
    same = models.BooleanField()
    versions = models.TextField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"outcome of {self.repeat_id}"
