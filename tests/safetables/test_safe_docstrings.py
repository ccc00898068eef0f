"""What the docstrings of safetables show is what it does."""

import doctest
import importlib
import pkgutil

import pytest

import safetables

MODULES = sorted(
    found.name for found in pkgutil.walk_packages(safetables.__path__, "safetables.") if "__main__" not in found.name
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_all_that_is_promised_is_there() -> None:
    assert all(getattr(safetables, name) is not None for name in safetables.__all__)
