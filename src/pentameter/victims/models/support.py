"""What support keeps: one table of dated entries with sealed contents, and the steps that changed them."""

from django.db import models
from django.db.models import Q

from pentameter.kernel.ids import new_id


class SupportEntry(models.Model):
    """An assessment, a task, an appointment, a note, a flag, a stay or an exit (`victims.rules.support.EntryKind`).

    `from_on` and `until_on` are what the kind means by them: assessed and looked at again, since and until, due.
    `follows` is the entry that it supersedes or corrects. `sealed` is opened under the case's key, bound to the row;
    that of a stay also says where she is, and is opened only for who may see that.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="support_entries")
    kind = models.CharField(max_length=16)
    state = models.CharField(max_length=16)
    sealed = models.BinaryField()
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)
    at = models.DateTimeField(null=True)
    owner = models.CharField(max_length=64, blank=True)
    follows = models.OneToOneField("self", on_delete=models.PROTECT, related_name="followed_by", null=True)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["case", "kind", "made_at"], name="support_by_case"),
            models.Index(fields=["owner", "until_on"], condition=Q(kind="task", state="live"), name="support_due"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=Q(state="live", kind__in=["risk", "needs", "recovery_needs", "stay", "exit"]),
                name="victims_one_stands",
            ),
            models.CheckConstraint(
                condition=~Q(kind="task") | Q(until_on__isnull=False), name="victims_task_has_due_day"
            ),
            models.CheckConstraint(
                condition=~Q(kind="appointment") | Q(at__isnull=False), name="victims_appointment_has_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.case_id}"


class SupportStep(models.Model):
    """One change of an entry: what it came to, and under seal how it was before and why. Only an undo marks it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entry = models.ForeignKey(SupportEntry, on_delete=models.PROTECT, related_name="steps")
    act = models.CharField(max_length=16)
    sealed = models.BinaryField()
    at = models.DateTimeField()
    by = models.CharField(max_length=64)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["entry", "at"], name="support_steps")]

    def __str__(self) -> str:
        return f"{self.act} of {self.entry_id}"
