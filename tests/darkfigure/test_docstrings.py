"""What the docstrings show is what the library does."""

import doctest
import importlib
import pkgutil

import pytest

import darkfigure

MODULES = sorted(
    found.name for found in pkgutil.walk_packages(darkfigure.__path__, "darkfigure.") if "__main__" not in found.name
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_methods_show_an_example() -> None:
    shown = [name for name in MODULES if doctest.DocTestFinder().find(importlib.import_module(name))]
    assert {"darkfigure.stepwise", "darkfigure.loglinear", "darkfigure.chao", "darkfigure.closed"} <= set(shown)
