"""How wide a text will be, from the advance widths of Atkinson Hyperlegible Next with tabular figures.

In thousandths of the type size, for the characters from space to tilde. A letter with a mark is as wide as without;
any other character counts as a wide one.
"""

from functools import cache
from unicodedata import normalize

# fmt: off
_REGULAR = (
    280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387, 632, 632, 632, 632, 632, 632, 632,
    632, 632, 632, 210, 210, 553, 628, 553, 480, 778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631, 541, 824,
    693, 714, 592, 724, 614, 592, 558, 690, 593, 856, 623, 575, 607, 317, 387, 344, 552, 372, 243, 525, 566, 485, 564,
    538, 314, 558, 550, 252, 245, 492, 262, 845, 550, 548, 566, 574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344,
    237, 344, 555,
)
_BOLD = (
    312, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440, 632, 632, 632, 632, 632, 632, 632,
    632, 632, 632, 272, 272, 569, 612, 569, 547, 781, 678, 643, 658, 688, 597, 566, 718, 701, 424, 561, 663, 552, 858,
    717, 746, 629, 756, 650, 610, 607, 686, 644, 886, 685, 650, 618, 340, 440, 344, 582, 400, 288, 552, 596, 510, 596,
    563, 365, 593, 571, 300, 259, 555, 318, 882, 571, 576, 596, 599, 376, 508, 376, 567, 530, 740, 539, 521, 505, 381,
    254, 381, 537,
)
# fmt: on
_OTHER = 900


def breadth(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text at a type size."""
    return sum(_advance(character, bold) for character in text) * size / 1000


@cache
def _advance(character: str, bold: bool) -> int:
    base = normalize("NFD", character)[0]
    return (_BOLD if bold else _REGULAR)[ord(base) - 32] if " " <= base <= "~" else _OTHER


def shortened(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than its room."""
    if breadth(text, size, bold=bold) <= room:
        return text
    while text and breadth(text + "…", size, bold=bold) > room:
        text = text[:-1].rstrip()
    return text + "…" if text else ""


def wrapped(text: str, size: float, room: float, *, lines: int = 2, bold: bool = False) -> list[str]:
    """The text in at most so many lines, the last one shortened where it must be."""
    done: list[str] = []
    words = text.split()
    while words and len(done) < lines - 1:
        taken = 1
        while taken < len(words) and breadth(" ".join(words[: taken + 1]), size, bold=bold) <= room:
            taken += 1
        done.append(shortened(" ".join(words[:taken]), size, room, bold=bold))
        words = words[taken:]
    if words:
        done.append(shortened(" ".join(words), size, room, bold=bold))
    return done


def compact(count: int) -> str:
    """A count in at most five characters: 2,018 but 12k and 1.2m."""
    for size, mark in ((1_000_000_000, "bn"), (1_000_000, "m"), (1_000, "k")):
        if count >= max(size, 10_000):
            share = count / size
            return f"{share:.1f}{mark}" if share < 9.95 else f"{share:,.0f}{mark}"
    return f"{count:,}"
