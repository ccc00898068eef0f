"""What moderators decide, in the staff database: ids and reasons. What readers wrote stays in the public one.

Each decision is a row with a number of its own kind, and is brought to the public door (`brought_at`).
"""

from django.db import models
from django.db.models import F, Q

from pentameter.kernel.ids import new_id


class Case(models.Model):
    """A comment as the moderators deal with it. `reasons`: kinds of what the detectors found, separated by commas.

    `wording_version` is the latest that the detectors checked, at `checked_at`; `version` counts what was decided.
    Whoever waits for a moderator has `waiting_since`.
    """

    comment = models.UUIDField(primary_key=True)
    bulletin = models.UUIDField()
    reader = models.UUIDField()
    wording_version = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=16)
    published_version = models.PositiveIntegerField(default=0)
    held = models.BooleanField()
    reasons = models.CharField(max_length=200, blank=True)
    score = models.PositiveSmallIntegerField(default=0)
    reports = models.PositiveIntegerField(default=0)
    urgent = models.BooleanField(default=False)
    waiting_since = models.DateTimeField(null=True)
    escalated_by = models.CharField(max_length=64, blank=True)
    checked_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["-urgent", "waiting_since"], name="case_queue"),
            models.Index(fields=["reader"], name="case_of_reader"),
            models.Index(fields=["bulletin"], name="case_of_bulletin"),
            models.Index(fields=["state", "checked_at"], name="case_to_check_again"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(published_version__lte=F("wording_version")), name="moderation_no_words_unchecked"
            )
        ]

    def __str__(self) -> str:
        return f"{self.comment}: {self.state}"

    @property
    def found(self) -> frozenset[str]:
        """The kinds of what the check found when it was last asked."""
        return frozenset(self.reasons.split(",")) - {""}


class Decision(models.Model):
    """One act on a comment, with the reason that its writer is told, and a note for colleagues."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveIntegerField()
    act = models.CharField(max_length=16)
    state = models.CharField(max_length=16)
    before = models.CharField(max_length=16)
    wording_version = models.PositiveIntegerField()
    published_version = models.PositiveIntegerField(default=0)
    rule = models.CharField(max_length=16, blank=True)
    words = models.TextField(blank=True)
    note = models.TextField(blank=True)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    undoes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="undone_by")
    answers_reports_until = models.DateTimeField(null=True)
    brought_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["brought_at", "at"], name="decision_to_bring"),
            models.Index(fields=["by", "-at"], name="decision_own"),
            models.Index(fields=["at"], name="decision_at"),
        ]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="decision_numbered")]

    def __str__(self) -> str:
        return f"{self.act} of {self.case_id}"


class Step(models.Model):
    """A step of the ladder for one reader. To withdraw the privilege needs a second moderator."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reader = models.UUIDField()
    step = models.CharField(max_length=16)
    rule = models.CharField(max_length=16, blank=True)
    words = models.TextField()
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="steps")
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    lapses_on = models.DateField()
    seconded_by = models.CharField(max_length=64, blank=True)
    seconded_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    lifted_by = models.CharField(max_length=64, blank=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_because = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    brought_version = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["reader", "at"], name="step_of_reader")]
        constraints = [
            models.CheckConstraint(condition=~Q(seconded_by=F("by")), name="moderation_second_is_another"),
            models.CheckConstraint(condition=Q(brought_version__lte=F("version")), name="moderation_brought_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.step} of {self.reader}"


class AppealAnswer(models.Model):
    """What another moderator answered to an appeal. It is given once."""

    appeal = models.UUIDField(primary_key=True)
    against = models.UUIDField()
    reader = models.UUIDField()
    upheld = models.BooleanField()
    words = models.TextField()
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    brought_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"answer to {self.appeal}"


class Setting(models.Model):
    """How an article takes comments from then on: a row for each change; the latest holds."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    bulletin = models.UUIDField()
    slug = models.CharField(max_length=120)
    title = models.CharField(max_length=200)
    version = models.PositiveIntegerField()
    is_open = models.BooleanField()
    closes_on = models.DateField(null=True)
    shows = models.BooleanField()
    held = models.BooleanField()
    checked_first = models.BooleanField()
    why = models.TextField()
    by = models.CharField(max_length=64)
    at = models.DateTimeField()
    brought_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bulletin", "version"], name="setting_numbered")]

    def __str__(self) -> str:
        return f"{self.slug}, version {self.version}"
