"""From investigation to appeal. Events are rows that are only added to and struck out; names are sealed.

Nothing here points to a case of a victim, and nothing of it can be told from here.
"""

from django.db import models
from django.db.models import F, Q

from pentameter.kernel.ids import new_id


class Investigation(models.Model):
    """An investigation. `agency` leads it. `name` is the name it goes by, which says nothing of a person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.CharField(max_length=16, unique=True)
    name = models.CharField(max_length=120)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    jurisdiction = models.CharField(max_length=24)
    wave = models.ForeignKey("operations.Wave", on_delete=models.PROTECT, related_name="+", null=True)
    opened_on = models.DateField()
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=64)
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "-opened_at"], name="investigation_by_agency"),
            models.Index(fields=["wave", "agency"], name="investigation_by_wave"),
            models.Index(fields=["-opened_at"], name="investigation_latest"),
        ]

    def __str__(self) -> str:
        return self.reference


class Participation(models.Model):
    """An agency that takes part: the lead, another force or organisation, or the prosecutors to whom it was sent."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    investigation = models.ForeignKey(Investigation, on_delete=models.PROTECT, related_name="agencies")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=16)
    since = models.DateTimeField()
    added_by = models.CharField(max_length=64)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "investigation"], name="participation_by_agency")]
        constraints = [
            models.UniqueConstraint(
                fields=["investigation", "agency"], condition=Q(ended_at=None), name="justice_takes_part_once"
            ),
            models.UniqueConstraint(
                fields=["investigation"], condition=Q(ended_at=None, part="lead"), name="justice_one_lead"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} in {self.investigation_id}: {self.part}"


class Suspect(models.Model):
    """A person who is suspected in an investigation. `identity` is sealed under a key of their own.

    `mention` is the mention by which entities know them. `stage`, `stage_on` and `check_state` are worked out from the
    events and the signs when either changes, for lists; their page works them out anew. `check_told` is the same
    without whether it may be somebody protected: what forces and the national centre are told.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.CharField(max_length=16, unique=True)
    investigation = models.ForeignKey(Investigation, on_delete=models.PROTECT, related_name="suspects")
    mention = models.UUIDField(null=True)
    identity = models.BinaryField(null=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=64)
    stage = models.CharField(max_length=16)
    stage_on = models.DateField(null=True)
    check_state = models.CharField(max_length=16)
    check_told = models.CharField(max_length=16)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["investigation", "added_at"], name="suspect_by_investigation"),
            models.Index(fields=["stage", "check_state"], name="suspect_by_stage"),
        ]

    def __str__(self) -> str:
        return self.reference


class SuspectKey(models.Model):
    """A suspect's key, wrapped by the root key. To delete it is to erase who they are."""

    suspect = models.OneToOneField(Suspect, on_delete=models.PROTECT, primary_key=True, related_name="key")
    wrapped = models.BinaryField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"key of {self.suspect_id}"


class PipelineEvent(models.Model):
    """A dated fact of `justice.rules.kinds`. Nobody edits it; a mistake is struck out, and stays readable.

    `words` (reasons, notes, where the law was looked up) is sealed. `ground`, `looked` and `seen` are a check's: on
    which ground, at what was looked, and which signs it knew.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    suspect = models.ForeignKey(Suspect, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=16)
    on = models.DateField()
    outcome = models.CharField(max_length=32, blank=True)
    offence = models.CharField(max_length=32, blank=True)
    offence_from = models.DateField(null=True)
    offence_to = models.DateField(null=True)
    about = models.ForeignKey("self", on_delete=models.PROTECT, related_name="followed_by", null=True)
    ground = models.CharField(max_length=16, blank=True)
    looked = models.CharField(max_length=80, blank=True)
    seen = models.TextField(blank=True)
    words = models.BinaryField(null=True)
    known_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=64)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+", null=True)
    struck_at = models.DateTimeField(null=True)
    struck_by = models.CharField(max_length=64, blank=True)
    struck_because = models.BinaryField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["suspect", "on"], name="pipeline_by_suspect"),
            models.Index(fields=["kind", "offence", "on"], condition=Q(struck_at=None), name="pipeline_counted"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="charged") | (~Q(offence="") & Q(offence_from__isnull=False)),
                name="justice_charge_has_a_law",
            ),
            models.CheckConstraint(
                condition=Q(offence_to=None) | Q(offence_to__gte=F("offence_from")), name="justice_offence_days"
            ),
            models.CheckConstraint(
                condition=~Q(kind="checked") | (~Q(outcome="") & ~Q(looked="")), name="justice_check_is_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.suspect_id}"


class Mark(models.Model):
    """Somebody of the investigation said that a suspect may be a victim. `words` is sealed; it is never edited."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    suspect = models.ForeignKey(Suspect, on_delete=models.PROTECT, related_name="marks")
    words = models.BinaryField()
    marked_at = models.DateTimeField()
    marked_by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["suspect", "marked_at"], name="mark_by_suspect")]

    def __str__(self) -> str:
        return f"mark on {self.suspect_id}"


class Protection(models.Model):
    """Whether a suspect may be somebody protected, as it was last asked; nothing else of it is known here.

    `mark` is how far holds had come when it was asked: once they have moved on, it is asked again. What once was "may
    be" stays so.
    """

    suspect = models.OneToOneField(Suspect, on_delete=models.PROTECT, primary_key=True, related_name="protection")
    answer = models.CharField(max_length=16)
    mark = models.BigIntegerField()
    asked_at = models.DateTimeField()
    may_be_since = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.answer} of {self.suspect_id}"
