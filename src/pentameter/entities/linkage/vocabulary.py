"""Words that are a slip away from a much commoner word of the same file: for finding pairs, not for scoring.

Without it, a name with a slip in it shares no word with the same name. Scoring never sees the corrected words: there a
slip is a slip.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rapidfuzz.distance import OSA

SELDOM = 10
"""Mentions up to which a word may be a slip, at 100,000; in a larger file the same slip is made oftener."""
TIMES_COMMONER = 5
SHORTEST = 3
_REFERENCE = 100_000


def corrected(counts: Mapping[str, int], mentions: int) -> dict[str, str]:
    """For each word that seems a slip the word that is meant: the commonest within one slip."""
    seldom = SELDOM * max(1.0, mentions / _REFERENCE)
    common = _by_deletion({word: count for word, count in counts.items() if count >= TIMES_COMMONER})
    found = {}
    for word, count in counts.items():
        if count <= seldom and len(word) >= SHORTEST and (meant := _meant(word, count, common, counts)):
            found[word] = meant
    return found


def _meant(word: str, count: int, common: Mapping[str, list[str]], counts: Mapping[str, int]) -> str:
    near = {other for key in deletions(word) for other in common.get(key, ())}
    able = [other for other in near if counts[other] > count * TIMES_COMMONER and OSA.distance(word, other) == 1]
    return max(able, key=lambda other: (counts[other], other), default="")


def _by_deletion(words: Mapping[str, int]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= SHORTEST:
            for key in deletions(word):
                found[key].append(word)
    return found


def deletions(word: str) -> Iterator[str]:
    """The word, and the word with each of its letters left out: two words a slip apart have one of these in common."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
