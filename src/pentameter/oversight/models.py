"""Flags, samples and reviews. Rows of the record stand here by their numbers; nobody who was looked at is named."""

from django.db import models
from django.db.models import F, Q

from pentameter.kernel.ids import new_id


class Flag(models.Model):
    """A pattern of one person's look-ups, once a day. `rows` are the numbers of the rows, apart by spaces.

    `outcome` is empty until somebody else has reviewed it; `reason` is theirs.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.CharField(max_length=64)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    pattern = models.CharField(max_length=16)
    on = models.DateField()
    rows = models.TextField()
    raised_at = models.DateTimeField()
    latest_at = models.DateTimeField()
    outcome = models.CharField(max_length=16, blank=True)
    reason = models.TextField(blank=True)
    reviewed_by = models.CharField(max_length=64, blank=True)
    reviewed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["outcome", "-raised_at"], name="flag_waiting")]
        constraints = [
            models.UniqueConstraint(fields=["person", "pattern", "on"], name="oversight_one_flag_a_day"),
            models.CheckConstraint(condition=~Q(person=F("reviewed_by")), name="oversight_flag_second_person"),
            models.CheckConstraint(
                condition=Q(outcome="", reviewed_at=None) | (~Q(outcome="") & Q(reviewed_at__isnull=False)),
                name="oversight_flag_reviewed_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pattern} by {self.person}"


class Alike(models.Model):
    """A row that looked up somebody of the person's own surname or address. Of whom is nowhere."""

    seq = models.BigIntegerField()
    kind = models.CharField(max_length=8)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seq", "kind"], name="oversight_alike_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.seq}"


class WatchRun(models.Model):
    """A time at which the watch went along the record. It judged what had settled by `due_at`."""

    due_at = models.DateTimeField(primary_key=True)
    finished_at = models.DateTimeField()
    rows = models.PositiveIntegerField()
    flags = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"watch of {self.due_at}"


class Home(models.Model):
    """Where a person lives, as a keyed digest of the postcode that nobody can read back."""

    person = models.CharField(max_length=64, primary_key=True)
    mark = models.BinaryField()
    declared_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"home of {self.person}"


class Sample(models.Model):
    """Looks of an agency's week that were drawn to be checked. `seed` draws the same from the same rows again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    week = models.DateField()
    seed = models.CharField(max_length=32)
    looks = models.PositiveIntegerField()
    drawn_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "week"], name="oversight_one_sample_a_week")]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.week}"


class SampledLook(models.Model):
    """One look of a sample, and what whoever checked it found."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="drawn")
    seq = models.BigIntegerField()
    person = models.CharField(max_length=64)
    outcome = models.CharField(max_length=16, blank=True)
    reason = models.TextField(blank=True)
    checked_by = models.CharField(max_length=64, blank=True)
    checked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sample", "seq"], name="oversight_drawn_once"),
            models.CheckConstraint(condition=~Q(person=F("checked_by")), name="oversight_sample_second_person"),
        ]

    def __str__(self) -> str:
        return f"row {self.seq}"


class GlassReview(models.Model):
    """What somebody else said of broken glass. `seq` is the row of the record that says that it was broken."""

    seq = models.BigIntegerField(primary_key=True)
    person = models.CharField(max_length=64)
    outcome = models.CharField(max_length=16)
    reason = models.TextField()
    reviewed_by = models.CharField(max_length=64)
    reviewed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(person=F("reviewed_by")), name="oversight_glass_second_person")
        ]

    def __str__(self) -> str:
        return f"review of row {self.seq}"
