"""How many people there are of each age and nationality: the one thing about them that is kept open, in counts."""

from django.db import models
from django.db.models import Q


class PeopleCount(models.Model):
    """How many people of a wave are of this age and nationality; `nationality` empty: not known, or erased.

    The facts themselves are sealed in their cases. Whoever reads this table learns that so many people were counted,
    and not which of the cases they are.
    """

    wave = models.ForeignKey("operations.Wave", on_delete=models.PROTECT, related_name="+", null=True)
    age = models.CharField(max_length=16)
    nationality = models.CharField(max_length=2, blank=True)
    people = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["wave", "age", "nationality"], name="victims_one_people_count"),
            models.UniqueConstraint(
                fields=["age", "nationality"], condition=Q(wave=None), name="victims_one_count_without_wave"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.people} of {self.nationality or 'unknown'}, {self.age}"
