"""Two records side by side: of each fact whether it agrees, in words, and which letters differ.

This is for the eye. What the difference is worth is the model's to say (`linkage`), and may weigh otherwise.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pentameter.entities.rules.likeness import Parts, apart, near_number, plain, words_alike


class Likeness(StrEnum):
    """How a fact of one record stands to the same fact of the other.

    `ASIDE`: it differs, and says nothing of whether the two are one.
    """

    SAME = "same"
    NEAR = "near"
    DIFFERENT = "different"
    ASIDE = "aside"
    ONE_SIDED = "one_sided"


@dataclass(frozen=True, slots=True)
class Compared:
    """A fact of both records. `words` says how they stand to each other; of the parts, those that differ are marked."""

    name: str
    left: str
    right: str
    likeness: Likeness
    words: str
    left_parts: Parts = ()
    right_parts: Parts = ()


Facts = Mapping[str, str]
Answer = tuple[Likeness, str]

_ORDER = {
    "person": ("name", "dob", "sex", "nationality", "document", "role"),
    "phone": ("number",),
    "vehicle": ("registration", "description"),
    "premises": ("address", "postcode", "kind"),
    "advert": ("reference", "site"),
    "organisation": ("name",),
}
AROUND = ("place", "area", "theme")
"""What the reports say beside it, which can differ without speaking against its being one thing."""
_SAME: Answer = (Likeness.SAME, "the same")


def compare(kind: str, left: Facts, right: Facts) -> tuple[Compared, ...]:
    """Every fact that either record tells, those that tell most first."""
    return tuple(_compared(name, left.get(name, ""), right.get(name, "")) for name in _names(kind, left, right))


def _names(kind: str, left: Facts, right: Facts) -> Iterator[str]:
    """The facts of the kind, then any others, then what the reports say around it."""
    known = _ORDER.get(kind, ())
    others = sorted({*left, *right} - {*known, *AROUND})
    return (name for name in (*known, *others, *AROUND) if left.get(name) or right.get(name))


def _compared(name: str, left: str, right: str) -> Compared:
    if not left or not right:
        return Compared(name, left, right, Likeness.ONE_SIDED, "only one report says")
    if left == right:
        return Compared(name, left, right, *_SAME)
    likeness, words = _WAYS.get(name, _text)(left, right)
    marks = name in _SPELLED and likeness is Likeness.NEAR
    return Compared(
        name, left, right, likeness, words, apart(left, right) if marks else (), apart(right, left) if marks else ()
    )


def _text(left: str, right: str) -> Answer:
    if plain(left) == plain(right):
        return Likeness.SAME, "the same, written otherwise"
    if near := words_alike(left, right):
        return Likeness.NEAR, near
    return Likeness.DIFFERENT, "different"


def _number(left: str, right: str) -> Answer:
    one, other = plain(left).replace(" ", ""), plain(right).replace(" ", "")
    if one == other:
        return Likeness.SAME, "the same, written otherwise"
    if near := near_number(one, other):
        return Likeness.NEAR, near
    return Likeness.DIFFERENT, "different"


def _date(left: str, right: str) -> Answer:
    """ISO dates, or a year alone."""
    one, other = left.split("-"), right.split("-")
    if one[0] != other[0]:
        return _years(one, other)
    if len(one) < len(other) or len(other) < len(one):
        return Likeness.NEAR, "the same year; one report knows no day"
    if one[1:] == list(reversed(other[1:])):
        return Likeness.NEAR, "day and month are exchanged"
    return Likeness.NEAR, "the same year, another day"


def _years(one: list[str], other: list[str]) -> Answer:
    close = abs(int(one[0]) - int(other[0])) == 1 if one[0].isdecimal() and other[0].isdecimal() else False
    if len(one) == len(other) == 3 and one[1:] == other[1:]:
        return Likeness.NEAR, "the same day, one year apart" if close else "the same day of another year"
    if close:
        return Likeness.NEAR, "one year apart"
    return Likeness.DIFFERENT, "another year"


def _code(left: str, right: str) -> Answer:
    return Likeness.DIFFERENT, "different"


def _around(left: str, right: str) -> Answer:
    """Another place is no difference of what it is."""
    return _aside("not the same; people and things move", left, right)


def _role(left: str, right: str) -> Answer:
    return _aside("seen in another role", left, right)


def _theme(left: str, right: str) -> Answer:
    return _aside("in another connection", left, right)


def _aside(words: str, left: str, right: str) -> Answer:
    return _SAME if plain(left) == plain(right) else (Likeness.ASIDE, words)


_WAYS: Mapping[str, Callable[[str, str], Answer]] = {
    "dob": _date,
    "sex": _code,
    "nationality": _code,
    "kind": _code,
    "role": _role,
    "theme": _theme,
    "place": _around,
    "area": _around,
    "document": _number,
    "number": _number,
    "registration": _number,
    "postcode": _number,
    "reference": _number,
}
_SPELLED = frozenset({"name", "description", "address", "site", "document", "number", "registration", "reference"})
"""Facts whose letters are shown as they are told, so that those that differ can be marked."""
