"""Names as words without order. The words of a mention are w1 to w3 in SQL, "" where it has fewer."""

from itertools import product

from rapidfuzz.distance import DamerauLevenshtein, Levenshtein

from pentameter.entities.linkage.comparisons.level import Comparison, Level, Shared, otherwise
from pentameter.entities.linkage.facts import Prepared
from pentameter.entities.linkage.words import MOST

_PLACES = range(1, MOST + 1)
_LONG, _SHORT = 6, 3


def _near_sql(left: int, right: int) -> str:
    """Two words that differ by a slip of the hand (in long words two), or are forms of one name."""
    one, other, form, form_other = f"w{left}_l", f"w{right}_r", f"f{left}_l", f"f{right}_r"
    slips = f"damerau_levenshtein({one}, {other})"
    long = f"length({one}) > {_LONG} and length({other}) > {_LONG}"
    return (
        f"({one} <> {other} and {one} <> '' and {other} <> '' and (({form} <> '' and {form} = {form_other})"
        f" or (length({one}) > {_SHORT} and length({other}) > {_SHORT}"
        f" and abs(length({one}) - length({other})) < 3 and {slips} <= case when {long} then 2 else 1 end)"
        f" or (length({one}) = {_SHORT} and length({other}) = {_SHORT} and {slips} = 1"
        f" and levenshtein({one}, {other}) = 2)))"
    )


def _near(one: str, form: str, other: str, form_other: str) -> bool:
    if one == other:
        return False
    if form and form == form_other:
        return True
    shortest = min(len(one), len(other))
    if shortest > _SHORT and abs(len(one) - len(other)) < 3:
        return DamerauLevenshtein.distance(one, other) <= (2 if shortest > _LONG else 1)
    return (
        len(one) == len(other) == _SHORT
        and DamerauLevenshtein.distance(one, other) == 1
        and Levenshtein.distance(one, other) == 2
    )


def _alike_sql(left: int, right: int) -> str:
    """Two words that were spoilt more than once: one slip more than `near`."""
    one, other = f"w{left}_l", f"w{right}_r"
    return (
        f"({one} <> {other} and length({one}) > {_SHORT} and length({other}) > {_SHORT}"
        f" and abs(length({one}) - length({other})) < 3 and damerau_levenshtein({one}, {other})"
        f" <= case when length({one}) > {_LONG} and length({other}) > {_LONG} then 3 else 2 end)"
    )


def _alike(one: str, other: str) -> bool:
    shortest = min(len(one), len(other))
    if one == other or shortest <= _SHORT or abs(len(one) - len(other)) > 2:
        return False
    return DamerauLevenshtein.distance(one, other) <= (3 if shortest > _LONG else 2)


def _any(parts: list[str]) -> str:
    return "(" + " or ".join(parts) + ")"


_IN_COMMON = "(" + " + ".join(f"cast(w{at}_l <> '' and w{at}_l in (w1_r, w2_r, w3_r) as int)" for at in _PLACES) + ")"
_NEAR = _any([_near_sql(left, right) for left, right in product(_PLACES, _PLACES)])
_ALIKE = _any([_alike_sql(left, right) for left, right in product(_PLACES, _PLACES)])
_COUNT_NEAR = (
    "(" + " + ".join(f"cast({_any([_near_sql(left, right) for right in _PLACES])} as int)" for left in _PLACES) + ")"
)
_BOTH_WHOLE = "word_count_l > 1 and word_count_r > 1"


def in_common(left: Prepared, right: Prepared) -> int:
    """How many words two names share."""
    return sum(word in right.words for word in left.words)


def _count_near(left: Prepared, right: Prepared) -> int:
    return sum(
        any(_near(one, form, other, other_form) for other, other_form in zip(right.words, right.forms, strict=True))
        for one, form in zip(left.words, left.forms, strict=True)
    )


def _whole(left: Prepared, right: Prepared) -> bool:
    return len(left.words) > 1 and len(right.words) > 1


def _same(left: Prepared, right: Prepared, shared: Shared) -> bool:
    return left.words == right.words and len(left.words) > 1


def _contains(left: Prepared, right: Prepared, shared: Shared) -> bool:
    found = in_common(left, right)
    return found > 1 and found == min(len(left.words), len(right.words))


def _sounds(left: Prepared, right: Prepared, shared: Shared) -> bool:
    return (_whole(left, right) and left.sounds == right.sounds) or left.letters == right.letters


def _one_and_near(left: Prepared, right: Prepared, shared: Shared) -> bool:
    return _whole(left, right) and in_common(left, right) == 1 and _count_near(left, right) > 0


def _one_the_first(left: Prepared, right: Prepared, shared: Shared) -> bool:
    return _whole(left, right) and in_common(left, right) == 1 and left.head == right.head


def _one_and_alike(left: Prepared, right: Prepared, shared: Shared) -> bool:
    pairs = product(left.words, right.words)
    return _whole(left, right) and in_common(left, right) == 1 and any(_alike(one, other) for one, other in pairs)


def _one_of_two(left: Prepared, right: Prepared, shared: Shared) -> bool:
    return _whole(left, right) and in_common(left, right) == 1


def _single(left: Prepared, right: Prepared) -> bool:
    return len(left.words) == 1 or len(right.words) == 1


NAME = Comparison(
    "name",
    "w1_l = '' or w1_r = ''",
    lambda left, right, shared: not (left.words and right.words),
    (
        Level("same", "Same name", "name_key_l = name_key_r and word_count_l > 1", _same, by_name=True),
        Level(
            "same_single",
            "Same single name",
            "name_key_l = name_key_r",
            lambda left, right, shared: left.words == right.words,
            by_name=True,
        ),
        Level(
            "contains",
            "One name has a further word, the rest is the same",
            f"{_IN_COMMON} > 1 and {_IN_COMMON} = least(word_count_l, word_count_r)",
            _contains,
            by_name=True,
        ),
        Level(
            "two",
            "Two words of the name are the same, others differ",
            f"{_IN_COMMON} > 1",
            lambda left, right, shared: in_common(left, right) > 1,
            by_name=True,
        ),
        Level(
            "sounds",
            "Same name in another spelling",
            f"({_BOTH_WHOLE} and sounds_l = sounds_r) or letters_l = letters_r",
            _sounds,
            by_name=True,
        ),
        Level(
            "one_and_near",
            "One word of the name is the same, another differs by a slip or is another form of it",
            f"{_BOTH_WHOLE} and {_IN_COMMON} = 1 and {_NEAR}",
            _one_and_near,
            by_name=True,
        ),
        Level(
            "one_the_first",
            "The first word of the name is the same, the rest differs",
            f"{_BOTH_WHOLE} and {_IN_COMMON} = 1 and head_l = head_r",
            _one_the_first,
        ),
        Level(
            "one_and_alike",
            "One word of the name is the same, another resembles it",
            f"{_BOTH_WHOLE} and {_IN_COMMON} = 1 and {_ALIKE}",
            _one_and_alike,
            by_name=True,
        ),
        Level(
            "one_of_two",
            "One word of the name is the same, the others are different names",
            f"{_BOTH_WHOLE} and {_IN_COMMON} = 1",
            _one_of_two,
        ),
        Level(
            "single_in",
            "One gives a single name, which the other has too",
            f"{_IN_COMMON} = 1",
            lambda left, right, shared: in_common(left, right) == 1,
            by_name=True,
        ),
        Level(
            "single_near",
            "One gives a single name, which differs from the other's by a slip",
            f"(word_count_l = 1 or word_count_r = 1) and {_NEAR}",
            lambda left, right, shared: _single(left, right) and _count_near(left, right) > 0,
            by_name=True,
        ),
        Level(
            "single_other",
            "One gives a single name, which the other does not have: perhaps a working name",
            "word_count_l = 1 or word_count_r = 1",
            lambda left, right, shared: _single(left, right),
        ),
        Level(
            "two_near",
            "Two words of the name differ by a slip each",
            f"{_COUNT_NEAR} > 1",
            lambda left, right, shared: _count_near(left, right) > 1,
            by_name=True,
        ),
        Level(
            "one_near",
            "One word of the name differs by a slip, the others are different names",
            f"{_NEAR}",
            lambda left, right, shared: _count_near(left, right) > 0,
        ),
        otherwise("different", "Different names"),
    ),
)
