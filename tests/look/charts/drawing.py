"""Reads a drawing back: its words with the boxes that they fill, so that tests can see what touches what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from pentameter.look.charts.measure import breadth

_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Word:
    """A text of a drawing, and the box that it fills."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    def touches(self, other: "Word") -> bool:
        """Whether the two boxes share more than an edge."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.5 and down > 0.5


@dataclass(frozen=True)
class Drawing:
    """A parsed drawing."""

    root: ElementTree.Element
    left: float
    top: float
    width: float
    height: float

    def words(self) -> list[Word]:
        """All texts, in the order in which they are drawn."""
        return list(_words(self.root, 0))

    def titles(self) -> list[str]:
        """What the drawing says of its parts."""
        return [e.text or "" for e in self.root.iter() if e.tag.removeprefix(_SVG) == "title"]

    def ids(self) -> list[str]:
        """The ids that the drawing defines."""
        return [e.attrib["id"] for e in self.root.iter() if "id" in e.attrib]

    def links(self) -> list[str]:
        """The addresses that the drawing opens."""
        return [e.attrib["href"] for e in self.root.iter() if e.tag.removeprefix(_SVG) == "a"]


def read(svg: str) -> Drawing:
    """Parse a drawing; it is XML or the test fails."""
    root = ElementTree.fromstring(svg)
    return Drawing(root, *(float(part) for part in root.attrib["viewBox"].split()))


def faults(drawing: Drawing) -> list[str]:
    """What leaves the frame, what touches, and what a strict policy would refuse."""
    words = drawing.words()
    found = [f"{word.text!r} leaves the frame" for word in words if not _inside(word, drawing)]
    for i, word in enumerate(words):
        found += [f"{word.text!r} touches {other.text!r}" for other in words[i + 1 :] if word.touches(other)]
    found += [f"style on {e.tag}" for e in drawing.root.iter() if "style" in e.attrib or e.tag.endswith("style")]
    found += [f"{e.tag} {k}={v}" for e in drawing.root.iter() for k, v in e.attrib.items() if v in ("nan", "inf")]
    found += [f"{e.tag} has a negative {k}" for e in drawing.root.iter() for k in _SIZES if _negative(e, k)]
    return found


_SIZES = ("width", "height", "r", "font-size")


def _negative(element: ElementTree.Element, key: str) -> bool:
    return float(element.attrib.get(key, "0")) < 0


def _inside(word: Word, drawing: Drawing) -> bool:
    across = drawing.left - 0.5 <= word.left and word.right <= drawing.left + drawing.width + 0.5
    return across and drawing.top - 0.5 <= word.top and word.bottom <= drawing.top + drawing.height + 0.5


def _words(element: ElementTree.Element, down: float) -> Iterator[Word]:
    """The texts below an element, moved down by what its groups are."""
    moved = re.fullmatch(r"translate\(0 (\d+)\)", element.attrib.get("transform", ""))
    down += float(moved[1]) if moved else 0
    if element.tag.removeprefix(_SVG) == "text":
        yield _word(element, down)
    for child in element:
        yield from _words(child, down)


def _word(element: ElementTree.Element, down: float) -> Word:
    text = (element[-1].tail if len(element) else element.text) or ""
    size, x, y = (float(element.attrib[key]) for key in ("font-size", "x", "y"))
    y += down
    wide = breadth(text, size, bold="font-weight" in element.attrib)
    left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[element.attrib.get("text-anchor", "start")]
    return Word(text, left, left + wide, y - size * 0.72, y + size * 0.2)
