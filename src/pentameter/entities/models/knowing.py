"""What is known of names and telephones: how many have them."""

from django.db import models


class Known(models.Model):
    """A digest of something that people have in common, and how many differently told people have it."""

    value = models.BigIntegerField(primary_key=True)
    people = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.people} have it"
