"""Looks into saved figures: what a reader would find on opening the file."""

import xml.etree.ElementTree as ET
from pathlib import Path

import matplotlib.image as images
import numpy as np
from matplotlib.figure import Figure

from darkfigure import CaptureHistories, plots

AWKWARD = ("Local authorities and social services", "Gangmasters $x_1$ & <Labour> Abuse Authority", "NCA", "Ünïcode")
"""Names that are long, that matplotlib would take for a formula, and that XML would take for marks."""


def awkward() -> CaptureHistories:
    """Four lists with such names, a pair that shares nobody, and one count a thousand times another."""
    rows = [("1000", 1200), ("0100", 80), ("0010", 60), ("0001", 12), ("1100", 9), ("1010", 7), ("1001", 1)]
    rows += [("0101", 2), ("1110", 1)]
    return CaptureHistories.from_counts({tuple(map(int, code)): people for code, people in rows}, AWKWARD)


def two_lists() -> CaptureHistories:
    """The fewest that there can be."""
    return CaptureHistories.from_mapping({("Police",): 120, ("Shelters",): 80, ("Police", "Shelters"): 9})


def saved(figure: Figure, folder: Path, *, printed: bool = False) -> str:
    """Save as PNG and SVG, as PDF too if it is to be `printed`, open them, and give the words on the page."""
    size = figure.get_size_inches() * figure.get_dpi()
    pixels = images.imread(plots.save(figure, folder / "figure.png"))[..., :3]
    assert np.allclose(pixels.shape[1::-1], size, atol=1), "the picture has the page's size"
    dark = (pixels.mean(axis=2) < 0.5).mean()
    assert 0.002 < dark < 0.5, f"{dark:.1%} of the picture is dark"
    assert _margin_is_white(pixels), "something is cut off at the edge"
    assert not printed or plots.save(figure, folder / "figure.pdf").read_bytes()[:5] == b"%PDF-"
    tree = ET.parse(plots.save(figure, folder / "figure.svg"))
    return "\n".join(
        " ".join("".join(text.itertext()).split()) for text in tree.iter("{http://www.w3.org/2000/svg}text")
    )


def _margin_is_white(pixels: np.ndarray) -> bool:
    edges = (pixels[:3], pixels[-3:], pixels[:, :3], pixels[:, -3:])
    return all(bool((edge > 0.99).all()) for edge in edges)
