"""From frozen tables to everything that is stored of a run. Pure, and the only caller of darkfigure: the worker's work.

What comes out depends on the tables, the seed and the settings alone, so that a run can be repeated to the bit. numpy
and scipy are loaded when the first table is worked out, and never by a page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from pentameter.scale.rules.headline import Headline, headline, may_be_estimated
from pentameter.scale.rules.tables import Table

if TYPE_CHECKING:
    from darkfigure import CaptureHistories

Progress = Callable[[str, int], None]
"""Told what is being done and how much is done by then, of 100."""
METHOD = "stepwise"
"""What leaves lists out, and what pools the linkings: the method of the published estimate of 2014."""
QUICK_REPLICATES = 200
"""Of the bootstrap where a table is asked many times over: without each list, and in each linking."""
_PANEL, _SENSITIVITY = 60, 75


@dataclass(frozen=True, slots=True)
class Frozen:
    """The tables of a run: the likeliest linking, and draws of the others. Without doubts there are no draws."""

    table: Table
    drawn: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """How it is asked: seed and replicates of the bootstrap; `methods` None is all that suit the table."""

    seed: int
    replicates: int = 1000
    methods: tuple[str, ...] | None = None


def _silent(what: str, done: int) -> None:
    """For those who do not listen."""


def work_out(frozen: Frozen, settings: Settings, progress: Progress = _silent) -> tuple[dict[str, Any], Headline]:
    """All results as JSON types, and what is said first of them."""
    possible = may_be_estimated(frozen.table)
    if not possible.allowed:
        results: dict[str, Any] = {"panel": None, "sensitivity": None, "pooled": None, "pool_refused": ""}
        return results, Headline(refused=possible.reason)
    import darkfigure as df

    histories = _histories(frozen.table)
    panel = df.panel(
        histories,
        methods=settings.methods,
        replicates=settings.replicates,
        seed=settings.seed,
        progress=partial(_told, progress, 0, _PANEL),
    )
    moved = df.sensitivity(
        histories,
        method=METHOD,
        replicates=min(QUICK_REPLICATES, settings.replicates),
        seed=settings.seed,
        progress=partial(_told, progress, _PANEL, _SENSITIVITY - _PANEL),
    )
    pooled, pool_refused = _pooled(frozen.drawn, settings, partial(_told, progress, _SENSITIVITY, 100 - _SENSITIVITY))
    results = {
        "panel": panel.to_dict(),
        "sensitivity": moved.to_dict(),
        "pooled": pooled,
        "pool_refused": pool_refused,
    }
    return results, headline(results)


def versions() -> dict[str, str]:
    """What worked it out."""
    from importlib.metadata import version

    import darkfigure

    return {"darkfigure": darkfigure.__version__, "numpy": version("numpy"), "scipy": version("scipy")}


def _pooled(
    drawn: Sequence[Table], settings: Settings, told: Callable[[int, int, str], None]
) -> tuple[dict[str, Any] | None, str]:
    """The average over the linkings, or why there is none."""
    from darkfigure import Refusal, pool

    if not drawn:
        return None, ""
    replicates = min(QUICK_REPLICATES, settings.replicates)
    tables = [_histories(one) for one in drawn]
    try:
        found = pool(tables, method=METHOD, seed=settings.seed, replicates=replicates, progress=told)
    except Refusal as refusal:
        return None, str(refusal)
    return found.to_dict(), ""


def _told(progress: Progress, begun: int, share: int, done: int, of: int, what: str) -> None:
    progress(what, begun + share * done // max(of, 1))


def _histories(table: Table) -> "CaptureHistories":
    from darkfigure import CaptureHistories

    return CaptureHistories.from_counts([[*row, count] for row, count in table.rows()], table.lists)
