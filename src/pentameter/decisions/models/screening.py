"""Removal lists: what was asked, sealed under a key for each list; what was found; what the duty desk said."""

from django.db import models
from django.db.models import Q

from pentameter.kernel.ids import new_id


class RemovalList(models.Model):
    """A list that was sent, or one name that was typed.

    `told` is sealed: the name of the file, and why it could not be read. `file` is the file as it was sent, sealed,
    until its lines are there. `surnames` are blind indexes of those in a small list. `began_mark` is the mark of holds
    when the present checking began, `mark` that of the checking that was finished at `checked_at`. `round` grows with
    each checking. `unreadable` and `thin` count cases that did not open, and that tell too little to be found by name.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=8)
    stage = models.CharField(max_length=16)
    told = models.BinaryField()
    file = models.BinaryField(null=True)
    surnames = models.CharField(max_length=200, blank=True)
    lines = models.PositiveIntegerField(default=0)
    checked = models.PositiveIntegerField(default=0)
    round = models.PositiveIntegerField(default=0)
    began_mark = models.BigIntegerField(null=True)
    mark = models.BigIntegerField(null=True)
    unreadable = models.PositiveIntegerField(default=0)
    thin = models.PositiveIntegerField(default=0)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=64)
    checked_at = models.DateTimeField(null=True)
    cleared_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "-received_at"], name="list_by_agency"),
            models.Index(fields=["stage", "checked_at"], name="list_by_stage"),
        ]

    def __str__(self) -> str:
        return self.reference


class ListKey(models.Model):
    """A list's key, wrapped by the root key."""

    list = models.OneToOneField(RemovalList, on_delete=models.PROTECT, primary_key=True, related_name="key")
    wrapped = models.BinaryField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"key of {self.list_id}"


class ListLine(models.Model):
    """A line: as it was sent and what was found, both sealed. `held` repeats what `state` says, for the order."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    list = models.ForeignKey(RemovalList, on_delete=models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField()
    reference = models.CharField(max_length=16, db_index=True)
    told = models.BinaryField()
    found = models.BinaryField(null=True)
    state = models.CharField(max_length=16)
    held = models.BooleanField(default=False)
    round = models.PositiveIntegerField(default=0)
    proposed_by = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["list", "-held", "number"], name="line_held_first"),
            models.Index(fields=["list", "round"], name="line_by_round"),
            models.Index(fields=["state"], condition=Q(state__in=("open", "proposed")), name="line_to_answer"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["list", "number"], name="decisions_line_number"),
            models.CheckConstraint(
                condition=Q(held=True, state__in=("open", "proposed", "confirmed"))
                | Q(held=False, state__in=("waiting", "none", "cleared")),
                name="decisions_line_held",
            ),
            models.CheckConstraint(
                condition=~Q(state="proposed") | ~Q(proposed_by=""), name="decisions_line_proposed_by"
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class LineAct(models.Model):
    """What the desk did with a line. Nobody edits it; `reason` is sealed under the list's key."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    line = models.ForeignKey(ListLine, on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=16)
    at = models.DateTimeField()
    by = models.CharField(max_length=64)
    reason = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["line", "at"], name="act_by_line")]

    def __str__(self) -> str:
        return f"{self.kind} {self.line_id}"


class TrawlingAlert(models.Model):
    """What looks like trawling, once for its agency, person, kind and day. It names nobody who was asked about."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    person = models.CharField(max_length=64)
    kind = models.CharField(max_length=16)
    on = models.DateField()
    count = models.PositiveIntegerField()
    raised_at = models.DateTimeField()
    latest_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-latest_at"], name="trawling_latest")]
        constraints = [
            models.UniqueConstraint(fields=["agency", "person", "kind", "on"], name="decisions_one_trawling_alert")
        ]

    def __str__(self) -> str:
        return f"{self.kind} by {self.person}"
