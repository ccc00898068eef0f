"""Is there a problem here at all? What a force's looking, and what was reported, allow to be concluded. Pure.

Who looked and found nothing has not shown that nothing is there: it has bounded it, as far as its effort reaches. If
each of n visits finds somebody, where somebody is, with chance d, and the places visited are like those not visited,
then n visits without a find leave at most

    (1 - 0.05 ** (1 / n)) / d

of such places with somebody in them, with 95% confidence. For d = 1 and larger n that is near 3 / n, the rule of three
(Hanley and Lippman-Hand 1983, If nothing goes wrong, is everything all right? JAMA 249, 1743). Who never looked has
bounded nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

CONFIDENCE = 0.95
CHANCES = (1.0, 0.5, 0.2)
"""How often a visit finds somebody who is there: always, in half of the cases, in one of five. None is known."""


class Conclusion(StrEnum):
    """What may be concluded, from the most to the least."""

    HERE = "here"
    SIGNS = "signs"
    BOUNDED = "bounded"
    UNMEASURED = "unmeasured"
    NOTHING = "nothing"

    @property
    def words(self) -> str:
        """In a few words."""
        return _WORDS[self]


_WORDS = {
    Conclusion.HERE: "There is a problem here",
    Conclusion.SIGNS: "There are signs, and nobody was found",
    Conclusion.BOUNDED: "Looked, and found nobody",
    Conclusion.UNMEASURED: "Looked, and it is not known how much",
    Conclusion.NOTHING: "Nothing can be concluded",
}


@dataclass(frozen=True, slots=True)
class Looking:
    """What a force did and what is known of its area in a wave.

    Weeks are those in which it took part, as far as they are over or have a return. `visits` are premises visited in
    weeks that ended without a find; `reports` are those about its area.
    """

    found: int = 0
    nil: int = 0
    not_looked: int = 0
    silent: int = 0
    visits: int = 0
    people: int = 0
    reports: int = 0

    @property
    def weeks(self) -> int:
        """All weeks in which it took part."""
        return self.found + self.nil + self.not_looked + self.silent

    @property
    def looked(self) -> int:
        """The weeks in which it looked."""
        return self.found + self.nil


@dataclass(frozen=True, slots=True)
class Bound:
    """If a visit finds somebody who is there with chance `chance`, at most `share` of such places hold somebody.

    `share` None: so little effort, or so small a chance, bounds nothing.
    """

    chance: float
    share: float | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What may be concluded, what can be said and what cannot, and the bounds that the effort supports."""

    conclusion: Conclusion
    can: tuple[str, ...]
    cannot: tuple[str, ...]
    bounds: tuple[Bound, ...] = ()


def conclude(seen: Looking) -> Answer:
    """The answer for a force. People who were found count most; silence counts for nothing, in either direction."""
    conclusion = _conclusion(seen)
    bounds = tuple(bound(seen.visits, chance) for chance in CHANCES) if conclusion is Conclusion.BOUNDED else ()
    return Answer(conclusion, tuple(_can(seen, conclusion)), tuple(_cannot(seen, conclusion)), bounds)


def bound(visits: int, chance: float) -> Bound:
    """The upper bound that so many visits without a find support."""
    if visits < 1:
        return Bound(chance, None)
    share = (1 - (1 - CONFIDENCE) ** (1 / visits)) / chance
    return Bound(chance, share if share < 1 else None)


def _conclusion(seen: Looking) -> Conclusion:
    if seen.people:
        return Conclusion.HERE
    if seen.reports or seen.found:
        return Conclusion.SIGNS
    if seen.nil:
        return Conclusion.BOUNDED if seen.visits else Conclusion.UNMEASURED
    return Conclusion.NOTHING


def _can(seen: Looking, conclusion: Conclusion) -> Iterator[str]:
    if conclusion is Conclusion.HERE:
        yield f"{_people(seen.people)} found who may be victims, by the force's own returns."
        yield "Somebody who was met in two weeks may stand in the returns twice."
    if seen.reports:
        yield f"{_count(seen.reports, 'report is', 'reports are')} about this area."
    if seen.found and not seen.people:
        yield f"In {_count(seen.found, 'week', 'weeks')} the force found something, and nobody who may be a victim."
    if conclusion is Conclusion.BOUNDED:
        visits, weeks = _count(seen.visits, "place", "places"), _count(seen.nil, "week", "weeks")
        yield f"The force visited {visits} in {weeks} and found nobody. What that bounds stands in the table."
    if conclusion is Conclusion.UNMEASURED:
        weeks = _count(seen.nil, "week", "weeks")
        yield f"The force looked in {weeks} and found nobody. Its returns name no place that was visited."
    if conclusion is Conclusion.NOTHING:
        yield "Nobody is known to have looked, and nothing was reported. Whether anybody is here stays open."


def _cannot(seen: Looking, conclusion: Conclusion) -> Iterator[str]:
    if conclusion in (Conclusion.HERE, Conclusion.SIGNS):
        yield "How many more there are cannot be said from this. An estimate needs several organisations' lists."
    if conclusion is Conclusion.SIGNS:
        yield "Reports may be mistaken, or be of one thing several times. They are a reason to look."
    if conclusion is Conclusion.BOUNDED:
        yield "That nobody is here cannot be said. Places that were not visited may differ from those that were."
    if conclusion is Conclusion.UNMEASURED:
        yield "Without the number of places visited no bound can be given: a nil return says that, not how much."
    if seen.silent:
        yield f"Of {_count(seen.silent, 'week', 'weeks')} there is no return. Nothing is known of them."
    if seen.not_looked:
        yield f"In {_count(seen.not_looked, 'week', 'weeks')} the force did not look. They say nothing of the area."


def _people(count: int) -> str:
    return "One person was" if count == 1 else f"{count:,} people were"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
