"""Mentions that may answer a question, from the sealed index. They still have to be opened and compared."""

from collections.abc import Callable, Collection, Iterable
from functools import reduce
from heapq import nlargest
from uuid import UUID

from pentameter.entities.models import Found
from pentameter.entities.postings import opened, place_of
from pentameter.entities.rules.finding import Key, Question, What, forms_of, keys_of_part, keys_of_word
from pentameter.intelligence.api import shelf_words
from pentameter.kernel.actor import Actor

Under = dict[Key, set[bytes]]


MOST_OF_FORMS = 100
"""Mentions that only another form of the name finds: no more are opened, so that a common name costs not twice."""


def candidates(asked: Question, by: Actor, *, most: int) -> tuple[list[UUID], bool]:
    """The mentions on the actor's shelves that may answer, at most so many; whether there are more. One SQL query.

    Those of which every word stands there as it was asked for come first, then what sounds like them, then what other
    forms of the name find; of each the latest.
    """
    places = {place_of(shelf, key): key for shelf in shelf_words(by) for key in _keys(asked)}
    under: Under = {key: set() for key in places.values()}
    for place, held in Found.objects.filter(value__in=list(places)).values_list("value", "sealed"):
        under[places[place]] |= set(opened(place, held))
    written = _all([under.get((What.NAME, word), set()) for word in asked.words])
    found = _by_name(asked, under, keys_of_word)
    formed = _by_name(asked, under, _keys_of) - found
    for what, part in _parts(asked):
        found |= _all([under.get(key, set()) for key in keys_of_part(what, part)])
    chosen = nlargest(most, written)
    chosen += nlargest(most - len(chosen), found - written)
    chosen += nlargest(min(most - len(chosen), MOST_OF_FORMS), formed - found)
    return [UUID(bytes=one) for one in chosen], len(found | formed) > len(chosen)


def _keys(asked: Question) -> set[Key]:
    words = {key for word in asked.words for key in _keys_of(word)}
    return words | {key for what, part in _parts(asked) for key in keys_of_part(what, part)}


def _keys_of(word: str) -> set[Key]:
    """A word as it is written, as it sounds, and in the other forms of the name that it may be."""
    return {*keys_of_word(word), *((What.NAME, form) for form in forms_of(word))}


def _parts(asked: Question) -> list[tuple[What, str]]:
    codes = [(What.CODE, asked.code)] if asked.code else []
    return [*codes, *((What.PHONE, part) for part in sorted(asked.phones))]


def _by_name(asked: Question, under: Under, keys_of: Callable[[str], Collection[Key]]) -> set[bytes]:
    return _all([_either(under.get(key, set()) for key in keys_of(word)) for word in asked.words])


def _either(sets: Iterable[set[bytes]]) -> set[bytes]:
    return set().union(*sets)


def _all(sets: list[set[bytes]]) -> set[bytes]:
    """What is in every one of them, the smallest first."""
    return reduce(lambda some, other: some & other, sorted(sets, key=len)) if sets else set()
