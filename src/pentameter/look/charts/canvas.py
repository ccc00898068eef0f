"""A drawing under way: a few shapes, words that never leave the frame, and links that say where they lead."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from markupsafe import Markup, escape

from pentameter.look.charts.measure import breadth, shortened
from pentameter.look.charts.palette import FONT, SIZE, TEXT

Attribute = str | float | None


def short(value: float) -> str:
    """A coordinate, with no more figures than the eye can tell apart."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def shape(name: str, **attributes: Attribute) -> str:
    """An element without content. `fill_opacity` becomes fill-opacity, `class_` class; None is left out."""
    parts = []
    for key, value in attributes.items():
        if value is not None:
            written = _escaped(value) if isinstance(value, str) else short(value)
            parts.append(f' {_written(key)}="{written}"')
    return f"<{name}{''.join(parts)}/>"


@cache
def _written(key: str) -> str:
    """The name of an attribute as it is written."""
    return key.rstrip("_").replace("_", "-")


def _escaped(value: str) -> str:
    """The same as `escape`, which most values do not need: colours and names of classes."""
    return value if value.lstrip("#").isalnum() else escape(value)


class Canvas:
    """Shapes in the order in which they are drawn.

    `key` makes ids unique among the drawings of a page. `pinned` words keep their width in whatever font they are
    shown: for files, which are opened where ours is not installed.
    """

    def __init__(self, width: float, key: str, *, pinned: bool = False) -> None:
        self.width = width
        self.key = key
        self.pinned = pinned
        self.linked = False
        self._parts: list[str] = []
        self._definitions: dict[str, str] = {}

    def draw(self, name: str, **attributes: Attribute) -> None:
        """Add a shape."""
        self._parts.append(shape(name, **attributes))

    def say(
        self, text: str, x: float, y: float, *, size: float = SIZE, anchor: str = "start", **attributes: Attribute
    ) -> None:
        """Add words, shortened where they would leave the frame. `room` limits them further."""
        bold = attributes.get("font_weight") is not None
        sides = {"start": self.width - x, "end": x, "middle": 2 * min(x, self.width - x)}
        room = min(sides[anchor], float(attributes.pop("room", None) or sides[anchor]))
        shown = shortened(text, size, room, bold=bold)
        if not shown:
            return
        full = "" if shown == text else f"<title>{escape(text)}</title>"
        given: dict[str, Attribute] = {"x": x, "y": y, "font_size": size, "fill": TEXT}
        given |= {"text_anchor": None if anchor == "start" else anchor}
        if self.pinned:
            given |= {"textLength": breadth(shown, size, bold=bold), "lengthAdjust": "spacingAndGlyphs"}
        opening = shape("text", **(given | attributes))[:-2]
        self._parts.append(f"{opening}>{full}{escape(shown)}</text>")

    def right_of(self, text: str, x: float, *, size: float = SIZE, bold: bool = False) -> float:
        """Where a text that starts at `x` ends."""
        return x + breadth(text, size, bold=bold)

    def define(self, name: str, content: str) -> str:
        """A pattern of this drawing, as the value of a fill. `content` has {id} where the id belongs."""
        self._definitions[name] = content.replace("{id}", f"{name}-{self.key}")
        return f"url(#{name}-{self.key})"

    @contextmanager
    def thing(self, title: str, href: str = "") -> Iterator[None]:
        """What belongs together under one title; a link where there is something to open."""
        name = "a" if href else "g"
        where = f' href="{escape(href)}"' if href else ""
        self.linked = self.linked or bool(href)
        self._parts.append(f"<{name}{where}><title>{escape(title)}</title>")
        yield
        self._parts.append(f"</{name}>")

    def body(self) -> str:
        """Definitions and shapes, without the frame."""
        known = f"<defs>{''.join(self._definitions.values())}</defs>" if self._definitions else ""
        return known + "".join(self._parts)

    def finish(self, height: float, label: str, class_: str = "") -> Markup:
        """The whole drawing for a page. Links inside make it a group, or else it is one image."""
        role = "group" if self.linked else "img"
        kind = f' class="{class_}"' if class_ else ""
        box = f"0 0 {short(self.width)} {short(height)}"
        return Markup(  # noqa: S704 - every word in it is escaped where it is drawn
            f'<svg{kind} viewBox="{box}" role="{role}" aria-label="{escape(label)}" focusable="false"'
            f' font-family="{FONT}">{self.body()}</svg>'
        )
