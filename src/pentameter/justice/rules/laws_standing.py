"""How a law stands on a day, and for how long it was in force until then, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pentameter.justice.rules.offence import Mark, Span
from pentameter.kernel.actor import Jurisdiction
from pentameter.look import words

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NEARLY = 9
"""From so many months on a year is nearly full."""


class Standing(StrEnum):
    """How a law stands on a day."""

    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    NO_LONGER = "no_longer"
    UNKNOWN = "unknown"

    @property
    def words(self) -> str:
        """As people say it."""
        return "not known" if self is Standing.UNKNOWN else self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Force:
    """One stretch in which a law was in force until a day, in the jurisdictions that have it alike.

    `start` None: since when is not known. `to` None: it still was on the day. What came after the day has no mark.
    """

    places: tuple[Jurisdiction, ...]
    start: date | None
    to: date | None
    already: date | None
    common_law: bool
    marks: frozenset[Mark]

    @property
    def where(self) -> str:
        """The jurisdictions, told apart by a semicolon: some have an "and" of their own."""
        return "; ".join(place.label for place in self.places)

    @property
    def when(self) -> str:
        """Since when, or from when to when, with what of it is to confirm."""
        if self.common_law:
            return "common law, in force already; since when is to confirm"
        since = words.day(self.start or self.already) + _mark(Mark.START, self.marks)
        if self.start is None:
            return (
                f"since when is not known; in force already on {since}" if self.already else "since when is not known"
            )
        if self.to is None:
            return f"since {since}"
        return f"from {since} to {words.day(self.to)}{_mark(Mark.END, self.marks)}"

    @property
    def words(self) -> str:
        """Where and when."""
        return f"{self.where}: {self.when}"


def standing(span: Span, on: date) -> Standing:
    """How a law stands in one jurisdiction on a day."""
    if not span.known:
        return Standing.NOT_YET if span.not_before and on < span.not_before else Standing.UNKNOWN
    if span.covers(on):
        return Standing.IN_FORCE
    return Standing.NO_LONGER if span.to is not None and span.to < on else Standing.NOT_YET


def forces(spans: Mapping[Jurisdiction, Span], on: date) -> tuple[Force, ...]:
    """The stretches until a day, those alike together: what ends later had not ended yet. Not yet begun is left out."""
    alike: dict[Force, list[Jurisdiction]] = {}
    for place, span in spans.items():
        if standing(span, on) is not Standing.NOT_YET:
            alike.setdefault(_until(span, on), []).append(place)
    return tuple(
        Force(tuple(places), one.start, one.to, one.already, one.common_law, one.marks) for one, places in alike.items()
    )


def _until(span: Span, on: date) -> Force:
    over = span.to is not None and span.to < on
    marks = span.to_confirm if over else span.to_confirm - {Mark.END}
    return Force((), span.start, span.to if over else None, span.already, span.common_law, marks - {Mark.PENALTY})


def lasted(start: date, until: date) -> str:
    """How long from the first day to the last, both counted: "nearly three years", "over two years", "ten months"."""
    months = _months(start, until)
    years, rest = divmod(months, 12)
    if months == 0:
        return "less than a month"
    if years == 0:
        return "nearly a year" if rest >= _NEARLY + 2 else _counted(rest, "month")
    if rest >= _NEARLY:
        return f"nearly {_counted(years + 1, 'year')}"
    whole = _counted(years, "year")
    return f"over {whole}" if rest else whole


def _months(start: date, until: date) -> int:
    """Whole months."""
    months = (until.year - start.year) * 12 + until.month - start.month
    return max(months - (until.day < start.day), 0)


def _counted(count: int, what: str) -> str:
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} {what}{'' if count == 1 else 's'}"


def _mark(mark: Mark, marks: frozenset[Mark]) -> str:
    return " (to confirm)" if mark in marks else ""
