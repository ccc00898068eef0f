"""The record. Rows are only ever added: triggers on both databases refuse to change or delete them."""

from django.db import models


class Entry(models.Model):
    """One act or look. `detail` is canonical JSON text of ids and counts, never of contents."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    event = models.CharField(max_length=40)
    actor = models.CharField(max_length=64)
    role = models.CharField(max_length=32)
    agency = models.CharField(max_length=64, blank=True)
    subject_type = models.CharField(max_length=40, blank=True)
    subject_id = models.CharField(max_length=64, blank=True)
    purpose = models.TextField(blank=True)
    detail = models.TextField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "seq"], name="audit_subject"),
            models.Index(fields=["actor", "seq"], name="audit_actor"),
            models.Index(fields=["event", "seq"], name="audit_event"),
            models.Index(fields=["at"], name="audit_at"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.event}"


class Head(models.Model):
    """The end of the chain: one row, locked while the next entry is added."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_one_head")]

    def __str__(self) -> str:
        return f"head at {self.seq}"
