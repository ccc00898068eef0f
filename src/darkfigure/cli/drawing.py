"""--plot: figures of `darkfigure.plots`, which needs matplotlib."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from darkfigure.errors import BadInput

ENDINGS = (".png", ".svg", ".pdf")


def require(path: str | None) -> None:
    """Say before the work begins that a plot cannot be drawn or written."""
    if path is None:
        return
    if find_spec("matplotlib") is None:
        raise BadInput('Plots need matplotlib: pip install "darkfigure[plots]".')
    if Path(path).suffix.lower() not in ENDINGS:
        raise BadInput(f"The plot {path} ends in none of {', '.join(ENDINGS)}.")
    if not Path(path).absolute().parent.is_dir():
        raise BadInput(f"There is no folder {Path(path).parent} to write the plot into.")


def draw(path: str, figure: Callable[[Any], Any]) -> None:
    """Draw with the plots package and save."""
    plots = import_module("darkfigure.plots")
    try:
        plots.save(figure(plots), path)
    except OSError as error:
        raise BadInput(f"The plot {path} cannot be written: {(error.strerror or 'unknown reason').lower()}.") from None


def said(path: str | None) -> str:
    """Where the plot is."""
    return f"Plot: {path}" if path else ""
