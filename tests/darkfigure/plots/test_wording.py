"""Every method has a name that can be read out."""

from darkfigure import methods
from darkfigure.plots import wording


def test_every_method_is_named() -> None:
    assert set(methods.METHODS) <= set(wording.NAMED)


def test_an_unknown_method_keeps_its_name() -> None:
    assert wording.spoken("my_method", first=True) == "My method"
