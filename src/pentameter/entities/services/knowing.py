"""Names and telephones are counted as people come in, so that how common they are is known at once.

Who is told by the same name and the same date of birth is counted once, however often reports name them; and a
telephone once for each name that gave it. To count again what was counted, as a new model does, changes nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db import connection
from django.db.models import F

from pentameter.entities.keys import digest
from pentameter.entities.linkage.api import Prepared
from pentameter.entities.models import Known
from pentameter.entities.queries.known import PEOPLE, value_of

_MORE = (
    "INSERT INTO entities_known (value, people) VALUES (%s, %s)"
    " ON CONFLICT (value) DO UPDATE SET people = entities_known.people + excluded.people"
)
_AT_ONCE = 5_000


def learn(people: Iterable[Prepared]) -> None:
    """Count these people. Whoever calls it is alone in doing so until their transaction ends."""
    told = {value: counted for one in people for value, counted in _told(one)}
    new = told.keys() - _there(sorted(told))
    more = Counter(dict.fromkeys(new, 1))
    more.update(value_of(term) for value in new for term in told[value])
    if more:
        with connection.cursor() as cursor:
            cursor.executemany(_MORE, sorted(more.items()))


def unlearn(gone: Iterable[Prepared], others: Iterable[Prepared]) -> None:
    """Count these people no more, unless one of the others is told in just the same way. The caller is alone in it."""
    told = {value: counted for one in gone for value, counted in _told(one)}
    still = {value for one in others for value, _ in _told(one)}
    there = _there(sorted(told.keys() - still))
    fewer = Counter(value_of(term) for value in there for term in told[value])
    Known.objects.filter(value__in=there).delete()
    for value, people in sorted(fewer.items()):
        Known.objects.filter(value=value, people__lte=people).delete()
        Known.objects.filter(value=value).update(people=F("people") - people)


def _told(one: Prepared) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each way in which a person is told apart, as a digest, and the terms that it counts for."""
    if not one.words:
        return
    names = [f"name {one.name_key}", *(f"name {word}" for word in one.words if len(one.words) > 1)]
    yield digest("told", f"{one.name_key}|{one.birth_year}|{one.birth_day}"), (PEOPLE, *names)
    for number in one.phones:
        yield digest("given", f"{number}|{one.name_key}"), (f"phone {number}",)


def _there(values: list[int]) -> set[int]:
    parts = (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
    return {value for part in parts for value in Known.objects.filter(value__in=part).values_list("value", flat=True)}
