"""Names as words without order: what is left of any script, spelling or sequence in which a name was told."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pentameter.kernel.names import letters, sounds, tables

MOST = 3
"""Words of a name that are compared; of more, the longest, which tell most."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a name in the order of the alphabet; `forms` belong to the word at the same place.

    `head` is the word that was told first: mostly the given name, which tells a married woman from her twin.
    `sounds` and `letters` are equal for names that a transliteration, or a missing space, made different.
    """

    plain: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    head: str = ""
    sounds: str = ""
    letters: str = ""

    @property
    def key(self) -> str:
        """All words: equal for the same name in another order."""
        return " ".join(self.plain)


def words(name: str) -> Words:
    """The words that tell people apart, each in the spelling in which all spellings of its sounds meet.

    A name of initials alone tells nobody apart, and is no name; beside a word, initials are left out.
    """
    told = [word.text for word in letters.words(name)]
    return _of(word for word in _telling(told) if len(word) > 1)


def _of(told: Iterable[str]) -> Words:
    found: dict[str, str] = {}
    for word in told:
        found.setdefault(sounds.fine(word), word)
    if not found:
        return Words()
    head = next(iter(found))
    kept = sorted(sorted(found, key=lambda word: (-len(word), word))[:MOST])
    return Words(
        tuple(kept),
        tuple(_form(found[word]) for word in kept),
        head,
        " ".join(sorted(_sound(found[word]) for word in kept)),
        "".join(sorted("".join(kept))),
    )


def _telling(told: list[str]) -> list[str]:
    names = [word for word in told if word not in tables.empty_words()]
    telling = [word for word in names if word not in tables.particles()]
    return telling if len(telling) > 1 else names


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """One of the coarse readings: what transliterations take for one another is one."""
    return min(sounds.coarse(word), default=word)


@lru_cache(maxsize=65536)
def _form(word: str) -> str:
    """The group of names of which the word is a short, pet or foreign form; "" for none."""
    groups = tables.groups().get(word)
    return str(min(groups)) if groups else ""
