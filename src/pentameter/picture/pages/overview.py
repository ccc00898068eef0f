"""The first page of the picture: what is counted live, beside the first wave and what was published."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.intelligence.api import Tally
from pentameter.justice.api import Counts
from pentameter.look import words
from pentameter.operations.api import Sums
from pentameter.picture.cards import Card, recorded_cards, rescued_card
from pentameter.picture.live_drawing import OTHERS
from pentameter.picture.page import Page
from pentameter.picture.pages.frame import address_of
from pentameter.picture.queries.live import Live
from pentameter.picture.rules import published
from pentameter.picture.sections import Section


@dataclass(frozen=True, slots=True)
class ForceLine:
    """What is counted of one force. `url` is its own page, `reports_url` its reports, for those who may."""

    name: str
    rescued: int
    sums: Sums
    recorded: Counts
    reports: Tally
    url: str
    reports_url: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: what is counted here, in the first wave (empty: not on this page), and where it comes from."""

    name: str
    source: str
    ours: str
    first: str


@dataclass(frozen=True)
class OverviewPage(Page):
    """The key figures and what they are made of."""

    part: Live

    @property
    def cards(self) -> tuple[Card, ...]:
        """The key figures, people first."""
        rescued = rescued_card(self.picture, self.part, self._cases_url)
        if self.part.recorded is None:
            return (rescued, *super().cards)
        counted = self.part.recorded_of(self.picture.asked.agency)
        url = f"{address_of(Section.OUTCOMES)}?{self.query()}" if self.address else ""
        return (rescued, *super().cards, *recorded_cards(counted, url))

    @cached_property
    def force_lines(self) -> list[ForceLine]:
        """Every force that takes part, those that rescued most people first; whoever takes no part is one line."""
        rescued: Counter[str] = Counter()
        for one in self.part.rescued:
            rescued[one.agency] += one.people
        counted, lines = self.picture.tallies.by_agency, []
        for line in self.picture.lines:
            slug = line.participant.agency
            told = counted.get(slug, Tally())
            found = rescued.pop(slug, 0)
            url, to = self._force_url(slug), self.links.to(told.readable, agency=slug)
            recorded = self.part.recorded_of(slug)
            lines.append(ForceLine(line.participant.name, found, line.sums, recorded, told, url, to))
        lines.sort(key=lambda one: (-one.rescued, -one.reports.counted, one.name))
        known = {line.participant.agency for line in self.picture.lines}
        others = sum((told for slug, told in counted.items() if slug not in known), Tally())
        recorded = self._recorded_beside(known)
        if rescued.total() or others.counted or recorded != Counts():
            lines.append(ForceLine(OTHERS, rescued.total(), Sums(), recorded, others, "", ""))
        return lines

    def _recorded_beside(self, known: set[str]) -> Counts:
        """What is recorded of investigations that others lead, where no agency was asked for."""
        if self.part.recorded is None or self.picture.asked.agency:
            return Counts()
        beside = [counts for slug, counts in self.part.recorded.by_force.items() if slug not in known]
        return Counts(
            arrests=sum(one.arrests for one in beside),
            charges=sum(one.charges for one in beside),
            convictions=sum(one.convictions for one in beside),
        )

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that were published too, with their source and the same of the first wave."""
        sums, first = self.picture.sums, self.part.first
        before = first.sums if first else Sums()
        rows = (
            ("cases registered", self.part.people, first.rescued if first else 0),
            ("weekly returns", sums.people_found, before.people_found),
            ("weekly returns", sums.premises_visited, before.premises_visited),
            ("weekly returns", sums.arrests, before.arrests),
            ("reports received", self.picture.tallies.total.counted, first.reports.counted if first else 0),
        )
        told = [
            Measure(name, source, words.number(ours), words.number(earlier) if first else "")
            for name, (source, ours, earlier) in zip(published.MEASURES, rows, strict=True)
        ]
        return (*told, *self._recorded_measures())

    def _recorded_measures(self) -> tuple[Measure, ...]:
        """Arrests, charges and convictions of investigations, for those who see them; of this wave alone."""
        if self.part.recorded is None:
            return ()
        counted = self.part.recorded_of(self.picture.asked.agency)
        given = zip(published.RECORDED, (counted.arrests, counted.charges, counted.convictions), strict=True)
        return tuple(Measure(name, "investigations", words.number(ours), "") for name, ours in given)

    @property
    def _cases_url(self) -> str:
        may = bool(self.address) and decide(self.reader, Operation.VIEW_CASES).allowed
        return reverse("victims:cases") if may else ""

    def _force_url(self, slug: str) -> str:
        subject = Subject("force", slug, Compartment.STATISTICS, owner_agency=slug)
        may = bool(self.address) and decide(self.reader, Operation.VIEW_FORCE, subject).allowed
        return reverse("picture:force", args=[slug]) if may else ""
