"""The case: who the person is, sealed under a key of its own; who works on it; who else needs to know."""

from django.db import models
from django.db.models import F, Q

from pentameter.kernel.ids import new_id


class Case(models.Model):
    """One person's case.

    `identity`, `practical` and `whereabouts` are sealed under the case's key and bound to the row. Erasure destroys the
    key and empties them; the row stays with its reference, its counts and the flag of anonymity for life.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    reference = models.CharField(max_length=16, unique=True)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    support_agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+", null=True)
    wave = models.ForeignKey("operations.Wave", on_delete=models.PROTECT, related_name="+", null=True)
    place = models.CharField(max_length=32)
    zone = models.CharField(max_length=40)
    state = models.CharField(max_length=16)
    age = models.CharField(max_length=16)
    identity = models.BinaryField(null=True)
    practical = models.BinaryField(null=True)
    whereabouts = models.BinaryField(null=True)
    rescued_on = models.DateField()
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=64)
    closed_on = models.DateField(null=True)
    anonymous_for_life = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(fields=["support_agency", "state", "-opened_at"], name="case_by_support"),
            models.Index(fields=["agency", "state", "-opened_at"], name="case_by_agency"),
            models.Index(fields=["state", "-opened_at"], name="case_latest"),
            models.Index(fields=["wave", "agency", "rescued_on"], name="case_rescued"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="erased") | Q(identity=None, practical=None, whereabouts=None),
                name="victims_erased_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class CaseKey(models.Model):
    """A case's key, wrapped by the root key. To delete it is to erase the case."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, primary_key=True, related_name="key")
    wrapped = models.BinaryField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"key of {self.case_id}"


class NeedToKnow(models.Model):
    """A named person needs to know: assigned, by a share, or by broken glass. `until` None: until it is ended."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="needs_to_know")
    person = models.CharField(max_length=64)
    kind = models.CharField(max_length=16)
    purpose = models.TextField(blank=True)
    began_at = models.DateTimeField()
    given_by = models.CharField(max_length=64)
    until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "case"], name="need_by_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "person", "kind"], condition=Q(ended_at=None), name="victims_needs_to_know_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("began_at")), name="victims_need_ends"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.kind} {self.case_id}"


class HoldsMark(models.Model):
    """One row. Its mark grows whenever someone becomes protected, or becomes known by another name or birth."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    mark = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="victims_one_mark")]

    def __str__(self) -> str:
        return f"mark {self.mark}"
