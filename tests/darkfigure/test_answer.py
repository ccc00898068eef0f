"""From a method's choice to an answer: what was asked, what is told beside the total, and why not."""

import numpy as np
import pytest
from published import table

from darkfigure import answer, loglinear, stepwise
from darkfigure.errors import BadInput
from darkfigure.histories import CaptureHistories
from darkfigure.lattice import table_of
from darkfigure.models import terms_of
from darkfigure.outcomes import Outcomes


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"interval": "wide"}, "no interval 'wide': wald, profile, percentile, bca, none"),
        ({"level": 1.0}, "between"),
        ({"seed": -3}, "seed is a whole number"),
        ({"replicates": 3}, "Limits need 50 to 1,000,000 replicates; 3 were asked for"),
    ],
)
def test_what_cannot_be_asked(asked: dict[str, object], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        answer.Wanted(**asked)


def test_replicates_matter_only_where_there_are_any() -> None:
    assert not answer.Wanted("wald", replicates=0).resamples
    assert answer.Wanted("percentile").resamples


def test_all_that_is_needed_to_ask_again() -> None:
    first = stepwise.estimate(table("Western"), threshold=0.05, interval="percentile", level=0.9, replicates=70, seed=8)
    assert first.settings == {"threshold": 0.05, "interval": "percentile", "level": 0.9, "replicates": 70}
    assert stepwise.estimate(table("Western"), seed=first.seed, **first.settings) == first
    assert loglinear.estimate(table("Western")).seed is None


def test_an_interval_that_takes_the_choice_as_given_says_so() -> None:
    for kind, warned in (("wald", True), ("profile", True), ("percentile", False)):
        found = stepwise.estimate(table("Kosovo"), interval=kind, replicates=50)
        assert any("takes the chosen model as given" in warning for warning in found.warnings) == warned
    given = loglinear.estimate(table("Kosovo"), interval="wald").warnings
    assert len(given) == 1
    assert "leave out the dark figure's own Poisson variation" in given[0]
    assert not loglinear.estimate(table("Kosovo"), interval="profile").warnings


def test_zero_overlaps_and_how_surprising_they_are() -> None:
    """K:R of the Netherlands: exp(-m), m the overlap expected under the chosen model without that pair."""
    histories = table("Ned_5")
    found = stepwise.estimate(histories, interval="none")
    without = [pair for pair in found.model.split(", ") if pair != "K:R"]
    fitted = loglinear.fixed(table_of(histories.cells()), terms_of(without, histories.lists))
    assert list(found.diagnostics["zero_overlaps"]) == ["K:R"]
    # few people overlap by chance where K has 1,348 of about 100,000 and R 742
    expected = -np.log(found.diagnostics["zero_overlaps"]["K:R"])
    total = float(fitted.totals[0])
    assert expected == pytest.approx(1348 * 742 / total, rel=0.3)


def test_a_refusal_names_what_stands_in_the_way() -> None:
    said = answer.refusal(terms_of("A:B", "ABC"), table_of(table("Artificial_3").cells())[:, 0], ("A", "B", "C"))
    assert "A:B" in said.sentence
    assert said.status == "infinite"
    assert "merge or drop" in said.what_would_help


def test_a_procedure_without_a_model_is_no_answer() -> None:
    def nameless(tables: np.ndarray) -> Outcomes:
        return Outcomes(tables.sum(axis=0), tables.sum(axis=0), np.zeros(tables.shape[1], dtype=np.int8))

    with pytest.raises(TypeError, match="names no model"):
        answer.estimate(table("Korea"), answer.Chosen("nameless", nameless), answer.Wanted("none"))


def test_nothing_is_drawn_where_nothing_is_asked() -> None:
    two = CaptureHistories.from_mapping({("A",): 5, ("B",): 10, ("A", "B"): 5})
    found = loglinear.estimate(two, interval="none")
    assert (found.interval, found.seed, found.total) == (None, None, pytest.approx(30.0))
