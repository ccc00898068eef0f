"""Two acts that wait for each other, or cannot both stand: PostgreSQL breaks one off, and that one is done once more.

Nothing of it was saved, so that to do it again is to do it once. What the act did outside the database would be done
twice: who calls this has nothing of the kind. Before it is done again the other is given a moment to finish, or the
two would meet once more; the moment differs, for two may be broken off together.
"""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError, connection

BROKEN_OFF = frozenset({"40P01", "40001"})
"""PostgreSQL's codes for a deadlock and for a serialization failure."""

PAUSE = (0.1, 0.3)
"""Seconds, at least and at most."""

T = TypeVar("T")


def once_more(act: Callable[[], T]) -> T:
    """The act's answer; if the database broke its transaction off, that of its second and last attempt.

    Inside a transaction of the caller's there is nothing to do again: the whole of it is broken off.
    """
    if connection.in_atomic_block:
        return act()
    try:
        return act()
    except OperationalError as broken:
        if getattr(broken.__cause__, "sqlstate", None) not in BROKEN_OFF:
            raise
    time.sleep(random.SystemRandom().uniform(*PAUSE))
    return act()
