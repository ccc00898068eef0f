"""What methods make of worlds whose truth is known: bias, coverage, width and refusals."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from darkfigure import methods as known
from darkfigure.errors import BadInput, Refusal
from darkfigure.intervals import checked_level
from darkfigure.lattice import table_of
from darkfigure.methods import Progress
from darkfigure.simulate.batched import batch
from darkfigure.simulate.report import Harness, HarnessRow, row
from darkfigure.simulate.world import World
from darkfigure.soundness import require_information

Methods = Sequence[str] | Mapping[str, Mapping[str, Any]]
QUICK = MappingProxyType({"loglinear": "wald", "stepwise": "wald", "bic": "wald"})
"""Intervals that are used here unless others are asked for: a bootstrap in every repeat takes its time."""
CHUNK = 200


def harness(
    scenario: Callable[..., World],
    methods: Methods,
    *,
    repeats: int = 100,
    seed: int = 0,
    level: float = 0.95,
    progress: Progress | None = None,
) -> Harness:
    """Draw `repeats` worlds with `scenario(seed=...)` and ask every method for each.

    `methods` are names, or a mapping from a label to settings, of which "method" may name the method itself. Log-linear
    methods have Wald limits unless `interval` says otherwise: these leave out the dark figure's own variation and may
    cover less than they say (`intervals.likelihood.wald` has figures). All methods see the same worlds.

    >>> from functools import partial
    >>> from darkfigure import simulate
    >>> twins = partial(simulate.merged_lists, 5_000, lists=2, rates=0.2)
    >>> found = simulate.harness(twins, ["chapman"], repeats=200, seed=1).rows[0]
    >>> round(found.bias, 1), found.coverage  # half of a list copied into the other: far too low
    (-0.8, 0.0)
    """
    if repeats < 1:
        raise BadInput(f"At least one repeat is needed; {repeats} were asked for.")
    checked_level(level)
    contenders = [_Contender.of(label, settings) for label, settings in _named(methods)]
    seeds = [int(child.generate_state(1, np.uint32)[0]) for child in np.random.SeedSequence(seed).spawn(repeats)]
    worlds = [scenario(seed=one) for one in seeds]
    rows: list[HarnessRow] = []
    for place, contender in enumerate(contenders):
        rows.append(contender.row(worlds, seeds, level, _part(progress, place, len(contenders), contender.label)))
    return Harness(worlds[0].scenario, worlds[0].truth, _shared(worlds), tuple(rows), repeats, level, seed)


@dataclass
class _Contender:
    label: str
    method: str
    settings: Mapping[str, Any]
    reasons: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, label: str, settings: Mapping[str, Any]) -> "_Contender":
        given = dict(settings)
        method = given.pop("method", label)
        if method not in known.METHODS:
            raise BadInput(f"There is no method {method!r}: {', '.join(known.METHODS)}.")
        if method in QUICK:
            given.setdefault("interval", QUICK[method])
        return cls(label, method, given)

    def row(self, worlds: list[World], seeds: list[int], level: float, tell: Callable[[float], None]) -> HarnessRow:
        answers = np.full((len(worlds), 3), np.nan)
        for chunk in _chunks(worlds):
            answers[chunk] = self._together([worlds[one] for one in chunk], level)
            tell(0.0 if np.isnan(answers[chunk]).all() else (chunk[-1] + 1) / len(worlds))
        for one in np.flatnonzero(np.isnan(answers[:, 0])).tolist():
            answers[one] = self._alone(worlds[one], level, seeds[one])
            tell((one + 1) / len(worlds))
        truths = np.array([world.truth for world in worlds], dtype=np.float64)
        return row(self.label, answers, truths, self.reasons)

    def _together(self, worlds: list[World], level: float) -> NDArray[np.float64]:
        answers = np.full((len(worlds), 3), np.nan)
        one_by_one = batch(self.method, self.settings, worlds[0].histories.lists, level)
        sound = [place for place, world in enumerate(worlds) if _sound(world)]
        if one_by_one is None or not sound or len({world.histories.lists for world in worlds}) > 1:
            return answers
        if not known.METHODS[self.method].takes(worlds[0].histories):
            return answers
        found = one_by_one(table_of(np.array([worlds[place].histories.cells() for place in sound])))
        answers[sound] = np.column_stack([found.totals, found.low, found.high])
        return answers

    def _alone(self, world: World, level: float, seed: int) -> tuple[float, float, float]:
        settings = {"seed": seed, "level": level, **self.settings}
        try:
            answer = known.estimate(world.histories, self.method, **settings)
        except Refusal as refusal:
            self.reasons[refusal.sentence] = self.reasons.get(refusal.sentence, 0) + 1
            return np.nan, np.nan, np.nan
        if answer.interval is None:
            return answer.total, np.nan, np.nan
        return answer.total, answer.interval.low, answer.interval.high


def _named(methods: Methods) -> list[tuple[str, Mapping[str, Any]]]:
    if isinstance(methods, str):
        raise BadInput(f"A list of methods is wanted, such as [{methods!r}].")
    return list(methods.items()) if isinstance(methods, Mapping) else [(name, {}) for name in methods]


def _shared(worlds: list[World]) -> dict[str, Any]:
    """The settings that are the same in all worlds: the scenario's, but not each world's seed."""
    return {
        name: value
        for name, value in worlds[0].settings.items()
        if name != "seed" and all(world.settings.get(name) == value for world in worlds)
    }


def _sound(world: World) -> bool:
    try:
        require_information(world.histories)
    except Refusal:
        return False
    return True


def _chunks(worlds: list[World]) -> Iterator[list[int]]:
    for first in range(0, len(worlds), CHUNK):
        yield list(range(first, min(first + CHUNK, len(worlds))))


def _part(progress: Progress | None, place: int, of: int, what: str) -> Callable[[float], None]:
    """Tell which share of the whole is done when a share of one method is."""
    if progress is None:
        return lambda share: None
    return lambda share: progress(round(1000 * (place + share)), 1000 * of, what)
