"""Changing the root key: what `pentameter keys rotate` does, step by step, while people work.

The new version's file is on the disk before anything is wrapped by it, and the old one's is set aside once nothing is.
Begun again after any interruption, it goes on where it was.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pentameter.config import keys
from pentameter.decisions import api as decisions
from pentameter.intelligence import api as intelligence
from pentameter.justice import api as justice
from pentameter.kernel.actor import SYSTEM
from pentameter.keyring import api as keyring
from pentameter.releases import api as releases
from pentameter.victims import api as victims
from pentameter.work.api import once_more

COLUMNS = (intelligence.WRAPPED, victims.WRAPPED, justice.WRAPPED, decisions.WRAPPED, releases.WRAPPED)
"""Every column of keys that the root key wraps."""
Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Outcome:
    """What came of it. `went_on`: an earlier change was finished, and no other begun."""

    version: int
    went_on: bool
    wrapped: dict[str, int] = field(default_factory=dict)
    closed: int = 0
    retired: tuple[int, ...] = ()
    aside: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {name: getattr(self, name) for name in ("version", "went_on", "wrapped", "closed", "retired", "aside")}


def rotate(folder: Path, progress: Progress) -> Outcome:
    """Make a new version of the root key, wrap every key anew, and set the old version aside.

    Raises:
        Refused: if a key opens by no version that lies here. What was done stands, and the old version stays.
    """
    now = keyring.versions()
    if aside := _set_aside(folder, now.retired):
        return Outcome(now.current, went_on=True, aside=aside)
    outcome = Outcome(now.current, went_on=now.changing)
    if not now.changing:
        outcome.version += 1
        keys.make_root(folder, outcome.version)
        once_more(lambda: keyring.begin_version(number=outcome.version, by=SYSTEM))
    for kept in COLUMNS:
        _wrap_all(kept, outcome, progress)
    outcome.retired = once_more(lambda: keyring.retire_versions(columns=COLUMNS, by=SYSTEM))
    outcome.aside = _set_aside(folder, outcome.retired)
    return outcome


def _wrap_all(kept: keyring.Wrapped, outcome: Outcome, progress: Progress) -> None:
    total, done, after = keyring.keys_kept(kept), 0, None
    progress(kept.what, 0, total)
    while step := _next(kept, after):
        outcome.wrapped[kept.what] = outcome.wrapped.get(kept.what, 0) + step.wrapped
        outcome.closed += step.closed
        done, after = done + keyring.STEP, step.after
        progress(kept.what, min(done, total), total)


def _next(kept: keyring.Wrapped, after: object) -> keyring.Step | None:
    return once_more(lambda: keyring.wrap_next(kept=kept, after=after, by=SYSTEM))


def _set_aside(folder: Path, numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(str(path) for number in numbers if (path := keys.set_aside(folder, number)))
