"""What happened as far as it bears on protection, how the clocks stand, and who was alerted."""

from django.db import models
from django.db.models import Q

from pentameter.kernel.ids import new_id


class CaseEvent(models.Model):
    """A dated fact of `victims.rules.events`. Nobody edits it; a mistake is struck out, and stays readable.

    `sealed` holds ground, evidence, decider and reasons. `origin` says which context recorded it. `strike_asked_by`:
    somebody proposed to strike it out where that would shorten protection; it counts until another person agreed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=32)
    on = models.DateField(null=True)
    outcome = models.CharField(max_length=16, blank=True)
    about = models.CharField(max_length=32, blank=True)
    until = models.DateField(null=True)
    clock = models.CharField(max_length=16, blank=True)
    facts = models.CharField(max_length=8, blank=True)
    review_on = models.DateField(null=True)
    sealed = models.BinaryField(null=True)
    origin = models.CharField(max_length=32)
    known_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=64)
    struck_at = models.DateTimeField(null=True)
    struck_by = models.CharField(max_length=64, blank=True)
    struck_because = models.BinaryField(null=True)
    strike_asked_at = models.DateTimeField(null=True)
    strike_asked_by = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "known_at"], name="event_by_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(struck_at=None) | Q(strike_asked_by="") | ~Q(strike_asked_by=models.F("struck_by")),
                name="victims_two_strike_out",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.case_id}"


class Standing(models.Model):
    """How a clock stood when it was last worked out, for lists. A case's page works it out anew.

    Older than today it says nothing: the list then says "protected", and that it is being worked out.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="standings")
    clock = models.CharField(max_length=16)
    on = models.DateField()
    state = models.CharField(max_length=24)
    since = models.DateField(null=True)
    earliest_end = models.DateField(null=True)
    minimum_met_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    sentence = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "clock"], name="victims_one_standing")]

    def __str__(self) -> str:
        return f"{self.clock} of {self.case_id}: {self.state}"


class Alert(models.Model):
    """Something that a person must look at. Raised once for its `key`; taken by somebody, then done.

    `agency` None: for the duty desk alone. Its words name no person and no place. `note`: what was done, sealed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="alerts")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+", null=True)
    kind = models.CharField(max_length=24)
    key = models.CharField(max_length=120, unique=True)
    sentence = models.TextField()
    due_on = models.DateField(null=True)
    notice = models.PositiveSmallIntegerField(null=True)
    raised_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    taken_by = models.CharField(max_length=64, blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.CharField(max_length=64, blank=True)
    note = models.BinaryField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "due_on"], condition=Q(done_at=None), name="alert_open"),
            models.Index(fields=["case"], name="alert_by_case"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.case_id}"


class LookAhead(models.Model):
    """A day's look at all clocks: how far it has come, in steps that stand whole. `finished_at`: it came through."""

    day = models.DateField(primary_key=True)
    began_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    after = models.UUIDField(null=True)
    cases = models.PositiveIntegerField(default=0)
    alerts = models.PositiveIntegerField(default=0)
    unread = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"look ahead of {self.day}"


class Erasure(models.Model):
    """That a case be erased: asked by one person, agreed by another, or withdrawn. It outlives what it erases."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey("victims.Case", on_delete=models.PROTECT, related_name="erasures")
    why = models.CharField(max_length=16)
    was_told = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=64)
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.CharField(max_length=64, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(agreed_at=None, withdrawn_at=None), name="victims_one_erasure_asked"
            ),
            models.CheckConstraint(
                condition=Q(agreed_by="") | ~Q(agreed_by=models.F("asked_by")), name="victims_two_erase"
            ),
        ]

    def __str__(self) -> str:
        return f"erasure of {self.case_id}"
