"""The database in which comments lie: at the public door the only one, behind the staff door the one beside it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import cast

from django.db import router, transaction

from pentameter.bulletins.comments.models import Comment


def alias() -> str:
    """What this process calls the database of comments."""
    return str(router.db_for_write(Comment))


def together() -> AbstractContextManager[None]:
    """One transaction in that database."""
    return cast(AbstractContextManager[None], transaction.atomic(using=alias()))


def afterwards(act: Callable[[], object]) -> None:
    """Do `act` once the transaction stands."""
    transaction.on_commit(act, using=alias())
