"""What `import darkfigure as df` gives, and what it costs."""

import subprocess
import sys
from types import ModuleType

import pytest

import darkfigure as df

FUNCTIONS = ("by_stratum", "internal_consistency", "panel", "pool", "sensitivity", "trajectory")


def _run(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.strip()


def test_all_that_is_promised_is_there() -> None:
    assert all(getattr(df, name) is not None for name in df.__all__)
    assert set(df.__all__) <= set(dir(df))
    assert all(callable(getattr(df, name)) for name in FUNCTIONS)
    assert all(isinstance(getattr(df, name), ModuleType) for name in ("methods", "simulate", "examples", "plots"))


def test_a_name_that_is_not_there_is_an_ordinary_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = df.nothing
    assert not hasattr(df, "pannel")


def test_functions_work_as_a_user_would_guess() -> None:
    korea = df.examples.load("Korea")
    assert round(df.methods.estimate(korea, "stepwise", interval="wald").total) == 269
    assert df.sensitivity(korea, thresholds=(), odds_ratios=()).baseline is not None
    assert df.panel(korea, methods=["chao"], replicates=0, checks=False).rows[0].method == "chao"
    assert df.pool([korea, korea], interval="wald").diagnostics["tables"] == 2


@pytest.mark.parametrize("name", ["panel", "pool", "sensitivity", "trajectory"])
@pytest.mark.parametrize(
    "before",
    ["", "import darkfigure.{0}", "from darkfigure.{0} import {0}", "from darkfigure import {0}", "df.{0}"],
)
def test_a_function_is_never_hidden_by_its_module(name: str, before: str) -> None:
    """Whatever was imported before, `df.panel` is the function, and `darkfigure.panel` can still be imported from."""
    program = (
        f"import darkfigure as df\n{before.format(name)}\n"
        f"from darkfigure.{name} import {name} as found\n"
        f"assert df.{name} is found and found.__module__ == 'darkfigure.{name}'\n"
        f"import importlib; assert importlib.import_module('darkfigure.{name}').{name} is found"
    )
    _run(program)


def test_importing_it_loads_neither_scipy_nor_matplotlib() -> None:
    loaded = _run("import sys, darkfigure; print(*(one for one in sys.modules if one in ('scipy', 'matplotlib')))")
    assert loaded == ""


def test_asking_for_the_panel_loads_neither_matplotlib_nor_scipy_stats() -> None:
    program = "import sys, darkfigure as df; df.panel, df.pool, df.simulate, df.by_stratum, df.internal_consistency\n"
    loaded = _run(program + "print(*(one for one in sys.modules if one in ('scipy.stats', 'matplotlib')))")
    assert loaded == ""
