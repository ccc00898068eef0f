"""Under which keys a new mention is looked up. Few, and each shared by few: a name never alone where it is common.

Recall is measured by `python -m benchmarks linkage`. A key under which more than `LARGEST` mentions lie says nothing,
and may be left out.
"""

from collections.abc import Iterator
from itertools import combinations

from pentameter.entities.linkage.facts import BlockKey, Prepared

LARGEST = 200


def block_keys(prepared: Prepared) -> tuple[BlockKey, ...]:
    """At most twelve keys; two mentions that share one are worth comparing."""
    return tuple(sorted(set(_keys(prepared)), key=lambda key: (key.rule, key.value)))


def _keys(one: Prepared) -> Iterator[BlockKey]:
    yield from (BlockKey("phone", number) for number in one.phones[:2])
    yield from (BlockKey("document", number[:-1]) for number in one.documents[:2])
    if one.postcode:
        yield BlockKey("postcode", one.postcode)
    if len(one.words) > 1:
        yield BlockKey("sounds", one.sounds)
    yield from _of_names(one)
    if one.birth_day:
        born = f"{one.birth_year}-{one.birth_day}"
        yield from (BlockKey("word and birth", f"{word}|{born}") for word in one.words)


def _of_names(one: Prepared) -> Iterator[BlockKey]:
    for pair in combinations(one.words, 2):
        yield BlockKey("name", " ".join(pair))
