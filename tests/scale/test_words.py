"""Methods, models and periods in plain words."""

from datetime import date

import pytest

from darkfigure.judgement import VERDICTS
from darkfigure.methods import METHODS
from pentameter.scale import words


def test_every_method_and_verdict_has_words() -> None:
    named = set(METHODS) - {"loglinear", "repeat_counts"} | {"independence"}
    assert named <= set(words.METHODS) | {name for name in METHODS if METHODS[name].fewest == 1}
    assert set(words.VERDICTS) == set(VERDICTS)


def test_models_are_said_in_pairs() -> None:
    assert words.model("GO:GP, LA:NG") == "government with public; local authority with NGO"
    assert words.model("Clinics:PF") == "Clinics with police"
    assert words.model("NCA, NG:PF") == "NGO with police"
    assert words.model("independence") == words.model("NG, PF") == "no list depends on another"


def test_a_sentence_names_its_method_plainly() -> None:
    assert words.sentence("bic: The bootstrap has peaks.") == "Best model by BIC: The bootstrap has peaks."
    assert words.sentence("Nobody is on both of: LA and GP.") == "Nobody is on both of: LA and GP."


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2013, 1, 1), date(2013, 12, 31), "2013"),
        (date(2013, 1, 1), date(2014, 12, 31), "2013 to 2014"),
        (date(2013, 3, 2), date(2013, 12, 31), "2 March 2013 to 31 December 2013"),
    ],
    ids=["year", "years", "days"],
)
def test_periods(start: date, end: date, said: str) -> None:
    assert words.period(start, end) == said


def test_types() -> None:
    assert (words.theme(""), words.theme("forced_labour")) == ("All types", "Forced labour")
