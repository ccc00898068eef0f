"""Ask a method and keep its refusal: where many answers stand side by side none of them may vanish."""

from collections.abc import Mapping
from typing import Any

from darkfigure import methods
from darkfigure.errors import BadInput, Refusal
from darkfigure.estimate import Estimate
from darkfigure.histories import CaptureHistories
from darkfigure.intervals.resampling import checked_replicates
from darkfigure.methods import METHODS, Table
from darkfigure.settings import level as checked_level
from darkfigure.settings import seed as checked_seed

Answer = tuple[Estimate | None, str]
"""An estimate and "", or None and the sentence of the refusal."""


def attempt(table: Table, method: str, **settings: Any) -> Answer:
    """The method's estimate, or why it gives none; a name that nothing has is still an error.

    >>> from darkfigure import CaptureHistories
    >>> attempt(CaptureHistories.from_mapping({("A",): 4, ("B",): 5, ("A", "B"): 1}), "decomposable")
    (None, 'The method decomposable takes 3 to 7 lists, not 2.')
    """
    checked_settings(method, settings)
    if not known(method).takes(table):
        return None, _not_taken(table, method)
    try:
        return methods.estimate(table, method, **settings), ""
    except (BadInput, Refusal, ArithmeticError) as refused:
        return None, str(refused)


def seen_by_some(table: CaptureHistories) -> tuple[CaptureHistories | None, tuple[str, ...]]:
    """The table without the lists that see nobody, and their names; None where fewer than two lists are left.

    >>> from darkfigure import CaptureHistories
    >>> seen_by_some(CaptureHistories.from_counts([(1, 0, 0, 4), (0, 1, 0, 5)], ("A", "B", "C")))[1]
    ('C',)
    """
    empty = tuple(name for name, margin in zip(table.lists, table.margins.tolist(), strict=True) if not margin)
    if len(table.lists) - len(empty) < 2:
        return None, empty
    return (table.drop(*empty) if empty else table), empty


def known(method: str) -> methods.Method:
    """The method of that name."""
    if method not in METHODS:
        raise BadInput(f"There is no method {method!r}: {', '.join(METHODS)}.")
    return METHODS[method]


def checked_settings(method: str, settings: Mapping[str, Any]) -> None:
    """Refuse a setting that the method does not have."""
    for name in settings:
        if name not in known(method).settings:
            raise BadInput(f"The method {method} has no setting {name!r}: {', '.join(known(method).settings)}.")


def applicable(method: str, **settings: Any) -> dict[str, Any]:
    """Those of the settings that the method has: all have a level, not all draw replicates."""
    return {name: value for name, value in settings.items() if name in known(method).settings}


def drawn(level: float, replicates: int, seed: int) -> dict[str, Any]:
    """What limits are asked for, checked once for all methods; no replicates: no limits where these would be drawn."""
    asked = {"level": checked_level(level), "seed": checked_seed(seed)}
    return asked | ({"replicates": checked_replicates(replicates)} if replicates else {"interval": "none"})


def _not_taken(table: Table, method: str) -> str:
    fewest, most = known(method).fewest, known(method).most
    lists = len(getattr(table, "lists", ("one",)))
    if isinstance(table, CaptureHistories) and most == 1:
        return f"The method {method} takes one source with repeat counts, not lists."
    return f"The method {method} takes {f'{fewest} to {most}' if fewest < most else fewest} lists, not {lists}."
