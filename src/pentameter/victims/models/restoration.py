"""That an installation was restored from a backup, and who confirmed that nothing is missing."""

from django.db import models
from django.db.models import F, Q

from pentameter.kernel.ids import new_id


class Restoration(models.Model):
    """A restore. `stands_for`: the moment of the backup; what was recorded between then and `restored_at` is lost here.

    `first_by` and `second_by` confirmed that it was all entered again, or that there was nothing.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    stands_for = models.DateTimeField()
    restored_at = models.DateTimeField()
    first_at = models.DateTimeField(null=True)
    first_by = models.CharField(max_length=64, blank=True)
    second_at = models.DateTimeField(null=True)
    second_by = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(second_by="") | (~Q(first_by="") & ~Q(first_by=F("second_by"))),
                name="restoration_confirmed_by_two",
            ),
            models.CheckConstraint(
                condition=Q(second_by="", second_at=None) | (~Q(second_by="") & Q(second_at__isnull=False)),
                name="restoration_second_is_dated",
            ),
        ]
        indexes = [models.Index(fields=["restored_at"], condition=Q(second_at=None), name="restoration_open")]

    def __str__(self) -> str:
        return f"restored {self.restored_at}"
