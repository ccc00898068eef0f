"""Who shares a block key: the mentions that are worth comparing.

A key that many share tells little and would cost much, so of each key only the first few mentions are read, however
many there are: a number that 10,000 mentions give costs as much as one that two hundred give.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from uuid import UUID

from django.db import connection

from pentameter.entities.linkage.api import LARGEST_BLOCK

LARGEST = LARGEST_BLOCK
"""Mentions under one key, past which it is read no further."""
_KEYS_A_QUERY = 100

_FIRST = "SELECT * FROM (SELECT value, mention_id FROM entities_block WHERE value = %s ORDER BY mention_id LIMIT %s) b"


def sharing(values: Collection[int], *, limit: int = LARGEST) -> dict[int, tuple[UUID, ...]]:
    """For each key its first mentions, at most one more than `limit`: more than `limit` means that there are many.

    One SQL query for every hundred keys, each key by index.
    """
    found: dict[int, list[UUID]] = defaultdict(list)
    for some in _some(sorted(set(values))):
        for value, mention in _rows(some, limit + 1):
            found[value].append(mention)
    return {value: tuple(mentions) for value, mentions in found.items()}


def _some(values: Iterable[int]) -> Iterator[tuple[int, ...]]:
    waiting = iter(values)
    while some := tuple(islice(waiting, _KEYS_A_QUERY)):
        yield some


def _rows(values: Sequence[int], limit: int) -> Iterator[tuple[int, UUID]]:
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([_FIRST] * len(values)), [one for value in values for one in (value, limit)])
        for value, mention in cursor.fetchall():
            yield value, mention if isinstance(mention, UUID) else UUID(mention)
