"""What mentions are found by."""

from django.db import models


class Found(models.Model):
    """Some of the mentions under a key, sealed. `value` is a digest of the key and of a shelf of readers.

    Neither which mention stands under which key nor which keys belong to one mention can be told without the root key
    (docs/adr/0017).
    """

    value = models.BigIntegerField(db_index=True)
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return "mentions under a key"
