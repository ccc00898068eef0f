"""From the rows of a panel and the tests of its methods to a verdict: the rules, without the words around them.

A method is believed if nothing forbids it: neither its own diagnoses nor a test that it failed. What is believed gives
the range, from the lowest limit to the highest. The number is not to be used if nothing is believed, if less than half
of the methods that answered are, or if the greatest dark figure of the range is more than `too_wide` times the least;
it may be used if two kinds of method agree, nothing speaks against them and a test was passed; else with caution.

Where exactly these lines are drawn is a convention of this project: no paper sets them. They are drawn elsewhere by
`panel(table, conventions=Conventions(too_wide=3.0))`. The lines within one method's diagnoses are the constants at the
head of `cautions`; those of the tests are FAR and ENOUGH in `consistency` and FLAT in `trajectory`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from darkfigure.cautions import Caution, apart
from darkfigure.consistency import Consistency
from darkfigure.errors import BadInput
from darkfigure.estimate import whole
from darkfigure.rows import PanelRow
from darkfigure.trajectory import Trajectory

MAY_BE_USED, WITH_CAUTION, NOT_TO_BE_USED = VERDICTS = ("may be used", "with caution", "not to be used")
KINDS = {"decomposable": "graphs", "latent_class": "hidden classes"}
"""What kind of model a method is of; all others are log-linear: their agreement is no second opinion."""


@dataclass(frozen=True)
class Conventions:
    """Where the verdict draws its lines, by agreement and not by theorem.

    `too_wide`: twice as many or half as many as the middle of the range; beyond that no one number stands for it.
    `agree`: dark figures within this ratio agree. `minor`: cautions to be mentioned that leave the verdict as it is.
    """

    too_wide: float = 4.0
    agree: float = 1.5
    minor: tuple[str, ...] = ("other priors", "empty overlap", "depends on the seed")

    def __post_init__(self) -> None:
        for name in ("too_wide", "agree"):
            if not getattr(self, name) > 1.0:
                raise BadInput(f"{name} is the ratio of two dark figures, above 1, not {getattr(self, name)!r}.")


CONVENTIONS = Conventions()


@dataclass(frozen=True)
class Judgement:
    """The `verdict`, the `rows` after the tests, and the `reasons` that lowered the verdict, as sentences."""

    verdict: str
    rows: tuple[PanelRow, ...]
    reasons: tuple[str, ...]

    @property
    def believed(self) -> tuple[PanelRow, ...]:
        """The rows that give the range."""
        return tuple(row for row in self.rows if row.believed)

    @property
    def reach(self) -> tuple[float, float] | None:
        """The lowest and the highest limit of what is believed."""
        return reach(self.believed)


def judge(
    rows: Sequence[PanelRow],
    lists: int,
    consistencies: Sequence[Consistency],
    trajectories: Sequence[Trajectory],
    conventions: Conventions = CONVENTIONS,
) -> Judgement:
    """The verdict on a table of so many lists."""
    rows = tested(rows, consistencies, trajectories)
    believed = [row for row in rows if row.believed]
    asked = [row for row in rows if row.estimate is not None and not row.bound and not row.baseline]
    stops = list(_stops(believed, asked, conventions.too_wide))
    doubts = [*_doubts(believed, asked, lists, conventions), *_bounded(rows, believed)]
    doubts += _untested(consistencies, trajectories)
    verdict = NOT_TO_BE_USED if stops else WITH_CAUTION if doubts else MAY_BE_USED
    return Judgement(verdict, rows, (*stops, *doubts))


def reach(rows: Iterable[PanelRow]) -> tuple[float, float] | None:
    """The lowest and the highest limit of some rows; where a row has no interval its total."""
    limits = [
        (row.estimate.interval.low, row.estimate.interval.high)
        if row.estimate.interval
        else (row.estimate.total, row.estimate.total)
        for row in rows
        if row.estimate is not None
    ]
    return (min(low for low, _ in limits), max(high for _, high in limits)) if limits else None


def tested(
    rows: Iterable[PanelRow], consistencies: Sequence[Consistency], trajectories: Sequence[Trajectory]
) -> tuple[PanelRow, ...]:
    """The rows with what their tests say, which forbids those that failed."""
    return tuple(_tested(row, consistencies, trajectories) for row in rows)


def _tested(row: PanelRow, consistencies: Sequence[Consistency], trajectories: Sequence[Trajectory]) -> PanelRow:
    failed = [Caution("fails its test", one.verdict, True) for one in consistencies if _of(row, one) and one.fails]
    moving = [Caution("still moves", one.verdict, True) for one in trajectories if _of(row, one) and not one.flat]
    new = [caution for caution in (*failed, *moving) if caution not in row.cautions]
    return replace(row, cautions=(*row.cautions, *new))


def _of(row: PanelRow, test: Consistency | Trajectory) -> bool:
    return row.method == test.method and not row.bound and not row.baseline


def _stops(believed: list[PanelRow], asked: list[PanelRow], too_wide: float) -> Iterable[str]:
    limits = reach(believed)
    if limits is None or not believed or believed[0].estimate is None:
        yield "No method gives an estimate that may be believed."
        return
    if 2 * len(believed) < len(asked):
        yield f"Of {len(asked)} methods that answered only {len(believed)} may be believed."
    observed = believed[0].estimate.observed
    if apart(limits, observed, too_wide):
        wide = (limits[1] - observed) / max(limits[0] - observed, 1.0)
        times = whole(wide) if wide > 10.0 else f"{wide:.1f}"
        yield f"The greatest figure for the unseen is {times} times the least: no one number stands for that range."


def _doubts(believed: list[PanelRow], asked: list[PanelRow], lists: int, conventions: Conventions) -> Iterable[str]:
    if lists == 2:
        yield "With two lists nothing can show whether one list feeds the other: independence is taken on trust."
    elif len({KINDS.get(row.method, "log-linear") for row in believed}) == 1:
        yield "Only one kind of model may be believed: there is no second opinion."
    found = [row.estimate for row in believed if row.estimate]
    totals = [one.total for one in found]
    if totals and apart([min(totals), max(totals)], found[0].observed, conventions.agree):
        low, high = (pick(found, key=lambda one: one.total) for pick in (min, max))
        yield f"The methods disagree: {whole(low.total)} by {low.method}, {whole(high.total)} by {high.method}."
    if any(caution.code not in conventions.minor for row in believed for caution in row.cautions):
        yield "The diagnoses of methods that are believed call for care."
    if any(caution.code in ("fails its test", "still moves") for row in asked for caution in row.cautions):
        yield "A method failed its test."


def _bounded(rows: Iterable[PanelRow], believed: list[PanelRow]) -> Iterable[str]:
    """A lower bound that lies above what it should bound: people differ, or lists avoid one another."""
    lowest = min((row.estimate for row in believed if row.estimate), key=lambda one: one.total, default=None)
    for row in rows:
        limits = row.estimate.interval if row.bound and row.estimate else None
        if limits and lowest and limits.low > lowest.total:
            yield (
                f"Even the least that the lower bound allows, {whole(limits.low)}, lies above the "
                f"{whole(lowest.total)} of {lowest.method}: people differ, or lists avoid one another."
            )


def _untested(consistencies: Sequence[Consistency], trajectories: Sequence[Trajectory]) -> Iterable[str]:
    if not any(one.tested for one in consistencies):
        yield "No method could be tested on people who are known."
    if not trajectories:
        yield "It was not tested whether the estimate still moves as people are added."
