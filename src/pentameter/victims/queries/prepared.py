"""A question put into SQL once and asked many times: for a list, putting it takes longer than answering it.

It is put for stand-ins, values that nothing else has. Whoever asks says what is meant by each.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Question:
    """A statement, and the values that stand in it."""

    sql: str
    values: tuple[Any, ...]

    def ask(self, meant: Mapping[Any, Any], *further: int) -> list[tuple[Any, ...]]:
        """The answer, with what is meant by each stand-in. One SQL query."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [*(meant.get(value, value) for value in self.values), *further])
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def put(asked: QuerySet[Any, Any], *, ending: str = "") -> Question:
    """The question of a query set, with an ending that takes further values."""
    sql, values = asked.query.sql_with_params()
    return Question(sql + ending, values)
