"""The card that other sites show of a bulletin: drawn here, from its title alone, and fetched from nobody else.

A PNG, since those who read Open Graph do not draw SVG.
"""

import io
from functools import cache
from importlib.resources import files
from typing import Final

from PIL import Image, ImageDraw, ImageFont

SIZE: Final = (1200, 630)
_INK, _PAPER, _ACCENT, _QUIET = "#14213d", "#ffffff", "#7fd1d4", "#c9d1dc"
_LEFT, _WIDE = 80, 1040
_BARS = ((4, 14), (9.2, 9), (14.3, 5), (19.4, 9), (24.6, 14))
"""The mark's five strokes: left and top in a square of 32."""
_LATIN, _EXTENDED = "atkinson-latin.woff2", "atkinson-latin-ext.woff2"


def card(title: str, below: str) -> bytes:
    """The card: the mark, the title, and a line below it such as the day."""
    picture = Image.new("RGB", SIZE, _INK)
    draw = ImageDraw.Draw(picture)
    _mark(draw)
    size, lines = _fitted(title)
    for number, line in enumerate(lines):
        _say(draw, (_LEFT, 210 + number * size * 1.16), line, size, 700, _PAPER)
    _say(draw, (_LEFT, 540), below, 30, 400, _QUIET)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _mark(draw: ImageDraw.ImageDraw) -> None:
    for number, (left, top) in enumerate(_BARS):
        box = (_LEFT + (left - 4) * 3, 60 + (top - 5) * 3, _LEFT + (left - 0.6) * 3, 60 + 21 * 3)
        draw.rounded_rectangle(box, radius=5, fill=_ACCENT if number == 2 else _PAPER)
    _say(draw, (_LEFT + 96, 84), "Pentameter", 34, 600, _PAPER)


def _fitted(title: str) -> tuple[int, list[str]]:
    """The largest size at which the title fits on the card; at the smallest it is shortened."""
    for size in (72, 60, 50, 42):
        lines = _lines(title, size)
        if len(lines) * size * 1.16 <= 310:
            return size, lines
    return 42, [*lines[:5], lines[5].rsplit(" ", 1)[0] + "…"]


def _lines(title: str, size: int) -> list[str]:
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _breadth(longer, size, 700) > _WIDE:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _breadth(text: str, size: int, weight: int) -> float:
    return sum(_font(name, size, weight).getlength(part) for name, part in _runs(text))


def _say(draw: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int, weight: int, fill: str) -> None:
    left, top = at
    for name, part in _runs(text):
        font = _font(name, size, weight)
        draw.text((left, top), part, font=font, fill=fill)
        left += font.getlength(part)


def _runs(text: str) -> list[tuple[str, str]]:
    """The text in parts that one file of the typeface can draw."""
    runs: list[tuple[str, str]] = []
    for sign in text:
        name = _EXTENDED if "\u0100" <= sign <= "\u024f" or "\u1e00" <= sign <= "\u1eff" else _LATIN
        if runs and runs[-1][0] == name:
            runs[-1] = (name, runs[-1][1] + sign)
        else:
            runs.append((name, sign))
    return runs


@cache
def _font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    found = files("pentameter.look").joinpath("static/look/fonts", name).read_bytes()
    font = ImageFont.truetype(io.BytesIO(found), size)
    font.set_variation_by_axes([weight])
    return font
