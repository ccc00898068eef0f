"""One interface to all methods: every one answers a table it takes, and names what it does not know."""

import json

import pytest
from published import table

from darkfigure import CaptureHistories, methods
from darkfigure.errors import BadInput
from darkfigure.estimate import Estimate

QUICK = ("lincoln_petersen", "chapman", "chao", "loglinear", "stepwise", "bic", "decomposable")
TWO = CaptureHistories.from_mapping({("A",): 50, ("B",): 40, ("A", "B"): 12})


@pytest.mark.parametrize("name", QUICK)
def test_an_answer_in_one_form(name: str) -> None:
    histories = TWO if methods.METHODS[name].most == 2 else table("Korea")
    answer = methods.estimate(histories, name)
    assert isinstance(answer, Estimate)
    assert answer.total == pytest.approx(answer.observed + answer.dark_figure)
    assert answer.observed == histories.n
    assert answer.interval is not None
    assert answer.interval.low <= answer.interval.high
    assert answer.input_digest == histories.digest
    assert Estimate.from_dict(json.loads(json.dumps(answer.to_dict(), allow_nan=False))) == answer
    assert answer.summary()
    assert "<table>" in answer._repr_html_()


@pytest.mark.parametrize("name", QUICK)
def test_two_lists_where_a_method_takes_them(name: str) -> None:
    if methods.METHODS[name].takes(TWO):
        assert 80 < methods.estimate(TWO, name).total < 500
    else:
        with pytest.raises(BadInput, match="lists"):
            methods.estimate(TWO, name)


def test_unknown_names() -> None:
    with pytest.raises(BadInput, match="no method 'magic': lincoln_petersen, chapman, chao"):
        methods.estimate(TWO, "magic")
    with pytest.raises(BadInput, match="stepwise has no setting 'order': threshold"):
        methods.estimate(TWO, "stepwise", order=2)


def test_every_method_says_what_it_assumes() -> None:
    for method in methods.METHODS.values():
        assert method.assumes
        assert method.fewest <= method.most
