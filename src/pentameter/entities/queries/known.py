"""How many people have a name or a telephone, as linking asks it: what is common is worth little."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from pentameter.entities.keys import digest
from pentameter.entities.linkage.api import Prepared
from pentameter.entities.models import Known

PEOPLE = "people"
FEWEST = 60_000
"""People in a collection as large as the one that the model's thresholds were found on. A smaller one is taken to be
as large: if not, two people taken at random would seem likely to be one, and the machine would be too sure."""
_AT_ONCE = 5_000


def terms(one: Prepared) -> Iterator[str]:
    """All that linking may ask of a person, in its own words."""
    yield PEOPLE
    if one.words:
        yield f"name {one.name_key}"
        yield from (f"name {word}" for word in one.words if len(one.words) > 1)
    yield from (f"phone {number}" for number in one.phones)


def shared(people: Iterable[Prepared]) -> Callable[[str], int]:
    """Answers for everything that these people have; 0 for what nobody has, and for a number of people that is small.

    One SQL query for 5,000 of it.
    """
    values = {term: value_of(term) for one in people for term in terms(one)}
    counts = _counts(set(values.values()))
    found = {term: counts.get(value, 0) for term, value in values.items()}
    if found.get(PEOPLE, 0) < FEWEST:
        found[PEOPLE] = 0
    return lambda term: found.get(term, 0)


def value_of(term: str) -> int:
    """A term as the table has it."""
    return digest("known", term)


def _counts(values: Iterable[int]) -> dict[int, int]:
    waiting = iter(sorted(values))
    found: dict[int, int] = {}
    while some := tuple(islice(waiting, _AT_ONCE)):
        found |= dict(Known.objects.filter(value__in=some).values_list("value", "people"))
    return found
