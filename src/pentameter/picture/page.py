"""What the templates of the picture are given: a picture with its charts, cards, links and words."""

from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from django.urls import reverse

from pentameter.access.api import Operation, decide
from pentameter.intelligence.api import NO_AREA, ReportLine, Tally
from pentameter.kernel.actor import Actor, Role
from pentameter.look import words
from pentameter.look.charts.chart import Chart
from pentameter.look.charts.coverage import CoverageStrip
from pentameter.picture import drawing
from pentameter.picture.cards import Card, cards
from pentameter.picture.choices import Choice, choices
from pentameter.picture.links import Links
from pentameter.picture.queries.picture import Picture
from pentameter.picture.rules import published
from pentameter.picture.rules.areas import AreaLine
from pentameter.picture.rules.prices import PriceLine

Chip = tuple[str, str, bool]


@dataclass(frozen=True)
class Page:
    """A picture on its way to a template. Off line nothing is a link, since there is nothing behind it."""

    picture: Picture
    reader: Actor
    links: Links
    address: str = ""
    returns_url: str = ""

    @classmethod
    def online(cls, picture: Picture, reader: Actor) -> "Page":
        """The page of the staff door."""
        address = reverse("intelligence:reports") if picture.rights.reads else ""
        links = Links(address, picture.wave.id, picture.asked)
        may_see = decide(reader, Operation.VIEW_OPERATIONS).allowed
        returns_url = reverse("operations:wave", args=[picture.wave.id]) if may_see else ""
        return cls(picture, reader, links, reverse("picture:picture"), returns_url)

    @classmethod
    def offline(cls, picture: Picture, reader: Actor) -> "Page":
        """The page as a file."""
        return cls(picture, reader, Links())

    # what it is

    @property
    def heading(self) -> str:
        """The operation, and that this is its picture."""
        return f"{self.picture.wave.operation_name}, the picture"

    @property
    def sentence(self) -> str:
        """Which wave and week, and up to when."""
        wave, today = self.picture.wave, self.picture.today
        state = wave.state(today)
        when = {
            "planned": f"begins on {words.day(wave.starts_on)}",
            "running": f"week {self.picture.week_number}",
            "ended": f"ended on {words.day(wave.ends_on)}",
        }[state]
        return f"{wave.name}, {when}. Everything received up to {words.moment(self.picture.at)}."

    @property
    def scope(self) -> str:
        """Of which reports these are counts."""
        if not self.picture.rights.sees_all:
            agency = self.reader.agency_name or "your agency"
            return f"Counts of what {agency} may read. Other agencies may see other figures."
        if not self.picture.rights.reads:
            return "Counts of all reports, whoever may read them."
        return "Counts of all reports, with those that you may not read among them."

    @property
    def marking(self) -> str:
        """How the picture is to be handled where it is carried to."""
        return "Counts of intelligence. For the agencies of the operation only; not for publication."

    @property
    def made_by(self) -> str:
        """Who had it made, and when."""
        reader = self.reader
        role = "" if reader.role is Role.SYSTEM else reader.role.label
        who = ", ".join(filter(None, (reader.name, role, reader.agency_name or reader.agency)))
        return f"Made by {who} on {words.moment(self.picture.at)}."

    # what is narrowed

    @property
    def theme_chips(self) -> list[Chip]:
        """All themes, and each of them."""
        chosen = self.picture.asked.theme
        chips = [("All themes", self.with_(theme=""), not chosen)]
        return chips + [(name, self.with_(theme=theme), theme == chosen) for theme, name in drawing.THEMES.items()]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The filters beside the themes."""
        return choices(self.picture)

    def with_(self, **changed: str) -> str:
        """This page with a filter changed."""
        return f"{self.address}?{self.query(**changed)}"

    def query(self, **changed: str) -> str:
        """The filters as an address says them."""
        given = {"wave": str(self.picture.wave.id)} | self.picture.asked.parameters() | changed
        if self.picture.asked.on_map:
            given.setdefault("view", "map")
        return urlencode({name: value for name, value in given.items() if value})

    # what is counted

    @property
    def cards(self) -> tuple[Card, ...]:
        """The key figures."""
        return cards(self.picture, self.links, self.returns_url)

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

    def chart(self, name: str) -> Chart:
        """A chart by its name."""
        return drawing.charts(self.picture, self.links)[name]()

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
        return words.number(int(value) if value == int(value) else value.quantize(Decimal("0.01")))

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

    def copies(self, name: str) -> list[tuple[str, str]]:
        """Where a chart can be carried away from."""
        if not self.address:
            return []
        kinds = (("CSV", "picture:csv"), ("SVG", "picture:svg"))
        return [(kind, f"{reverse(view, args=[name])}?{self.query()}") for kind, view in kinds]

    @property
    def file_url(self) -> str:
        """Where the whole picture can be carried away from."""
        return f"{reverse('picture:file')}?{self.query()}" if self.address else ""

    # what was published

    @property
    def sources(self) -> tuple[published.Source, ...]:
        """The publications, a column each."""
        return published.sources(self.picture.published)

    @property
    def comparison(self) -> list[tuple[str, str]]:
        """Our measures beside those that were published, with what is counted here."""
        sums = self.picture.sums
        ours = (sums.people_found, sums.premises_visited, sums.arrests, self.picture.tallies.total.counted)
        return [(name, words.number(count)) for name, count in zip(published.MEASURES, ours, strict=True)]

    @property
    def contradictions(self) -> tuple[str, ...]:
        """Where publications contradict each other."""
        return published.differing(self.picture.published)
