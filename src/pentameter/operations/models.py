"""Operations, waves, participants, returns, and what was published of earlier ones."""

from django.db import models
from django.db.models import F, Q

from pentameter.kernel.ids import new_id


class Operation(models.Model):
    """A joint operation, run in waves."""

    slug = models.SlugField(primary_key=True, max_length=64)
    name = models.CharField(max_length=120)
    purpose = models.TextField(blank=True)
    is_history = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class Wave(models.Model):
    """One wave of an operation. An open end means that it still runs."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    operation = models.ForeignKey(Operation, on_delete=models.PROTECT, related_name="waves")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["operation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["operation", "number"], name="operations_one_wave_of_a_number"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="operations_wave_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Participation(models.Model):
    """How an agency takes part in a wave. The list is edited, never fixed in code."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, related_name="participations")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=32)
    plan = models.TextField(blank=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wave", "agency"], condition=Q(ended_on=None), name="operations_takes_part_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("began_on")), name="operations_part_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id}: {self.level}"


class Return(models.Model):
    """An agency's word on one week. A later word on the same week supersedes the earlier, which is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, related_name="returns")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    week = models.DateField()
    looked = models.CharField(max_length=16)
    premises_visited = models.PositiveIntegerField(null=True, blank=True)
    people_found = models.PositiveIntegerField(null=True, blank=True)
    arrests = models.PositiveIntegerField(null=True, blank=True)
    hours = models.DecimalField(max_digits=8, decimal_places=1, null=True, blank=True)
    text = models.TextField(blank=True)
    filed_at = models.DateTimeField()
    filed_by = models.CharField(max_length=64)
    content = models.CharField(max_length=64)
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wave", "agency", "week"], condition=Q(superseded_at=None), name="operations_one_return_a_week"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id}, week of {self.week}: {self.looked}"


class PublishedResult(models.Model):
    """A figure that was published of an earlier wave, as it was published: sources contradict each other."""

    wave = models.ForeignKey(Wave, on_delete=models.PROTECT, related_name="published")
    order = models.PositiveSmallIntegerField()
    as_of = models.CharField(max_length=40)
    measure = models.CharField(max_length=80)
    value = models.BigIntegerField()
    source = models.TextField()
    note = models.TextField(blank=True)
    compared_as = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["wave", "order"]
        constraints = [models.UniqueConstraint(fields=["wave", "order"], name="operations_published_once")]

    def __str__(self) -> str:
        return f"{self.measure}: {self.value}"
