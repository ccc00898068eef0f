"""How many were never seen: multiple systems estimation from the overlaps of lists of known people.

Pure Python on numpy and scipy. What is needed day by day stands here:

    import darkfigure as df
    table = df.CaptureHistories.from_csv("victims.csv")
    df.methods.estimate(table, "stepwise")   # one method by its name; each is a module with a function `estimate`
    df.panel(table)                          # all methods and the reliability statement
    df.sensitivity(table), df.internal_consistency(table), df.trajectory(table)
    df.by_stratum(stratified), df.pool(tables), df.simulate.pairwise(10_000, seed=1)

It is loaded when it is first asked for, so that `import darkfigure` loads numpy alone. `panel`, `pool`, `sensitivity`
and `trajectory` live in modules of the same names. Here the names are the functions, whatever was imported before;
what else those modules hold is had by `from darkfigure.panel import Panel`.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from darkfigure.errors import BadInput, Refusal
from darkfigure.estimate import VERSION, Estimate, Interval
from darkfigure.histories import CaptureHistories

if TYPE_CHECKING:
    from darkfigure import examples as examples
    from darkfigure import methods as methods
    from darkfigure import plots as plots
    from darkfigure import simulate as simulate
    from darkfigure.consistency import internal_consistency
    from darkfigure.panel import panel
    from darkfigure.pool import pool
    from darkfigure.repeat_counts import RepeatCounts
    from darkfigure.sensitivity import sensitivity
    from darkfigure.strata import by_stratum
    from darkfigure.trajectory import trajectory

__version__ = VERSION
__all__ = [
    "BadInput",
    "CaptureHistories",
    "Estimate",
    "Interval",
    "Refusal",
    "RepeatCounts",
    "__version__",
    "by_stratum",
    "examples",
    "internal_consistency",
    "methods",
    "panel",
    "plots",
    "pool",
    "sensitivity",
    "simulate",
    "trajectory",
]
_MODULES = ("examples", "methods", "plots", "simulate")
_HOMES = {
    "RepeatCounts": "repeat_counts",
    "by_stratum": "strata",
    "internal_consistency": "consistency",
    "panel": "panel",
    "pool": "pool",
    "sensitivity": "sensitivity",
    "trajectory": "trajectory",
}


class _Package(ModuleType):
    """The import system sets each module that it loads in its package; a function of that name keeps its place."""

    def __setattr__(self, name: str, value: object) -> None:
        hidden = _HOMES.get(name) == name and isinstance(value, ModuleType)
        super().__setattr__(name, getattr(value, name) if hidden else value)


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"darkfigure.{name}")
    if name in _HOMES:
        value = getattr(import_module(f"darkfigure.{_HOMES[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'darkfigure' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Package
