"""What stands on the page for a directive: a released count, a chart or table of one, or a picture of the story."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.template.loader import render_to_string
from markupsafe import Markup

from pentameter.bulletins.editing.markup.directives import Directive, Kind
from pentameter.bulletins.editing.markup.rendering import Drawn
from pentameter.bulletins.editing.released import Released, Source, released_table
from pentameter.look import words
from pentameter.look.charts.chart import Width
from pentameter.look.charts.rows import Row, Rows


@dataclass(frozen=True, slots=True)
class PictureCard:
    """A picture of a story, without its pixels."""

    id: UUID
    name: str
    alternative: str
    credit: str
    media_type: str
    width: int
    height: int


@dataclass
class Drawing:
    """Draws the directives of one text, and notes what they used."""

    pictures: Mapping[str, PictureCard]
    address: Callable[[UUID], str]
    used: set[UUID] = field(default_factory=set)
    sources: dict[tuple[str, str], Source] = field(default_factory=dict)

    def draw(self, directive: Directive) -> Drawn | str:
        """What stands for it, or a sentence that says why nothing does."""
        if directive.kind is Kind.PICTURE:
            return self._picture(directive.path[0])
        found = released_table(directive.path[0], directive.path[1])
        if isinstance(found, str):
            return found
        self.sources[found.source.release, found.source.table] = found.source
        if directive.kind is Kind.FIGURE:
            return _figure(found, directive.path[2])
        drawn = directive.kind is Kind.CHART
        template = "editing/drawn/chart.jinja" if drawn else "editing/drawn/table.jinja"
        chart = _chart(found, found.top if drawn else found.parts)
        page = render_to_string(template, {"chart": chart, "source": found.source, "total": found.total})
        return Drawn(Markup(page), found.title)  # noqa: S704 - of our own template, which escapes

    def _picture(self, name: str) -> Drawn | str:
        card = self.pictures.get(name)
        if card is None:
            known = ", ".join(self.pictures) or "none yet"
            return f"This story has no picture “{name}”. Its pictures: {known}."
        self.used.add(card.id)
        page = render_to_string("editing/drawn/picture.jinja", {"card": card, "address": self.address(card.id)})
        return Drawn(Markup(page), f"{card.alternative} {card.credit}".strip())  # noqa: S704 - of our own template


def _figure(found: Released, cell: str) -> Drawn | str:
    count = found.cell(cell)
    if isinstance(count, str):
        return count
    if count is None:
        return f"“{cell}” of the table “{found.title}” is withheld, so that it shows nobody. Leave it out."
    said = words.number(count)
    return Drawn(Markup("<data value='{}'>{}</data>").format(count, said), said)


def _chart(found: Released, parts: tuple[tuple[str, int | None], ...]) -> Rows:
    notes = list(found.notes)
    return Rows(
        title=found.title,
        source=found.said_by,
        as_of=found.source.as_of,
        note=" ".join(notes),
        width=Width.HALF,
        rows=tuple(Row(name, (count,)) for name, count in parts),
        series=(found.counted.capitalize(),),
        what=found.heading,
    )
