"""Names of models, there and back."""

import numpy as np
import pytest

from darkfigure.errors import BadInput
from darkfigure.models import INDEPENDENCE, name_of, sorted_terms, terms_of
from darkfigure.search.space import all_models

LISTS = ("LA", "NG", "PF", "GP")


@pytest.mark.parametrize("order", [1, 2, 3])
def test_there_and_back(order: int) -> None:
    for terms in all_models(4, order).T:
        assert np.array_equal(terms_of(name_of(terms, LISTS), LISTS), terms)


def test_one_name_whatever_the_order() -> None:
    turned = ("GP", "PF", "NG", "LA")
    for model in ("PF:GP, NG:LA", [("LA", "NG"), "GP:PF"], " NG : LA ,GP:PF "):
        assert name_of(terms_of(model, LISTS), LISTS) == name_of(terms_of(model, turned), turned) == "GP:PF, LA:NG"
    assert sorted_terms([0b11, 0b1000], LISTS) == ["GP", "LA:NG"]


def test_independence() -> None:
    for model in (None, "", INDEPENDENCE, [], "LA, NG"):
        assert name_of(terms_of(model, LISTS), LISTS) == INDEPENDENCE


def test_only_the_largest_are_named() -> None:
    assert name_of(terms_of("LA:NG:PF, LA:NG, NG:GP", LISTS), LISTS) == "GP:NG, LA:NG:PF"


def test_what_is_no_model() -> None:
    with pytest.raises(BadInput, match="names list 'XX': the lists are LA, NG, PF, GP"):
        terms_of("LA:XX", LISTS)
    with pytest.raises(BadInput, match="interaction of all lists"):
        terms_of("LA:NG:PF:GP", LISTS)
