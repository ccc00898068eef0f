"""The first page of the picture: what is counted live, beside the first wave and what was published."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.intelligence.api import Tally
from pentameter.look import words
from pentameter.operations.api import Sums
from pentameter.picture.cards import Card, rescued_card
from pentameter.picture.live_drawing import OTHERS
from pentameter.picture.page import Page
from pentameter.picture.queries.live import Live
from pentameter.picture.rules import published


@dataclass(frozen=True, slots=True)
class ForceLine:
    """What is counted of one force. `url` is its own page, `reports_url` its reports, for those who may."""

    name: str
    rescued: int
    sums: Sums
    reports: Tally
    url: str
    reports_url: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: what is counted here, in the first wave (empty: this is it), and where it comes from."""

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
        return (rescued_card(self.picture, self.part, self._cases_url), *super().cards)

    @property
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
            lines.append(ForceLine(line.participant.name, found, line.sums, told, url, to))
        lines.sort(key=lambda one: (-one.rescued, -one.reports.counted, one.name))
        known = {line.participant.agency for line in self.picture.lines}
        others = sum((told for slug, told in counted.items() if slug not in known), Tally())
        if rescued.total() or others.counted:
            lines.append(ForceLine(OTHERS, rescued.total(), Sums(), others, "", ""))
        return lines

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
        return tuple(
            Measure(name, source, words.number(ours), words.number(earlier) if first else "")
            for name, (source, ours, earlier) in zip(published.MEASURES, rows, strict=True)
        )

    @property
    def _cases_url(self) -> str:
        may = bool(self.address) and decide(self.reader, Operation.VIEW_CASES).allowed
        return reverse("victims:cases") if may else ""

    def _force_url(self, slug: str) -> str:
        subject = Subject("force", slug, Compartment.STATISTICS, owner_agency=slug)
        may = bool(self.address) and decide(self.reader, Operation.VIEW_FORCE, subject).allowed
        return reverse("picture:force", args=[slug]) if may else ""
