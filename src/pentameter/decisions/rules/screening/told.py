"""A line as it was sent and what was found for it, as JSON to be sealed, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pentameter.decisions.matching import Birth, Explained, Subject

_MOST_REASONS = 20
_MOST_CASES = 500


@dataclass(frozen=True, slots=True)
class Match:
    """Someone protected whom a line could be, and why, in words."""

    case: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What the matching found for a line: whom it could be, the likeliest first, and what could not be read.

    Reasons are kept for the likeliest; `cases` are all, unless they are a `crowd` too large to be named.
    """

    matches: tuple[Match, ...] = ()
    doubts: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    crowd: bool = False

    def has_somebody_beside(self, earlier: "Found") -> bool:
        """Whether it could be somebody whom it could not be earlier. Of a crowd that is never ruled out.

        Who has become known by another name, birth or document counts as somebody else: other things speak for her now.
        """
        known = set(self.cases) <= set(earlier.cases) and set(self.matches) <= set(earlier.matches)
        return self.crowd or not known


def name_of(subject: Subject) -> str:
    """A line's name as it was sent."""
    whole = " ".join(part for part in (subject.given, subject.surname) if part)
    return subject.name or whole


def surnames_of(subjects: Iterable[Subject]) -> tuple[str, ...]:
    """The surnames of a few lines in one form; the last word of a whole name stands for one."""
    found = (one.surname or one.name.rpartition(" ")[2] for one in subjects)
    return tuple(dict.fromkeys(name.strip().casefold() for name in found if name.strip()))


def subject_as_json(subject: Subject) -> dict[str, Any]:
    """A line as it was sent."""
    return asdict(subject)


def subject_from_json(facts: Any) -> Subject:
    """The same, opened."""
    said = dict(facts)
    born = said.pop("born")
    doubts = tuple(said.pop("doubts"))
    return Subject(**said, born=Birth(**born) if born else None, doubts=doubts)


def found_of(explained: Explained) -> Found:
    """What was found. Of the points nothing is kept: the desk judges by the reasons."""
    matches = tuple(Match(one.person, one.reasons) for one in explained.evidence[:_MOST_REASONS])
    people = explained.people
    return Found(matches, explained.doubts, people[:_MOST_CASES], crowd=len(people) > _MOST_CASES)


def found_as_json(found: Found) -> dict[str, Any]:
    """To be sealed."""
    return asdict(found)


def found_from_json(facts: Any) -> Found:
    """The same, opened."""
    said: Mapping[str, Any] = facts
    matches = tuple(Match(str(one["case"]), tuple(one["reasons"])) for one in said["matches"])
    return Found(matches, tuple(said["doubts"]), tuple(said["cases"]), crowd=bool(said["crowd"]))
