"""Tip-offs as the public database has them: sealed, without a moment, an address or a browser."""

from uuid import uuid4

from django.db import models


class Tip(models.Model):
    """A tip-off. It is found by a digest of the receipt code; replies are closed to `reply_key`, a public key.

    Identifiers are random throughout, since those in order of time would tell the minute.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    lookup = models.CharField(max_length=64, unique=True)
    reply_key = models.CharField(max_length=64)
    standing = models.CharField(max_length=16, default="received")
    version = models.PositiveIntegerField(default=0)
    received_on = models.DateField()

    def __str__(self) -> str:
        return f"tip-off {self.id}"


class Entry(models.Model):
    """What was sent: the tip-off itself, or something that was added. It goes once the staff side has taken it over."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    tip = models.ForeignKey(Tip, on_delete=models.CASCADE, related_name="entries")
    sealed = models.BinaryField()
    received_on = models.DateField()

    def __str__(self) -> str:
        return f"sent with {self.tip_id}"


class Reply(models.Model):
    """What was answered, closed to the key that only the receipt code gives."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    tip = models.ForeignKey(Tip, on_delete=models.CASCADE, related_name="replies")
    sealed = models.BinaryField()
    written_on = models.DateField()

    def __str__(self) -> str:
        return f"reply to {self.tip_id}"
