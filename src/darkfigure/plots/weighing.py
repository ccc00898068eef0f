"""Which models speak for an answer: their weights, and what each of them would say."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter
from numpy.typing import NDArray

from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate, whole
from darkfigure.plots import look
from darkfigure.plots.scales import round_numbers
from darkfigure.plots.wording import interactions, spoken

NAMES, TOTALS, LINE = 3.1, 1.15, 0.17
LEAST = 5e-4
"""Below this share a model is not drawn."""


@look.styled
def model_weights(estimate: Estimate) -> Figure:
    """A bar for each model: its weight, or the share of bootstrap replicates that chose it, and its total if known.

    >>> from darkfigure import CaptureHistories, methods
    >>> from darkfigure.plots import model_weights
    >>> women = {("b",): 5, ("c",): 5, ("d",): 41, ("b", "c"): 54, ("b", "d"): 6, ("b", "c", "d"): 12}
    >>> best = methods.estimate(CaptureHistories.from_mapping(women), "bic", interval="none")
    >>> model_weights(best).axes[0].get_xlabel()
    'Weight'
    """
    models, words = _models(estimate)
    totals = {row["model"]: row["total"] for row in estimate.diagnostics.get("best", [])}
    names = [look.wrapped(interactions(name), NAMES) for name, _ in models]
    heights = np.array([0.3 + LINE * (len(lines) - 1) for lines in names])
    caption, below = look.captioned([_caption(estimate, models)])
    figure = look.page(below + 0.5 + heights.sum() + 0.85)
    left = 0.3 + max(look.width_of(line) for lines in [["Interactions"], *names] for line in lines)
    width = look.PAGE - left - 0.75 - (TOTALS if totals else 0.0)
    axes = look.frame(figure, left, below + 0.5, width, heights.sum())
    middles = heights.sum() - np.cumsum(heights) + heights / 2
    _bars(axes, [weight for _, weight in models], middles, heights.sum())
    axes.set_xlabel(words, fontsize=look.SMALL, labelpad=5)
    _columns(axes, names, middles, [whole(totals[name]) if name in totals else "" for name, _ in models])
    look.head(figure, f"{spoken(estimate.method, first=True)}: the models behind the answer", caption, below)
    return figure


def _models(estimate: Estimate) -> tuple[list[tuple[str, float]], str]:
    """Models with their shares, and what those are shares of."""
    chosen = estimate.diagnostics.get("bootstrap", {}).get("models", {})
    models, words = list(estimate.models), "Weight"
    if not models:
        models, words = list(chosen.items()), "Share of bootstrap replicates that chose it"
    models = [(name, share) for name, share in models if share >= LEAST]
    if not models:
        raise BadInput(
            f"The method {estimate.method} weighs no models here: bic, decomposable, and stepwise with a bootstrap do."
        )
    return models, words


def _bars(axes: Axes, shares: list[float], middles: NDArray[np.float64], height: float) -> None:
    axes.barh(middles, shares, height=0.18, color=look.TEAL, edgecolor=look.INK, linewidth=0.5)
    axes.set_ylim(0, height)
    axes.set_xlim(0, max(shares) * 1.02)
    for share, middle in zip(shares, middles, strict=True):
        axes.annotate(
            f"{share:.1%}", (share, middle), (4, 0), textcoords="offset points", va="center_baseline", fontsize=9
        )
    percents = round_numbers(0.0, 100.0 * max(shares), log=False, inches=3.0)
    axes.xaxis.set_major_locator(FixedLocator([percent / 100.0 for percent in percents]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:.0%}"))
    axes.tick_params(axis="x", labelsize=look.SMALL, length=3)


def _columns(axes: Axes, names: list[list[str]], middles: NDArray[np.float64], totals: list[str]) -> None:
    """The models at the left of the axes, what each says at the right end of the page, and what they are called."""
    left = axes.get_position().x0 * look.PAGE
    width = axes.get_position().width * look.PAGE
    places = ((-0.12 / width, "right"), ((look.PAGE - left - 0.2) / width, "right"))
    room = axes.get_ylim()[1]
    quiet: dict[str, Any] = {"fontsize": look.SMALL, "color": look.QUIET}
    rows: list[tuple[tuple[str, str], float, dict[str, Any]]] = [
        (("\n".join(lines), total), middle / room, {})
        for lines, total, middle in zip(names, totals, middles, strict=True)
    ]
    rows.append((("Interactions", "People in all" if any(totals) else ""), 1.0 + 0.17 / room, quiet))
    for texts, height, style in rows:
        for (x, side), text in zip(places, texts, strict=True):
            look.write(axes, x, height, text, transform=axes.transAxes, ha=side, va="center_baseline", **style)


def _caption(estimate: Estimate, models: list[tuple[str, float]]) -> str:
    rest = 1.0 - sum(share for _, share in models)
    said = [f"Other models share {rest:.1%}."] if rest > LEAST else []
    criterion = str(estimate.settings.get("criterion", "")).upper()
    if estimate.models and criterion:
        said.append(f"Weights are exp(-difference of {criterion} / 2); the answer is the best model's, not an average.")
    elif estimate.models:
        said.append("Weights are posterior probabilities; the answer is the average over all of them.")
    else:
        said.append("A method that chooses one model on some resamples and another on others is sure of neither.")
    return " ".join([*said, "A:B: being on list A changes the chance of being on list B."])
