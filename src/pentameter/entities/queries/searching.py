"""What answers a search, to one reader: things, reports, and how many there are of each kind.

Everything shown, counted and sorted by comes from reports that the reader may read. The number of SQL queries is fixed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from pentameter.entities.queries.finding import candidates
from pentameter.entities.queries.seen import things_seen
from pentameter.entities.rules.asking import Asked, Narrowed
from pentameter.entities.rules.extracts import Piece, extract
from pentameter.entities.rules.finding import Match, matches, question
from pentameter.intelligence.api import (
    MOST,
    Phrasing,
    ReportLine,
    Saying,
    ShownMention,
    phrasing,
    report_lines,
    reports_saying,
    shown_mentions,
    unlisted_for,
)
from pentameter.kernel.actor import Actor

PAGE = 10
OPENED = 500
"""So many mentions are opened and compared, those of the latest reports; whoever finds more says more."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Matched:
    """A mention that answers, with its ground."""

    shown: ShownMention
    match: Match

    @property
    def value(self) -> str:
        """What answers, as it was written."""
        return self.shown.mention.values.get(self.match.fact, "")


@dataclass(frozen=True, slots=True)
class FoundThing:
    """A thing, with those of its mentions that answer, the best first. `id` is a mention that the reader may read."""

    id: UUID
    kind: str
    matches: tuple[Matched, ...]


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report that says it, and where."""

    line: ReportLine
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Group(Generic[T]):
    """A page of answers. `more`: there are more than were counted."""

    shown: tuple[T, ...]
    total: int
    number: int
    more: bool

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // PAGE))

    @property
    def first(self) -> int:
        """The number of the first that is shown."""
        return (self.number - 1) * PAGE + 1


@dataclass(frozen=True, slots=True)
class Results:
    """What answers. Facets count it before it is narrowed; `unlisted` counts reports still to be indexed."""

    things: Group[FoundThing]
    reports: Group[FoundReport]
    kinds: tuple[tuple[str, int], ...]
    agencies: tuple[tuple[str, int], ...]
    themes: tuple[tuple[str, int], ...]
    unlisted: int

    @property
    def nothing(self) -> bool:
        """Whether nothing answers at all."""
        return not self.things.total and not self.reports.total


def results_of(asked: Asked, by: Actor) -> Results:
    """What answers, of all that the actor may read."""
    said = phrasing(asked.words)
    things, more = _things(asked, said, by)
    saying = reports_saying(said, by)
    narrowed = [one for one in saying[:MOST] if _report_fits(one, asked.narrowed)]
    return Results(
        things=_page([one for one in things if _thing_fits(one, asked.narrowed)], asked.things, more=more),
        reports=_opened(_page(narrowed, asked.reports, more=len(saying) > MOST), said, by),
        kinds=_counted(thing.kind for thing in things),
        agencies=_counted([*_each(things, "agency"), *(one.agency for one in saying[:MOST])]),
        themes=_counted([*_each(things, "theme"), *(one.theme for one in saying[:MOST])]),
        unlisted=unlisted_for(by),
    )


def _things(asked: Asked, said: Phrasing, by: Actor) -> tuple[list[FoundThing], bool]:
    wanted = question(asked.words, frozenset(word for term in said.wanted for word in term.words))
    found, more = candidates(wanted, by, most=OPENED)
    shown = shown_mentions(found, by)
    compared = ((one, matches(wanted, one.mention.kind, one.mention.values)) for one in shown.values())
    matched = [Matched(one, match) for one, match in compared if match is not None]
    thing_of = things_seen([one.shown.mention.id for one in matched], by).of
    together: dict[UUID, list[Matched]] = {}
    for one in sorted(matched, key=_order):
        together.setdefault(thing_of[one.shown.mention.id], []).append(one)
    things = [FoundThing(thing, group[0].shown.mention.kind, tuple(group)) for thing, group in together.items()]
    return things, more


def _order(one: Matched) -> tuple[int, int, UUID]:
    """The best answer first, then the latest report."""
    return one.match.rank, -one.shown.ground.reported_on.toordinal(), one.shown.mention.id


def _each(things: Sequence[FoundThing], what: str) -> list[str]:
    """The senders or themes of each thing's reports, each once a thing."""
    return [value for thing in things for value in {getattr(one.shown.ground, what) for one in thing.matches}]


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda one: (-one[1], one[0])))


def _thing_fits(thing: FoundThing, narrowed: Narrowed) -> bool:
    if narrowed.kind and thing.kind != narrowed.kind:
        return False
    grounds = [one.shown.ground for one in thing.matches]
    return any(narrowed.agency in ("", one.agency) and narrowed.theme in ("", one.theme) for one in grounds)


def _report_fits(one: Saying, narrowed: Narrowed) -> bool:
    return not narrowed.kind and narrowed.agency in ("", one.agency) and narrowed.theme in ("", one.theme)


def _page(found: Sequence[T], number: int, *, more: bool) -> Group[T]:
    last = max(1, -(-len(found) // PAGE))
    number = min(max(1, number), last)
    return Group(tuple(found[(number - 1) * PAGE : number * PAGE]), len(found), number, more)


def _opened(page: Group[Saying], said: Phrasing, by: Actor) -> Group[FoundReport]:
    lines = report_lines([one.id for one in page.shown], by)
    sought = _sought(said)
    found = (FoundReport(lines[one.id], extract(lines[one.id].text, sought)) for one in page.shown if one.id in lines)
    return Group(tuple(found), page.total, page.number, page.more)


def _sought(said: Phrasing) -> Callable[[str], bool]:
    words = {word for term in said.wanted for word in term.words}
    beginnings = tuple(term.words[-1] for term in said.wanted if term.begins)
    return lambda word: word in words or (bool(beginnings) and word.startswith(beginnings))
