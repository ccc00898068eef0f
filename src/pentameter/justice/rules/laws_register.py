"""The register on a day: each law, what was recorded under it, and whether it has never led to a conviction.

A law stands out once it is in force, and also when it is over, until the first conviction under it is recorded. What is
charged alongside other offences (money laundering, kidnapping) does not stand out: it is used far beyond this
operation, and no conviction here says nothing of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pentameter.justice.rules.laws_standing import Force, Standing, forces, lasted, standing
from pentameter.justice.rules.offence import Mark, Offence, Scope
from pentameter.kernel.actor import Jurisdiction
from pentameter.look import words


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded under one law until a day. `first_conviction_on` None: no conviction stands."""

    arrests: int = 0
    charges: int = 0
    convictions: int = 0
    first_conviction_on: date | None = None


NOTHING = Recorded()


class Happening(StrEnum):
    """What is counted under a law. The offence on arrest is kept apart from the one charged, and each has its own."""

    ARREST = "arrest"
    CHARGE = "charge"
    CONVICTION = "conviction"


@dataclass(frozen=True, slots=True)
class Happened:
    """How often something happened under a law on a day. A conviction that did not stand is none."""

    law: str
    what: Happening
    on: date
    count: int = 1


def tallied(happened: Iterable[Happened]) -> dict[str, Recorded]:
    """What was recorded under each law; a law under which nothing was is not in it."""
    numbers: dict[str, Counter[Happening]] = {}
    first: dict[str, date] = {}
    for one in happened:
        numbers.setdefault(one.law, Counter())[one.what] += one.count
        if one.what is Happening.CONVICTION:
            first[one.law] = min(first.get(one.law, one.on), one.on)
    return {
        law: Recorded(of[Happening.ARREST], of[Happening.CHARGE], of[Happening.CONVICTION], first.get(law))
        for law, of in numbers.items()
    }


@dataclass(frozen=True, slots=True)
class LawLine:
    """One law as the register had it on a day. `forces` are the stretches in which it was in force until then."""

    code: str
    name: str
    jurisdiction: str
    statute: str
    section: str
    scope: Scope
    standing: Standing
    forces: tuple[Force, ...]
    max_penalty: str
    note: str
    source: str
    verification: str
    marks: frozenset[Mark]
    recorded: Recorded
    stands_out: bool
    sentence: str

    @property
    def law(self) -> str:
        """The law by name."""
        return f"{self.statute}, {self.section}" if self.section else self.statute

    @property
    def places(self) -> int:
        """In how many jurisdictions it had begun."""
        return sum(len(force.places) for force in self.forces)

    @property
    def spans(self) -> tuple[str, ...]:
        """Where and when it was in force, in words."""
        return tuple(force.words for force in self.forces)

    @property
    def penalty_to_confirm(self) -> bool:
        """Whether its maximum penalty is to confirm."""
        return Mark.PENALTY in self.marks

    @property
    def to_confirm(self) -> str:
        """What of it is to confirm, in words; empty where nothing is."""
        return words.listed([mark.words for mark in Mark if mark in self.marks])


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the register is narrowed to; None is all."""

    place: Jurisdiction | None = None
    scope: Scope | None = None


EVERYTHING = Chosen()


def register(
    laws: Iterable[Offence], recorded: Mapping[str, Recorded], *, on: date, chosen: Chosen = EVERYTHING
) -> tuple[LawLine, ...]:
    """The laws that had begun by the day: those that stand out first, what is charged alongside last.

    Those in force come before those that are over, and the older before the younger.
    """
    wanted = (_in(chosen.place, one) for one in laws if _wanted(one, chosen))
    found = [line(one, recorded.get(one.code, NOTHING), on) for one in wanted if _begun(one, on)]
    return tuple(sorted(found, key=_place))


def later(laws: Iterable[Offence], *, on: date, chosen: Chosen = EVERYTHING) -> int:
    """How many laws began only after the day, and are not in the register of it."""
    return sum(1 for one in laws if _wanted(one, chosen) and not _begun(_in(chosen.place, one), on))


def line(law: Offence, recorded: Recorded, on: date) -> LawLine:
    """One law on a day."""
    stretches = forces(law.spans, on)
    marks = frozenset[Mark]().union(*(one.marks for one in stretches), law.to_confirm & {Mark.PENALTY})
    stands_out = law.scope is not Scope.ASSOCIATED and not recorded.convictions
    return LawLine(
        code=law.code,
        name=law.name,
        jurisdiction=words.listed([place.label for place in law.jurisdictions]),
        statute=law.statute,
        section=law.section,
        scope=law.scope,
        standing=_standing(law, on),
        forces=stretches,
        max_penalty=law.max_penalty,
        note=law.note,
        source=law.source,
        verification=law.verification,
        marks=marks,
        recorded=recorded,
        stands_out=stands_out,
        sentence=_sentence(stretches, recorded, on),
    )


def _wanted(law: Offence, chosen: Chosen) -> bool:
    return (chosen.place is None or chosen.place in law.spans) and chosen.scope in (None, law.scope)


def _in(place: Jurisdiction | None, law: Offence) -> Offence:
    """The law as it is in one jurisdiction."""
    return replace(law, spans={place: law.spans[place]}) if place else law


def _begun(law: Offence, on: date) -> bool:
    return any(standing(span, on) is not Standing.NOT_YET for span in law.spans.values())


def _standing(law: Offence, on: date) -> Standing:
    """In force where it is in force anywhere."""
    found = {standing(span, on) for span in law.spans.values()}
    order = (Standing.IN_FORCE, Standing.NO_LONGER, Standing.UNKNOWN, Standing.NOT_YET)
    return next(one for one in order if one in found)


def _place(line: LawLine) -> tuple[bool, bool, bool, date]:
    since = min((force.start or date.min for force in line.forces), default=date.max)
    return (not line.stands_out, line.scope is Scope.ASSOCIATED, line.standing is not Standing.IN_FORCE, since)


def _sentence(stretches: tuple[Force, ...], recorded: Recorded, on: date) -> str:
    return f"{_how_long(stretches, on)}, {_led_to(recorded)}."


def _how_long(stretches: tuple[Force, ...], on: date) -> str:
    if not stretches:
        return "Not yet in force"
    starts = [one.start for one in stretches]
    still = any(one.to is None for one in stretches)
    if not all(starts):
        return "In force, since when is not known" if still else "No longer in force, since when is not known"
    first = min(start for start in starts if start)
    if still:
        return f"In force {lasted(first, on)}"
    last = max(one.to for one in stretches if one.to)
    return f"Was in force {lasted(first, last)}, until {words.day(last)}"


def _led_to(recorded: Recorded) -> str:
    if not recorded.convictions:
        return "no conviction"
    told = words.plural(recorded.convictions, "conviction")
    if recorded.first_conviction_on is None:
        return told
    return f"{told}, the first on {words.day(recorded.first_conviction_on)}"
