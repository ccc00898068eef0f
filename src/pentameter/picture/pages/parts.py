"""The pages of routes, networks, people and protection: their parts in words, and where they lead."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from pentameter.access.api import Operation, decide
from pentameter.entities.api import Node, holds, what
from pentameter.look import words
from pentameter.picture.pages.frame import FramePage
from pentameter.picture.queries.networks import Networks
from pentameter.picture.queries.people import People
from pentameter.picture.queries.protection import Protecting
from pentameter.picture.queries.routes import Routes, asked_of
from pentameter.victims.api import ClockCount


@dataclass(frozen=True)
class RoutesPage(FramePage):
    """The ways on which people came."""

    part: Routes

    @property
    def scope(self) -> str:
        """Of which reports these are."""
        if self.part.of_all:
            return "Ways of all reports of the wave, whoever may read them. They cannot be narrowed further."
        return "Ways of the reports that you may read. Others may see other ways."

    @property
    def small(self) -> int:
        """How many ways are told of by few reports."""
        return sum(flow.is_small for flow in self.part.flows)

    @property
    def network_routes_url(self) -> str:
        """The same as bands, where more can be narrowed."""
        may = bool(self.address) and decide(self.reader, Operation.VIEW_NETWORK).allowed
        return f"{reverse('entities:routes')}?{urlencode(asked_of(self.picture).parameters())}" if may else ""


@dataclass(frozen=True, slots=True)
class HolderLine:
    """A thing that holds a network together."""

    label: str
    what: str
    why: str
    agencies: str
    last_on: date
    url: str


@dataclass(frozen=True)
class NetworksPage(FramePage):
    """The few things that hold networks together."""

    part: Networks

    @property
    def scope(self) -> str:
        """Of which reports these are."""
        return "Things and links of the reports that you may read."

    @property
    def looked_at(self) -> str:
        """In how many of them was looked."""
        if not self.part.older:
            return f"From the {words.plural(self.part.looked_at, 'report')} that you may read"
        return f"From the latest {words.number(self.part.looked_at)} reports that you may read; older ones are left out"

    @property
    def network_url(self) -> str:
        """The network itself, narrowed as this page is."""
        return f"{reverse('entities:network')}?{urlencode(asked_of(self.picture).parameters())}"

    @property
    def holder_lines(self) -> list[HolderLine]:
        """What holds them together, and why, in words."""
        names = {line.participant.agency: line.participant.name for line in self.picture.grid.lines}
        return [
            HolderLine(
                label=node.label,
                what=what(node),
                why=holds(one.share, one.parts),
                agencies=words.listed([names.get(slug, slug) for slug in node.agencies]),
                last_on=node.last_on,
                url=_thing(node),
            )
            for node, one in self.part.holders
        ]

    @property
    def phone_lines(self) -> list[tuple[str, str, int]]:
        """Phones with the people beside them."""
        return [(node.label, _thing(node), people) for node, people in self.part.phones]


@dataclass(frozen=True)
class PeoplePage(FramePage):
    """The people who were found."""

    part: People

    @property
    def scope(self) -> str:
        """Of whom these are counts."""
        told = "Everybody who was registered as rescued in this wave, from counts that name nobody."
        narrowed = self.picture.asked.narrowed
        return f"{told} They cannot be narrowed by agency, theme or grade." if narrowed else told

    @property
    def not_narrowed(self) -> str:
        """That is said already."""
        return ""

    @property
    def cases_url(self) -> str:
        """The cases, for those who may see some."""
        may = bool(self.address) and decide(self.reader, Operation.VIEW_CASES).allowed
        return reverse("victims:cases") if may else ""


@dataclass(frozen=True)
class ProtectionPage(FramePage):
    """How protection stands, in counts."""

    part: Protecting

    @property
    def scope(self) -> str:
        """Of whom these are counts."""
        return "All cases of all waves, in counts that name nobody. They cannot be narrowed."

    @property
    def not_narrowed(self) -> str:
        """That is said already."""
        return ""

    @property
    def is_stale(self) -> bool:
        """Whether the clocks were not all looked at today: standings then say nothing."""
        return self.part.looked_on is None or self.part.looked_on < self.picture.today

    @property
    def clocks(self) -> tuple[tuple[str, ClockCount], ...]:
        """Both clocks with their names."""
        counts = self.part.counts
        return ("Protection from removal", counts.removal), ("Support", counts.support)

    @property
    def alerts_url(self) -> str:
        """What could end, case by case, for those who deal with it."""
        return self._for(Operation.VIEW_ALERTS, "victims:alerts")

    @property
    def desk_url(self) -> str:
        """The lines that wait, for the desk."""
        return self._for(Operation.ANSWER_SCREENING, "decisions:desk")

    def _for(self, operation: Operation, name: str) -> str:
        may = bool(self.address) and decide(self.reader, operation).allowed
        return reverse(name) if may else ""


def _thing(node: Node) -> str:
    return reverse("entities:network_thing", args=[node.id])
