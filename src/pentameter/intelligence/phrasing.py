"""How a report's words are written down to be found, and what a search for words asks.

Both sides are written in plain letters and figures, so that a Cyrillic word is found by its Latin spelling, and so that
no sign that a database's search language knows can reach it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from pentameter.intelligence.intake.normalise.words import plain_words

LONGEST = 200
MOST_WORDS = 16
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"') | {"\x00": " "})
_PART = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side. `begins`: the last is the beginning of a word. `wanted`: or else left out."""

    words: tuple[str, ...]
    begins: bool = False
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Phrasing:
    """What a search for words asks, or in `problem` what has to be mended first."""

    terms: tuple[Term, ...] = ()
    problem: str = ""

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The terms that have to be there."""
        return tuple(term for term in self.terms if term.wanted)


@lru_cache(maxsize=4096)
def as_word(shelf: str) -> str:
    """The name of a shelf as nine letters and figures that no database takes apart."""
    return f"x{blake2b(shelf.encode(), digest_size=4).hexdigest()}"


def shelved(words: Iterable[str], shelves: Iterable[str]) -> str:
    """A text for the index: its words once for each shelf, each behind the shelf's own, so that shelves lie apart."""
    said = tuple(words)
    return " ".join(f"{shelf}{word}" for shelf in shelves for word in said)


@lru_cache(maxsize=256)
def phrasing(asked: str) -> Phrasing:
    """What was typed: words that all have to be there, "phrases", -left out, begin*. Never an error."""
    if len(asked) > LONGEST:
        return Phrasing(problem=f"That is longer than {LONGEST} characters. Look for a few words of it.")
    found = tuple(term for match in _PART.finditer(asked.translate(_QUOTES)) if (term := _term(match)) is not None)
    return Phrasing(found, _problem(found))


def _term(match: re.Match[str]) -> Term | None:
    typed = match["word"] if match["phrase"] is None else match["phrase"]
    words = plain_words(typed)
    return Term(words, typed.endswith("*"), not match["minus"]) if words else None


def _problem(terms: tuple[Term, ...]) -> str:
    if not terms:
        return "Type a word, a name, or part of a number."
    if not any(term.wanted for term in terms):
        return "Add a word to look for: a search cannot only leave words out."
    if any(term.begins and len(term.words[-1]) < 2 for term in terms):
        return "Write at least two letters before the *."
    if sum(len(term.words) for term in terms) > MOST_WORDS:
        return f"Look for at most {MOST_WORDS} words at a time."
    return ""
