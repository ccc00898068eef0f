"""A look at the network on its way to a template: its addresses, words, tables and charts."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from markupsafe import Markup

from pentameter.entities.network import drawing, wording
from pentameter.entities.network.drawing import LinkChart
from pentameter.entities.network.graph import Node
from pentameter.entities.network.sight import Sight
from pentameter.entities.network_pages.browser import data_of
from pentameter.entities.network_pages.rows import HandRow, Rows, ThingRow
from pentameter.entities.services.network import NetworkPage, chart_of
from pentameter.kernel.periods import week_of
from pentameter.look import words
from pentameter.look.charts.bars import Bars, Week
from pentameter.look.charts.chart import Twin, Width

ROWS = 40
_WEEKS = 80
_GROUPS = 4
_PHONES = 5
_GONE = "a thing that is filtered out"


@dataclass(frozen=True)
class Page:
    """A look. `focus` is the thing that the page is about, if it is about one; `address` is the page's own.

    The tables are cut into pages, of which this is the `number`th; the chart is whole.
    """

    found: NetworkPage
    address: str
    focus: Node | None = None
    number: int = 1

    @property
    def sight(self) -> Sight:
        """The look."""
        return self.found.sight

    @cached_property
    def chart(self) -> LinkChart:
        """The drawing."""
        return chart_of(self.sight, self.found.grounds)

    @property
    def key(self) -> tuple[tuple[Markup, str], ...]:
        """What the marks mean."""
        return drawing.key()

    @cached_property
    def rows(self) -> Rows:
        """Its tables' rows."""
        return Rows(self.found, self.address, dict(self.chart.agencies), self.focus)

    @property
    def things(self) -> tuple[ThingRow, ...]:
        """What is drawn, the most linked first."""
        return self.rows.things[self._part]

    @property
    def _part(self) -> slice:
        return slice((self.number - 1) * ROWS, self.number * ROWS)

    @property
    def pages(self) -> int:
        """How many pages the longer of the two tables has."""
        return max(1, -(-max(len(self.rows.things), len(self.sight.drawn.edges)) // ROWS))

    @property
    def tables_note(self) -> str:
        """That the tables go on on other pages, where they do."""
        return f"The tables show {ROWS} rows at a time; the chart shows all." if self.pages > 1 else ""

    @property
    def page_address(self) -> str:
        """The address of another page of the tables, without its number."""
        address = self.rows.to()
        return f"{address}{'&' if '?' in address else '?'}"

    @property
    def by_hand(self) -> tuple[HandRow, ...]:
        """Links said by hand of the thing that the page is about."""
        return self.rows.by_hand()

    @property
    def data(self) -> Markup:
        """The drawing for the browser."""
        return data_of(self.sight, self.rows.things, self.focus.id if self.focus else None, self.rows.ways)

    # addresses

    def opened(self, thing: UUID) -> str:
        """Where the links of a thing are shown."""
        return self.rows.opened(thing)

    @property
    def without_way(self) -> str:
        """The same look without a way that was looked for."""
        return self.rows.to(start="", end="")

    @property
    def copies(self) -> tuple[tuple[str, str], ...]:
        """Where the chart can be carried away."""
        if not self.found.may_copy or not self.sight.drawn.nodes:
            return ()
        query = urlencode(self.sight.asked.parameters())
        kinds = (("Copy as SVG", "svg"), ("Copy as CSV", "csv"))
        chart = ((name, f"{reverse('entities:network_copy', args=[kind])}?{query}") for name, kind in kinds)
        return (*chart, ("Export for other tools", f"{reverse('entities:network_export')}?{query}"))

    # what the shape says

    @property
    def holders(self) -> tuple[tuple[Node, str], ...]:
        """The few things that hold networks together, and why."""
        node = self.sight.node
        return tuple((node[one.thing], wording.holds(one.share, one.parts)) for one in self.sight.holders)

    @property
    def shared_phones(self) -> tuple[tuple[Node, tuple[Node, ...]], ...]:
        """Phones that several people have to do with."""
        node, found = self.sight.node, self.sight.shared_phones[:_PHONES]
        return tuple((node[one.phone], tuple(node[person] for person in one.people)) for one in found)

    @property
    def groups(self) -> tuple[tuple[str, int, str], ...]:
        """The largest groups: after what each is called, how many things it has, and of which agencies."""
        node, links = self.sight.node, self.rows.linked
        large = [one for one in self.sight.communities if len(one) > 2][:_GROUPS]
        heads = [min(one, key=lambda thing: (-links.get(thing, 0), thing)) for one in large]
        slugs = [sorted({slug for thing in one for slug in node[thing].agencies}) for one in large]
        return tuple(
            (node[head].label, len(one), self.rows.few(of)) for head, one, of in zip(heads, large, slugs, strict=True)
        )

    @property
    def timeline(self) -> Bars:
        """The reports behind the look, by week; a week leads to the look at that week alone."""
        days = (ground.event_from or ground.event_to or ground.reported_on for ground in self.found.grounds.values())
        counts = Counter(map(week_of, days))
        last = max(counts, default=week_of(self.sight.whole.as_of))
        first = max(min(counts, default=last), last - timedelta(weeks=_WEEKS - 1))
        mondays = (first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1))
        return Bars(
            title="Reports behind these links, by week",
            source="reports that you may read, by the day on which it happened or was reported.",
            as_of=self.sight.whole.as_of,
            width=Width.FULL,
            weeks=tuple(
                Week(monday, counts[monday], self._week(monday) if counts[monday] else "") for monday in mondays
            ),
        )

    def _week(self, monday: date) -> str:
        return self.rows.to(first=monday.isoformat(), last=(monday + timedelta(days=6)).isoformat())

    # words

    @property
    def scope(self) -> str:
        """What is drawn of what was found."""
        sight, reports = self.sight, words.plural(len(self.found.grounds), "report")
        things, networks = words.plural(len(sight.whole.nodes), "thing"), words.plural(len(sight.joined), "network")
        text = f"{things} in {reports}, in {networks}."
        if sight.hidden:
            text += f" The {len(sight.drawn.nodes):,} in the networks of most agencies and things are drawn."
        if sight.older:
            text += " Older reports are left out: set days to see them."
        return text

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """The thing that the page is about, in short."""
        if self.focus is None:
            return ()
        beside = {
            end
            for edge in self.sight.whole.edges
            for end in (edge.source, edge.target)
            if self.focus.id in (edge.source, edge.target) and end != self.focus.id
        }
        return (
            ("Kind", wording.KINDS[self.focus.kind]),
            ("Linked with", words.plural(len(beside), "thing")),
            ("Mentioned", words.plural(len(self.focus.mentions), "time")),
            ("Reported by", self.rows.few(self.focus.agencies)),
            ("When", wording.days(self.focus.first_on, self.focus.last_on)),
        )

    @property
    def way(self) -> tuple[str, ...]:
        """The way that was asked for, step by step."""
        return tuple(wording.step(self.sight.node, *step) for step in self.sight.along_the_way())

    @property
    def way_heading(self) -> str:
        """From what to what."""
        node, asked = self.sight.node, self.sight.asked
        start, end = (node[one].label if one and one in node else _GONE for one in (asked.start, asked.end))
        return f"Shortest path from {start} to {end}" if asked.end else f"Path from {start}"

    @property
    def links_table(self) -> Twin:
        """The table of links, with the days in words and the parts of a grade in one cell."""
        twin = self.chart.table()
        rows = []
        for source, link, target, first, last, *grade, handling, _, sent, count in twin.rows[self._part]:
            scheme, of_source, known = grade
            graded = f"{scheme} {of_source}{known}".strip()
            rows.append((source, link, target, _span(first, last), graded, handling, sent, count))
        columns = ("From", "Link", "To", "When", "Grade", "Handling", "Sent by")
        return Twin(twin.caption, (*((name, "") for name in columns), ("Reports", "num")), tuple(rows))


def _span(first: str, last: str) -> str:
    """Two ISO days in words."""
    begun, ended = (date.fromisoformat(one) if one else None for one in (first, last))
    return wording.days(begun, ended) if begun or ended else ""
