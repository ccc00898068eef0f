"""Synthetic records: people who never were, made from counts to which noise was added.

Differential privacy (Dwork et al. 2006): whether any one person is in the records changes what can come out by no more
than `epsilon` and `delta` say. `pac-synth` (Microsoft, MIT) counts every combination of up to `longest` values,
adds the noise, and draws records from those counts alone; a value that it does not draw stays blank. It is an extra:
`pip install pac-synth`. Everything else here works without it.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from safetables.errors import BadInput, Refusal
from safetables.microdata import Records

FEWEST = 100
"""With fewer records the noise drowns what they say."""


@dataclass(frozen=True)
class Noise:
    """How much may be learned about one person: the smaller `epsilon`, the less. `longest`: combinations of so many.

    `delta` is the chance with which the bound may not hold. None: 1 / (n ln n), where n is the noisy number of records.
    """

    epsilon: float = 2.0
    delta: float | None = None
    longest: int = 3

    def __post_init__(self) -> None:
        if not 0 < self.epsilon < float("inf"):
            raise BadInput(f"epsilon is {self.epsilon}: it must be above 0. Usual values lie between 0.1 and 10.")
        if self.delta is not None and not 0 < self.delta < 1:
            raise BadInput(f"delta is {self.delta}: it must lie between 0 and 1, far below one person in all.")
        if self.longest < 1:
            raise BadInput(f"longest is {self.longest}: at least single values are counted, which is 1.")


@dataclass(frozen=True)
class Synthetic:
    """Records of nobody, the noise with which they were made, and `people`: how many records there were, with noise."""

    records: Records
    noise: Noise
    people: int

    @property
    def statement(self) -> str:
        """What was done, in plain English, to stand beside the records."""
        delta = f"{self.noise.delta:g}" if self.noise.delta is not None else "1 / (n ln n)"
        return (
            f"Nobody in these {len(self.records.rows):,} records is real. They were drawn from counts of up to "
            f"{self.noise.longest} values together, with noise added (differential privacy, epsilon "
            f"{self.noise.epsilon:g}, delta {delta}). Small counts, and those of longer combinations, say nothing."
        )


def synthesise(records: Records, noise: Noise | None = None) -> Synthetic:
    """Records of nobody under the same columns. Two calls do not give the same: the noise cannot be asked for again.

    Raises:
        BadInput: `pac-synth` is not installed, or two columns have one name.
        Refusal: there are fewer than 100 records, or nothing is left of them under the noise.
    """
    noise = noise or Noise()
    if len(set(records.columns)) < len(records.columns):
        raise BadInput(f"Two columns have one name: {', '.join(records.columns)}.")
    if len(records.rows) < FEWEST:
        raise Refusal(f"There are fewer than {FEWEST} records.", "Publish a table of them instead.")
    rows, people = _drawn(records, noise)
    if not rows:
        raise Refusal("Under this noise nothing is left of the records.", "Take fewer columns, or a larger epsilon.")
    drawn = tuple(sorted(tuple(map(str, row)) for row in rows))
    return Synthetic(Records(records.columns, drawn), noise, people)


def _drawn(records: Records, noise: Noise) -> tuple[list[list[str]], int]:
    """The records, and how many there were, with noise; none of both where the noise leaves fewer than none.

    The compiled package then stops with what is no `Exception` to Python, and known by its name alone.
    """
    pac = _pac_synth()
    try:
        made = _fitted(pac, records, noise)
        _, *rows = made.sample()
        return rows, int(made.get_dp_number_of_records())
    except BaseException as stopped:
        if type(stopped).__name__ != "PanicException":
            raise
        return [], 0


def _fitted(pac: Any, records: Records, noise: Noise) -> Any:
    """The synthesiser, which has counted. Blank and "0" are values like any other to it."""
    columns = list(records.columns)
    held = pac.Dataset([columns, *map(list, records.rows)], sensitive_zeros=columns)
    asked: Any = pac.DpAggregateSeededParametersBuilder().epsilon(noise.epsilon)
    asked = asked.reporting_length(min(noise.longest, len(columns)))
    if noise.delta is not None:
        asked = asked.delta(noise.delta)
    made = pac.DpAggregateSeededSynthesizer(asked.build())
    made.fit(held)
    return made


def _pac_synth() -> Any:
    try:
        return import_module("pacsynth")
    except ImportError as error:
        raise BadInput("Synthetic records need pac-synth, which is an extra: pip install pac-synth.") from error
