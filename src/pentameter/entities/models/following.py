"""How far placing has come."""

from django.db import models


class Followed(models.Model):
    """The number of the last report of an agency whose mentions are placed and matched.

    A step holds all of these rows: were two to match at once, neither would see what the other places, and a pair of
    mentions would be missed.
    """

    agency = models.OneToOneField("accounts.Agency", on_delete=models.PROTECT, primary_key=True, related_name="+")
    arrival = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.agency_id} up to {self.arrival}"
