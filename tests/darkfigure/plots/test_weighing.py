"""Every model with its weight, and with its total where the search found one."""

from pathlib import Path

import pytest
from drawn import awkward, saved

from darkfigure import BadInput, examples, methods, plots


def test_united_kingdom(tmp_path: Path) -> None:
    """Models within two BIC of the best answer 12,262 and 25,978 where the best answers 22,991."""
    found = methods.estimate(examples.load("UKdat_5"), "bic", interval="none")
    words = saved(plots.model_weights(found), tmp_path, printed=True).splitlines()
    for text in ("22,991", "12,262", "25,978", "People in all", f"{found.models[0][1]:.1%}"):
        assert text in words, text


def test_stepwise_shows_what_its_replicates_chose(tmp_path: Path) -> None:
    found = methods.estimate(examples.load("Korea"), "stepwise", replicates=50)
    figure = plots.model_weights(found)
    shares = [bar.get_width() for bar in figure.axes[0].patches]
    assert shares == list(found.diagnostics["bootstrap"]["models"].values())
    words = saved(figure, tmp_path)
    assert "Share of bootstrap replicates that chose it" in words
    assert "People in all" not in words


def test_long_names(tmp_path: Path) -> None:
    found = methods.estimate(awkward(), "decomposable")
    words = saved(plots.model_weights(found), tmp_path).replace("\n", "").replace(" ", "")
    assert "Gangmasters$x_1$&<Labour>AbuseAuthority" in words


def test_a_method_of_one_model_says_so() -> None:
    with pytest.raises(BadInput, match="chao weighs no models"):
        plots.model_weights(methods.estimate(examples.load("Korea"), "chao"))
