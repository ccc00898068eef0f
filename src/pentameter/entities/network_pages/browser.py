"""The drawing for the browser: places, marks and words as JSON, worked out here so that everyone sees the same."""

import json
from collections.abc import Iterable, Mapping
from uuid import UUID

from markupsafe import Markup

from pentameter.entities.network import drawing, wording
from pentameter.entities.network.graph import Edge
from pentameter.entities.network.sight import Sight, name_on_chart
from pentameter.entities.network_pages.rows import ThingRow
from pentameter.intelligence.intake.relations import Relation

_ESCAPED = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))
_ORDER = list(Relation)


def data_of(sight: Sight, rows: Iterable[ThingRow], focus: UUID | None, ways: Mapping[str, str]) -> Markup:
    """The data, as JSON that no mark-up can break out of. `ways` are addresses with the nil UUID where a thing goes."""
    held = {one.thing for one in sight.holders}
    steps = {frozenset((one, other)) for one, other, _ in sight.along_the_way()}
    joined = drawing.pairs(sight.drawn.edges).items()
    data = {
        "nodes": [_node(sight, row, held) for row in rows],
        "edges": [_edge(pair, edges, on_the_way=frozenset(pair) in steps) for pair, edges in joined],
        "colours": drawing.COLOURS,
        "way": [str(thing) for thing in sight.way],
        "focus": str(focus or ""),
        "ways": dict(ways),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in _ESCAPED:
        text = text.replace(character, escaped)
    return Markup(text)  # noqa: S704 - what could end the element is escaped


def _node(sight: Sight, row: ThingRow, held: set[UUID]) -> dict[str, object]:
    x, y = sight.at.at[row.node.id]
    return {
        "id": str(row.node.id),
        "x": x,
        "y": y,
        "kind": row.node.kind,
        "name": name_on_chart(row.node),
        "full": row.node.label,
        "what": row.what,
        "when": row.when,
        "by": row.by,
        "links": row.links,
        "holds": row.node.id in held,
    }


def _edge(pair: tuple[UUID, UUID], edges: list[Edge], *, on_the_way: bool) -> dict[str, object]:
    """A line: in the direction of the clearest link, with everything that is said on it."""
    said = sorted({edge.relation for edge in edges}, key=_ORDER.index)
    clearest = next(edge for edge in edges if edge.relation is said[0])
    return {
        "id": f"{pair[0]}/{pair[1]}",
        "source": str(clearest.source),
        "target": str(clearest.target),
        "name": ", ".join(wording.relation(one) for one in said if one is not Relation.NAMED_TOGETHER),
        "weak": said == [Relation.NAMED_TOGETHER],
        "hand": all(edge.by for edge in edges),
        "way": on_the_way,
    }
