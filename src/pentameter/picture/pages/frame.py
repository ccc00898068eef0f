"""What every page of the picture says and offers: heading, sections, filters, and the ways to carry charts away."""

from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from django.urls import reverse

from pentameter.access.api import Operation, decide
from pentameter.kernel.actor import Actor, Role
from pentameter.look import words
from pentameter.look.charts.chart import Chart
from pentameter.picture import chart_list
from pentameter.picture.choices import Choice, choices
from pentameter.picture.links import Links
from pentameter.picture.queries.frame import Frame
from pentameter.picture.sections import Section, open_to
from pentameter.picture.themes import THEMES

Chip = tuple[str, str, bool]


@dataclass(frozen=True)
class FramePage:
    """A page of the picture on its way to a template. Off line nothing is a link, since there is nothing behind it."""

    picture: Frame
    reader: Actor
    links: Links
    part: object
    section: Section = Section.OVERVIEW
    address: str = ""
    returns_url: str = ""

    @classmethod
    def online(cls, picture: Frame, reader: Actor, section: Section = Section.OVERVIEW, part: object = None) -> Self:
        """The page of the staff door; `part` is what it has besides the picture."""
        address = reverse("intelligence:reports") if picture.rights.reads else ""
        links = Links(address, picture.wave.id, picture.asked)
        may_see = decide(reader, Operation.VIEW_OPERATIONS).allowed
        returns_url = reverse("operations:wave", args=[picture.wave.id]) if may_see else ""
        return cls(picture, reader, links, part, section, address_of(section), returns_url)

    @classmethod
    def offline(cls, picture: Frame, reader: Actor, part: object = None) -> Self:
        """The page as a file."""
        return cls(picture, reader, Links(), part)

    # what it is

    @property
    def heading(self) -> str:
        """The operation, and that this is its picture."""
        return f"{self.picture.wave.operation_name}, the picture"

    @property
    def name(self) -> str:
        """What the browser's tab says."""
        at_first = self.section is Section.OVERVIEW
        return self.heading if at_first else f"{self.section.label}: {self.heading}"

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
    def not_narrowed(self) -> str:
        """That a filter is set which some of the page's figures do not know, where that is so."""
        if not self.picture.asked.narrowed_by_report:
            return ""
        return "Returns and cases have no theme and no grade: figures from them are not narrowed by it."

    @property
    def as_of_short(self) -> str:
        """The day of every figure that is counted live, for a card."""
        return f"as of {words.short_day(self.picture.today)}"

    def part_name(self, section: str) -> str:
        """What a page is called where several stand one after the other."""
        return Section(section).label

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

    # where else one may go

    @property
    def ways(self) -> list[Chip]:
        """The pages of the picture that the reader may open, each with the same filters."""
        query = self.query()
        return [(one.label, f"{address_of(one)}?{query}", one is self.section) for one in open_to(self.reader)]

    @property
    def compare_url(self) -> str:
        """Two of them side by side."""
        return f"{reverse('picture:compare')}?{urlencode(self.picture.asked.parameters() | self._wave)}"

    @property
    def _wave(self) -> dict[str, str]:
        return {"wave": str(self.picture.wave.id)}

    # what is narrowed

    @property
    def theme_chips(self) -> list[Chip]:
        """All themes, and each of them."""
        chosen = self.picture.asked.theme
        chips = [("All themes", self.with_(theme=""), not chosen)]
        return chips + [(name, self.with_(theme=theme), theme == chosen) for theme, name in THEMES.items()]

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The filters beside the themes."""
        return choices(self.picture)

    def with_(self, **changed: str) -> str:
        """This page with a filter changed."""
        return f"{self.address}?{self.query(**changed)}"

    def query(self, **changed: str) -> str:
        """The filters as an address says them."""
        given = self._wave | self.picture.asked.parameters() | changed
        if self.picture.asked.on_map:
            given.setdefault("view", "map")
        return urlencode({name: value for name, value in given.items() if value})

    def chart(self, name: str) -> Chart:
        """A chart by its name."""
        return chart_list.charts_of(self.picture, self.part, self.links)[name]()

    def copies(self, name: str) -> list[tuple[str, str]]:
        """Where a chart can be carried away from."""
        if not self.address:
            return []
        kinds = (("CSV", "picture:csv"), ("SVG", "picture:svg"))
        return [(kind, f"{reverse(view, args=[name])}?{self.query()}") for kind, view in kinds]

    @property
    def assessment_url(self) -> str:
        """The assessment of this wave, for who may read it."""
        may_read = bool(self.address) and decide(self.reader, Operation.VIEW_ASSESSMENT).allowed
        return reverse("picture:assessment_of", args=[self.picture.wave.id]) if may_read else ""

    @property
    def file_url(self) -> str:
        """Where the whole picture can be carried away from."""
        return f"{reverse('picture:file')}?{self.query()}" if self.address else ""


def address_of(section: Section) -> str:
    """Where a page of the picture is."""
    return reverse("picture:picture" if section is Section.OVERVIEW else f"picture:{section.value}")
