"""All methods that a table can carry, side by side, and what may be said of them together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb
from typing import Any

from darkfigure import cautions
from darkfigure.attempt import applicable, attempt, drawn, known
from darkfigure.consistency import Consistency, internal_consistency
from darkfigure.display import aligned, html_table
from darkfigure.errors import BadInput, Refusal
from darkfigure.histories import CaptureHistories
from darkfigure.judgement import CONVENTIONS, Conventions, tested
from darkfigure.latent_class import Run
from darkfigure.methods import METHODS, Method
from darkfigure.progress import Progress, Steps
from darkfigure.rows import PanelRow
from darkfigure.search import space
from darkfigure.statement import Statement, reliability
from darkfigure.trajectory import Trajectory, trajectory

BASELINE = "independence"
AFFORDABLE = Run(chains=16, burn_in=3000, sweeps=3000)
"""A run of the latent-class sampler of two or three seconds: long enough for tables on which it agrees at all."""
_CHECKS = (("stepwise", "hidden lists"), ("decomposable", "hidden lists"), ("stepwise", "growing"))


@dataclass(frozen=True)
class Panel:
    """A row for every method, refusals included, the reliability `statement`, and the tests behind it."""

    rows: tuple[PanelRow, ...]
    statement: Statement
    observed: int
    level: float
    seed: int
    input_digest: str
    consistency: tuple[Consistency, ...] = ()
    trajectory: tuple[Trajectory, ...] = ()

    @property
    def believed(self) -> tuple[PanelRow, ...]:
        """The rows that may take part in the range."""
        return tuple(row for row in self.rows if row.believed)

    def summary(self) -> str:
        """The rows as a table of plain text, then the statement."""
        table = aligned([("method", "total", f"{self.level:.0%} interval", ""), *(row.cells() for row in self.rows)])
        return "\n".join([*(line.rstrip() for line in table), "", self.statement.summary()])

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {
            "rows": [row.to_dict() for row in self.rows],
            "statement": self.statement.to_dict(),
            "observed": self.observed,
            "level": self.level,
            "seed": self.seed,
            "input_digest": self.input_digest,
            "consistency": [one.to_dict() for one in self.consistency],
            "trajectory": [one.to_dict() for one in self.trajectory],
        }

    def _repr_html_(self) -> str:
        header = ("method", "total", f"{self.level:.0%} interval", "remark")
        table = html_table(f"{self.observed:,} people seen", header, (row.cells() for row in self.rows))
        return table + self.statement._repr_html_()


def panel(
    histories: CaptureHistories,
    *,
    methods: Sequence[str] | Mapping[str, Mapping[str, Any]] | None = None,
    level: float = 0.95,
    replicates: int = 1000,
    seed: int = 0,
    checks: bool = True,
    conventions: Conventions = CONVENTIONS,
    progress: Progress | None = None,
) -> Panel:
    """Every method that the table can carry, with sensible settings, and the statement that they allow.

    `methods`: names, or names with settings, instead of all; "independence" is the log-linear model without
    interactions, there for comparison. `checks` hides lists from the quick methods and grows the table for stepwise.
    `conventions` are the bounds of the verdict.

    >>> from darkfigure.histories import CaptureHistories
    >>> women = {("b",): 5, ("c",): 5, ("d",): 41, ("b", "c"): 54, ("b", "d"): 6, ("b", "c", "d"): 12}
    >>> found = panel(CaptureHistories.from_mapping(women), methods=["stepwise", "bic"], replicates=100)
    >>> [(row.method, round(row.estimate.total)) for row in found.rows], found.statement.verdict
    ([('stepwise', 269), ('bic', 157)], 'not to be used')
    """
    plan = _plan(histories, methods)
    tests = [(name, kind) for name, kind in _CHECKS if checks and name in plan and _testable(histories, name)]
    steps = Steps(len(plan) + len(tests), progress)
    asked = drawn(level, replicates, seed)
    rows = tuple(steps.done(name, _row(histories, name, settings, asked)) for name, settings in plan.items())
    found = [steps.done(f"{name}, {kind}", _test(histories, name, kind, plan[name], asked)) for name, kind in tests]
    consistency = tuple(one for one in found if isinstance(one, Consistency))
    moves = tuple(one for one in found if isinstance(one, Trajectory))
    said = reliability(
        histories, rows, consistencies=consistency, trajectories=moves, conventions=conventions, seed=seed
    )
    rows = tested(rows, consistency, moves)
    return Panel(rows, said, histories.n, level, seed, histories.digest, consistency, moves)


def _plan(
    histories: CaptureHistories, methods: Sequence[str] | Mapping[str, Mapping[str, Any]] | None
) -> dict[str, dict[str, Any]]:
    """The rows by name, each with its settings."""
    if isinstance(methods, Mapping):
        return {name: dict(settings) for name, settings in methods.items()}
    names = methods if methods is not None else [_named(one) for one in METHODS.values() if _suits(one, histories)]
    return {name: dict(_settings(name, histories)) for name in names}


def _suits(method: Method, histories: CaptureHistories) -> bool:
    """Not those made for exactly so many lists that the table has not, nor those for other data."""
    return method.fewest < method.most or (method.takes(histories) and method.fewest == len(histories.lists))


def _testable(histories: CaptureHistories, name: str) -> bool:
    """A table that the method takes, with a list to hide."""
    return len(histories.lists) > 2 and known(name).takes(histories)


def _named(method: Method) -> str:
    return BASELINE if method.name == "loglinear" else method.name


def _settings(name: str, histories: CaptureHistories) -> Mapping[str, Any]:
    many = 2 ** comb(len(histories.lists), 2) > space.MOST
    sensible: dict[str, dict[str, Any]] = {
        "chao": {"kind": "unequal rates"},
        "bic": {"downhill": True} if many else {},
        "latent_class": {"run": AFFORDABLE},
    }
    return sensible.get(name, {})


def _row(histories: CaptureHistories, name: str, settings: Mapping[str, Any], asked: Mapping[str, Any]) -> PanelRow:
    method = "loglinear" if name == BASELINE else name
    estimate, refused = attempt(histories, method, **(applicable(method, **asked) | dict(settings)))
    against = cautions.of(estimate) if estimate else ()
    return PanelRow(
        name, estimate, refused, assumed(name), bound=name == "chao", baseline=name == BASELINE, cautions=against
    )


def assumed(name: str) -> str:
    """What a row takes for granted."""
    return "no two lists depend on each other" if name == BASELINE else known(name).assumes


def _test(
    histories: CaptureHistories, name: str, kind: str, settings: Mapping[str, Any], asked: Mapping[str, Any]
) -> Consistency | Trajectory | None:
    """The result of a test; None if the table is too thin for it."""
    try:
        if kind == "growing":
            return trajectory(histories, method=name, seed=int(asked["seed"]), **settings)
        return internal_consistency(histories, method=name, **asked, **settings)
    except (BadInput, Refusal, ArithmeticError):
        return None
