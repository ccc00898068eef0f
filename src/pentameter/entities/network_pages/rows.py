"""The rows of the tables beside the chart, and where each leads."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from pentameter.entities.network import wording
from pentameter.entities.network.graph import Node
from pentameter.entities.services.network import NetworkPage
from pentameter.look import words

_MANY = 3
NIL = UUID(int=0)


@dataclass(frozen=True, slots=True)
class ThingRow:
    """A thing. `open` is where its links are shown, `start` and `end` where a way from it or to it is looked for."""

    node: Node
    what: str
    links: int
    by: str
    when: str
    open: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class HandRow:
    """A link said by hand. `strike` is where it is taken back, by those who may."""

    said: str
    who: str
    reason: str
    strike: str


@dataclass(frozen=True)
class Rows:
    """The rows of one look. `names` are what agencies are called."""

    found: NetworkPage
    address: str
    names: Mapping[str, str]
    focus: Node | None

    @cached_property
    def linked(self) -> Mapping[UUID, int]:
        """With how many others each thing on the chart is linked."""
        shape = self.found.sight.drawn.shape
        return {thing: len(beside) for thing, beside in zip(shape.things, shape.neighbours, strict=True)}

    @cached_property
    def things(self) -> tuple[ThingRow, ...]:
        """What is drawn, the most linked first."""
        order = sorted(self.found.sight.drawn.nodes, key=lambda node: (-self.linked[node.id], node.label, node.id))
        return tuple(map(self._thing, order))

    def _thing(self, node: Node) -> ThingRow:
        asked = self.found.sight.asked
        ends_here = asked.start is not None and asked.start != node.id
        return ThingRow(
            node=node,
            what=wording.what(node),
            links=self.linked[node.id],
            by=self.few(node.agencies),
            when=wording.days(node.first_on, node.last_on),
            open=self.opened(node.id),
            start=self.to(start=str(node.id), end=""),
            end=self.to(end=str(node.id)) if ends_here else "",
        )

    def by_hand(self) -> tuple[HandRow, ...]:
        """Links said by hand of the thing that the page is about, the latest first."""
        if self.focus is None:
            return ()
        called = {mention: node.label for node in self.found.sight.whole.nodes for mention in node.mentions}
        rows = []
        for link in self.found.links:
            source, target = (called.get(end, "a thing that is filtered out") for end in (link.source, link.target))
            days = f", {wording.days(link.from_on, link.to_on)}" if link.from_on or link.to_on else ""
            ours = self.found.may_link and link.agency == self.found.agency
            strike = reverse("entities:link_strike", args=[self.focus.id, link.id]) if ours else ""
            who = f"{self.agencies([link.agency])}, {words.day(link.made_at)}"
            rows.append(HandRow(f"{source} {wording.relation(link.relation)} {target}{days}", who, link.reason, strike))
        return tuple(rows)

    def others(self) -> tuple[tuple[str, str], ...]:
        """What the thing that the page is about can be linked with."""
        named = sorted(self.things, key=lambda row: (row.node.label, row.node.id))
        return tuple(
            (str(row.node.id), f"{row.node.label} ({row.what.lower()})") for row in named if row.node != self.focus
        )

    def agencies(self, slugs: Iterable[str]) -> str:
        """What agencies are called."""
        return words.listed([self.names.get(slug, slug) for slug in slugs])

    def few(self, slugs: Collection[str]) -> str:
        """What a few agencies are called; how many there are, where they are many."""
        return self.agencies(slugs) if len(slugs) <= _MANY else f"{len(slugs)} agencies"

    # addresses

    @property
    def ways(self) -> Mapping[str, str]:
        """Where the links of a thing are shown, and a way from it or to it, with the nil UUID in its place."""
        begun = self.found.sight.asked.start
        ways = {"open": self.opened(NIL), "start": self.to(start=str(NIL), end="")}
        return ways | ({"end": self.to(end=str(NIL)), "begun": str(begun)} if begun else {})

    def to(self, **changed: str) -> str:
        """This look with something changed; what is changed to nothing is left out."""
        kept = [(name, value) for name, value in self.found.sight.asked.parameters() if name not in changed]
        return _address(self.address, [*kept, *((name, value) for name, value in changed.items() if value)])

    def opened(self, thing: UUID) -> str:
        """Where the links of one more thing are shown; from the whole network, where those of that thing alone are."""
        asked = self.found.sight.asked
        if not asked.things:
            return reverse("entities:network_thing", args=[thing])
        begun = asked.things[0]
        query = [one for one in asked.opened(thing).parameters() if one != ("thing", str(begun))]
        return _address(reverse("entities:network_thing", args=[begun]), query)


def _address(address: str, query: list[tuple[str, str]]) -> str:
    return f"{address}?{urlencode(query)}" if query else address
