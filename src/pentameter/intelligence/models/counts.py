"""How many reports there are, kept by what the picture asks by, so that no page counts reports one by one."""

from django.db import models


class KeptCount(models.Model):
    """How many reports of an agency are alike in some ways, kept as they are accepted (docs/adr/0019).

    A row without `recipient` counts every report once; rows with one count, once more, those that name that agency.
    """

    wave = models.ForeignKey("operations.Wave", on_delete=models.PROTECT, related_name="+", db_index=False)
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+", db_index=False)
    scheme = models.CharField(max_length=8)
    handling = models.CharField(max_length=2)
    recipient = models.CharField(max_length=64, blank=True)
    theme = models.CharField(max_length=32)
    area = models.CharField(max_length=60, blank=True)
    counted = models.PositiveIntegerField()

    class Meta:
        abstract = True


ALIKE = ("wave", "agency", "scheme", "handling", "recipient", "theme", "area")


class CountByWeek(KeptCount):
    """Reports counted by week."""

    week = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=[*ALIKE, "week"], name="count_by_week_once")]

    def __str__(self) -> str:
        return f"{self.counted} of {self.agency_id} in {self.week}"


class CountByGrade(KeptCount):
    """Reports counted by grade, those of advertised premises apart."""

    source_grade = models.CharField(max_length=2)
    information_grade = models.CharField(max_length=2)
    advertised = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=[*ALIKE, "source_grade", "information_grade", "advertised"], name="count_by_grade_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.counted} of {self.agency_id} graded {self.source_grade}{self.information_grade}"


class CountByWay(KeptCount):
    """Reports counted by grade and the way on which people came: the route that is said, one country after the other.

    Where it says none, the nationalities of the victims that it mentions stand in for it. Both are codes of countries.
    """

    source_grade = models.CharField(max_length=2)
    information_grade = models.CharField(max_length=2)
    route = models.TextField(blank=True)
    nationalities = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=[*ALIKE, "source_grade", "information_grade", "route", "nationalities"], name="count_by_way_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.counted} of {self.agency_id} by {self.route or self.nationalities}"
