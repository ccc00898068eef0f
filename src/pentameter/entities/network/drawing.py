"""The chart of a network as a drawing: for print, to be carried away, and where no script runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from markupsafe import Markup

from pentameter.entities.network.graph import Edge, Node
from pentameter.entities.network.sight import RADIUS, TYPE, Sight, name_on_chart
from pentameter.entities.network.wording import KINDS, relation
from pentameter.intelligence.intake.relations import Relation
from pentameter.look.charts.canvas import Canvas
from pentameter.look.charts.chart import Chart, Twin
from pentameter.look.charts.palette import CATEGORIES, INK, PAPER

COLOURS = dict(zip(KINDS, CATEGORIES, strict=True))
_WAY = "#b3520f"
_SAID = "#6b7789"
_WEAK = "#b4bdca"


@dataclass(frozen=True, kw_only=True)
class LinkChart(Chart):
    """A network as lines between things, at the places that were worked out for it."""

    sight: Sight
    agencies: tuple[tuple[str, str], ...]
    conditions: tuple[tuple[UUID, str], ...] = ()

    def key(self) -> str:
        """One chart of its kind stands on a page."""
        return "network"

    def svg(self, width: float | None = None, class_: str = "") -> Markup:
        """The drawing in its own size, whatever the width; the page makes it fit."""
        canvas = Canvas(float(max(1, self.sight.at.width)), self.key())
        return canvas.finish(self.paint(canvas), self.title, class_)

    def paint(self, canvas: Canvas) -> float:
        """Lines first, then things with their names."""
        steps = {frozenset((one, other)) for one, other, _ in self.sight.along_the_way()}
        for pair, edges in pairs(self.sight.drawn.edges).items():
            self._line(canvas, pair, edges, on_the_way=frozenset(pair) in steps)
        for node in self.sight.drawn.nodes:
            self._thing(canvas, node)
        return float(max(1, self.sight.at.height))

    def _line(self, canvas: Canvas, pair: tuple[UUID, UUID], edges: list[Edge], *, on_the_way: bool) -> None:
        (x1, y1), (x2, y2) = (self.sight.at.at[end] for end in pair)
        weak = all(edge.relation is Relation.NAMED_TOGETHER for edge in edges)
        canvas.draw(
            "line",
            x1=x1,
            y1=y1,
            x2=x2,
            y2=y2,
            stroke=_WAY if on_the_way else _WEAK if weak else _SAID,
            stroke_width=4 if on_the_way else 1 if weak else 1.8,
            stroke_dasharray="3 3" if weak and not on_the_way else None,
        )

    def _thing(self, canvas: Canvas, node: Node) -> None:
        x, y = self.sight.at.at[node.id]
        with canvas.thing(f"{node.label}, {KINDS[node.kind].lower()}"):
            _mark(canvas, node.kind, x, y)
            canvas.say(name_on_chart(node), x, y + RADIUS + 14, size=TYPE, anchor="middle", fill=INK)

    def table(self) -> Twin:
        """A row for each thing said: who says it, on what grade, and who may be told."""
        columns = ("From", "Link", "To", "First day", "Last day", "Scheme", "Source", "Information")
        handling = ("Handling", "Conditions", "Sent by", "Reports")
        return Twin(self.title, tuple((name, "") for name in (*columns, *handling)), self._rows())

    def _said(self) -> list[Edge]:
        node = self.sight.node
        order = {one: number for number, one in enumerate(Relation)}
        return sorted(
            self.sight.drawn.edges,
            key=lambda edge: (order[edge.relation], node[edge.source].label, node[edge.target].label, edge.id),
        )

    def _rows(self) -> tuple[tuple[str, ...], ...]:
        conditions, names = dict(self.conditions), dict(self.agencies)
        return tuple(self._row(edge, conditions, names) for edge in self._said())

    def _row(self, edge: Edge, conditions: Mapping[UUID, str], names: Mapping[str, str]) -> tuple[str, ...]:
        node, grade = self.sight.node, edge.grade
        told = sorted({conditions[report] for report in edge.reports if report in conditions})
        return (
            *(node[edge.source].label, relation(edge.relation), node[edge.target].label),
            *((day.isoformat() if day else "") for day in (edge.from_on, edge.to_on)),
            *(grade.scheme, grade.source, grade.information, edge.handling, " / ".join(told)),
            *(names.get(edge.agency, edge.agency), str(len(edge.reports))),
        )


def pairs(edges: tuple[Edge, ...]) -> dict[tuple[UUID, UUID], list[Edge]]:
    """What joins each two things, however many edges it is."""
    found: dict[tuple[UUID, UUID], list[Edge]] = {}
    for edge in edges:
        one, other = sorted((edge.source, edge.target))
        found.setdefault((one, other), []).append(edge)
    return found


def _mark(canvas: Canvas, kind: str, x: float, y: float) -> None:
    """A shape and a colour for each kind, so that neither is needed to tell them apart."""
    fill, r = COLOURS[kind], RADIUS
    points = {
        "vehicle": ((-r, 0), (-r / 2, -r), (r / 2, -r), (r, 0), (r / 2, r), (-r / 2, r)),
        "premises": ((-r, r), (-r, -r / 4), (0, -r), (r, -r / 4), (r, r)),
        "advert": ((0, -r), (r, 0), (0, r), (-r, 0)),
        "organisation": ((0, -r), (r, r * 0.8), (-r, r * 0.8)),
    }
    if kind == "person":
        canvas.draw("circle", cx=x, cy=y, r=r, fill=fill, stroke=PAPER, stroke_width=2)
    elif kind == "phone":
        canvas.draw("rect", x=x - 7, y=y - r, width=14, height=2 * r, rx=3, fill=fill, stroke=PAPER, stroke_width=2)
    else:
        drawn = " ".join(f"{x + right:.1f},{y + down:.1f}" for right, down in points[kind])
        canvas.draw("polygon", points=drawn, fill=fill, stroke=PAPER, stroke_width=2)


def key() -> tuple[tuple[Markup, str], ...]:
    """What each mark means: the mark, and its name."""
    found = []
    for kind, name in KINDS.items():
        canvas = Canvas(26.0, f"key-{kind}")
        _mark(canvas, kind, 13, 13)
        found.append((_small(canvas), name))
    for name, dash, colour in (("said of the two", None, _SAID), ("named together only", "3 3", _WEAK)):
        canvas = Canvas(26.0, "key-line")
        canvas.draw("line", x1=1, y1=13, x2=25, y2=13, stroke=colour, stroke_width=1.8, stroke_dasharray=dash)
        found.append((_small(canvas), name))
    return tuple(found)


def _small(canvas: Canvas) -> Markup:
    return Markup(
        '<svg viewBox="0 0 26 26" width="22" height="22" aria-hidden="true" focusable="false">{}</svg>'
    ).format(
        Markup(canvas.body())  # noqa: S704 - shapes only, no words
    )
