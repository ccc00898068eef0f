"""Which versions of the root key there are. The keys themselves lie in files outside the data."""

from django.db import models


class RootVersion(models.Model):
    """A version of the root key. The largest number wraps; earlier ones open what they wrapped, until retired.

    An installation that never changed its root key has no row, and version 1.
    """

    number = models.PositiveIntegerField(primary_key=True)
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"root key {self.number}"
