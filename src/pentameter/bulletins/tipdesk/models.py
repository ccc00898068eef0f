"""Tip-offs as the staff side keeps them. What was sent and answered stays sealed here."""

from django.db import models
from django.db.models import Q

from pentameter.kernel.ids import new_id


class Tip(models.Model):
    """A tip-off that was taken over. `reply_key` closes replies to its sender; it is empty where a comment became one.

    `brought` is the version of its standing that the public database has. `let_go_on` is the day on which its contents
    were destroyed.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    reference = models.CharField(max_length=16, unique=True)
    origin = models.CharField(max_length=16)
    comment = models.CharField(max_length=64, blank=True)
    reply_key = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=16)
    version = models.PositiveIntegerField(default=1)
    brought = models.PositiveIntegerField(default=0)
    received_on = models.DateField()
    taken_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    closed_because = models.CharField(max_length=32, blank=True)
    let_go_on = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "-changed_at"], name="tip_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["comment"], condition=~Q(comment=""), name="tip_of_a_comment_once"),
            models.CheckConstraint(condition=~Q(origin="comment") | ~Q(comment=""), name="tip_names_its_comment"),
        ]

    def __str__(self) -> str:
        return self.reference


class Part(models.Model):
    """Something that was sent, as it was sealed; nothing is left of it once it was let go."""

    id = models.UUIDField(primary_key=True, editable=False)
    tip = models.ForeignKey(Tip, on_delete=models.PROTECT, related_name="parts")
    sealed = models.BinaryField(null=True)
    received_on = models.DateField()
    taken_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    read_by = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"part of {self.tip_id}"


class Reply(models.Model):
    """What was answered or asked: closed to the sender's key, and to our own so that the desk can read it again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tip = models.ForeignKey(Tip, on_delete=models.PROTECT, related_name="replies")
    sealed = models.BinaryField(null=True)
    for_sender = models.BinaryField(null=True)
    asks = models.BooleanField(default=False)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"reply to {self.tip_id}"


class Filing(models.Model):
    """A report that was made of a tip-off."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    tip = models.ForeignKey(Tip, on_delete=models.PROTECT, related_name="filings")
    report = models.UUIDField(unique=True)
    filed_at = models.DateTimeField()
    filed_by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.tip_id} as {self.report}"
