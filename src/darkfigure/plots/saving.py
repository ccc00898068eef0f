"""A figure to a file: PNG to look at, SVG and PDF to print; the same figure gives the same bytes."""

from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from darkfigure.errors import BadInput
from darkfigure.plots.look import STYLE

UNDATED: dict[str, dict[str, Any]] = {
    ".png": {"Software": None},
    ".svg": {"Date": None, "Creator": None},
    ".pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
"""What each kind of file would say of its making, left out."""


def save(figure: Figure, path: Path | str) -> Path:
    """Write the figure as the ending of `path` says: png, svg or pdf. Returns the path."""
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in UNDATED:
        raise BadInput(f"{path.name}: a figure is saved as png, svg or pdf, and the name says which.")
    with mpl.rc_context(STYLE):
        figure.savefig(path, format=ending[1:], metadata=UNDATED[ending])
    return path
