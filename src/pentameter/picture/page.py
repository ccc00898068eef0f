"""What the templates of the picture's reports are given: counts with their charts, cards, links and words."""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from pentameter.intelligence.api import NO_AREA, ReportLine, Tally
from pentameter.look import words
from pentameter.look.charts.chart import Chart
from pentameter.look.charts.coverage import CoverageStrip
from pentameter.picture import drawing
from pentameter.picture.cards import Card, cards
from pentameter.picture.pages.frame import FramePage
from pentameter.picture.queries.picture import Picture
from pentameter.picture.rules import published
from pentameter.picture.rules.areas import AreaLine
from pentameter.picture.rules.prices import PriceLine
from pentameter.picture.themes import THEMES


@dataclass(frozen=True)
class Page(FramePage):
    """A page that counts reports."""

    picture: Picture

    # what is counted

    @property
    def cards(self) -> tuple[Card, ...]:
        """The key figures."""
        return cards(self.picture, self.links, self.returns_url)

    @property
    def theme_lines(self) -> list[tuple[str, Tally, str]]:
        """Every theme with its reports and where they are listed, most first."""
        counted = self.picture.tallies.by_theme
        shown = [theme for theme in THEMES if self.picture.asked.theme in ("", theme)]
        lines = [(THEMES[one], counted.get(one, Tally()), one) for one in shown]
        lines.sort(key=lambda line: -line[1].counted)
        return [(name, tally, self.links.to(tally.readable, theme=theme)) for name, tally, theme in lines]

    @property
    def area_lines(self) -> list[AreaLine]:
        """The areas, those with most reports first."""
        return sorted(self.picture.areas, key=lambda line: (-line.tally.counted, line.name))

    def to_area(self, line: AreaLine) -> str:
        """The list of an area's reports."""
        return self.links.to(line.tally.readable, area=line.name)

    @property
    def to_all(self) -> str:
        """The list of all the reports that are counted."""
        return self.links.to(self.picture.tallies.total.readable)

    def to_report(self, line: ReportLine) -> str:
        """A report's own page."""
        return reverse("intelligence:report", args=[line.id])

    def theme(self, code: str) -> str:
        """A theme in words."""
        return drawing.THEMES.get(code, code)

    def to_elsewhere(self, area: str, tally: Tally) -> str:
        """The list of reports of an area that is not on the map, or of none."""
        return self.links.to(tally.readable, area=area or NO_AREA)

    @property
    def to_advertised(self) -> str:
        """The list of the reports of advertised premises."""
        return self.links.to(self.picture.tallies.advertised.readable, advertised="on")

    # what is drawn

    @property
    def grade_charts(self) -> list[tuple[str, Chart]]:
        """Each scheme's grades."""
        names = [f"grades-{scheme.value}" for scheme in drawing.schemes(self.picture)]
        return [(name, self.chart(name)) for name in names]

    @property
    def price_charts(self) -> list[tuple[PriceLine, str, Chart]]:
        """Each currency's prices, in words and drawn."""
        named = [(line, drawing.price_name(line)) for line in self.picture.prices]
        return [(line, name, self.chart(name)) for line, name in named]

    def price(self, value: Decimal) -> str:
        """A price without empty pence."""
        return drawing.price(value)

    @property
    def coverage_halves(self) -> list[CoverageStrip]:
        """The agencies in two columns."""
        lines = self.picture.lines
        middle = (len(lines) + 1) // 2
        halves = (lines[:middle], lines[middle:]) if len(lines) > 8 else (lines,)
        return [drawing.coverage(self.picture, half, self.links) for half in halves]

    @property
    def coverage_sentence(self) -> str:
        """Who looked, in a sentence, and by name who never said anything."""
        looking = self.picture.looking
        if not looking.taking_part:
            return "No agency takes part now."
        told = f"{looking.looked} of {words.plural(looking.taking_part, 'agency', 'agencies')} have looked"
        told += f"; {looking.found_nothing} of them found nothing." if looking.found_nothing else "."
        if looking.did_not_look:
            told += f" {words.plural(looking.did_not_look, 'agency', 'agencies')} sent returns and did not look."
        if looking.silent:
            told += f" No return at all came from {words.listed(list(looking.silent))}."
        return told

    # what was published

    @property
    def sources(self) -> tuple[published.Source, ...]:
        """The publications, a column each."""
        return published.sources(self.picture.published)

    @property
    def contradictions(self) -> tuple[str, ...]:
        """Where publications contradict each other."""
        return published.differing(self.picture.published)
