"""Under which keys a new mention is looked up. Few, and each shared by few.

A key under which more than `LARGEST` mentions lie says nothing, and is left out by whoever looks up: a name that many
bear is found by the keys that join it to a year of birth or a place. `python -m benchmarks linkage` measures what share
of true pairs have a key in common, by rule.
"""

from collections.abc import Iterator
from itertools import combinations, islice

from pentameter.entities.linkage.facts import BlockKey, Prepared

LARGEST = 200
MOST = 12


def block_keys(prepared: Prepared) -> tuple[BlockKey, ...]:
    """At most twelve keys, the most telling first; two mentions that share one are worth comparing."""
    return tuple(islice(dict.fromkeys(_keys(prepared)), MOST))


def _keys(one: Prepared) -> Iterator[BlockKey]:
    yield from (BlockKey("phone", number) for number in one.phones[:2])
    yield from (BlockKey("document", number[:-1]) for number in one.documents[:2])
    if one.postcode:
        yield BlockKey("postcode", one.postcode)
    names = [" ".join(pair) for pair in combinations(one.words, 2)]
    yield from (BlockKey("name", name) for name in names)
    if names:
        yield BlockKey("sounds", one.sounds)
    if one.birth_day:
        born = f"{one.birth_year}-{one.birth_day}"
        yield from (BlockKey("word and birth", f"{word}|{born}") for word in one.words)
    if one.birth_year:
        yield from (BlockKey("name and year", f"{name}|{one.birth_year}") for name in names)
    if one.place:
        yield from (BlockKey("name and place", f"{name}|{one.place}") for name in names)
