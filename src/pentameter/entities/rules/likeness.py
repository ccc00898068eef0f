"""How two spellings stand to each other, and which of their letters differ."""

from difflib import SequenceMatcher

from anyascii import anyascii

Parts = tuple[tuple[str, bool], ...]
"""A text in parts, each with whether it differs from the other text."""

_ALIKE = 0.72
"""From this likeness on (matching letters of all letters) one word may be the other's misspelling."""


def plain(text: str) -> str:
    """The words in plain Latin letters and figures, small, with single spaces between."""
    latin = anyascii(text).lower()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in latin).split())


def words_alike(left: str, right: str) -> str:
    """In what way two names may be one; "" if in none."""
    one, other = plain(left).split(), plain(right).split()
    if sorted(one) == sorted(other):
        return "the same words in another order"
    if set(one) < set(other) or set(other) < set(one):
        return "one report gives only part of it"
    left_alone, right_alone = sorted(set(one) - set(other)), sorted(set(other) - set(one))
    if _ratio(" ".join(left_alone), " ".join(right_alone)) >= _ALIKE:
        return "spelled otherwise"
    return "part of it is the same" if set(one) & set(other) else ""


def near_number(one: str, other: str) -> str:
    """In what way two numbers may be one that was misread; "" if in none."""
    if min(len(one), len(other)) >= 4 and (one.endswith(other) or other.endswith(one)):
        return "one report gives only part of it"
    if len(one) == len(other):
        differing = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(differing) == 1:
            return "one character differs"
        if len(differing) == 2 and sorted(one) == sorted(other):
            return "two characters are exchanged"
    return ""


def apart(text: str, other: str) -> Parts:
    """The text in parts: marked is what the other does not have. The order of words is no difference."""
    theirs = [_run(word) for word in other.split()]
    parts: list[tuple[str, bool]] = []
    for number, word in enumerate(text.split()):
        if number:
            parts.append((" ", False))
        parts.extend(_word(word, theirs))
    return _joined(parts)


def _run(word: str) -> str:
    """A word without what stands between its letters."""
    return plain(word).replace(" ", "")


def _word(word: str, theirs: list[str]) -> Parts:
    mine = _run(word)
    if mine in theirs:
        return ((word, False),)
    nearest = max(theirs, key=lambda one: _ratio(mine, one), default="")
    if _ratio(mine, nearest) < 0.5 or len(mine) != len(word):
        return ((word, True),)
    found = SequenceMatcher(None, mine, nearest, autojunk=False).get_opcodes()
    return tuple((word[start:end], tag != "equal") for tag, start, end, _, _ in found if end > start)


def _joined(parts: list[tuple[str, bool]]) -> Parts:
    """Neighbours that are both marked, or both not, become one."""
    found: list[tuple[str, bool]] = []
    for text, differs in parts:
        if found and found[-1][1] == differs:
            found[-1] = (found[-1][0] + text, differs)
        else:
            found.append((text, differs))
    return tuple(found)


def _ratio(one: str, other: str) -> float:
    """The same from both sides, which the matcher alone does not promise."""
    first, second = sorted((one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
