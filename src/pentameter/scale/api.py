"""The door for other contexts: what was estimated, as frozen values."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pentameter.access.api import Operation, decide
from pentameter.kernel.actor import Actor
from pentameter.kernel.periods import Period
from pentameter.scale.queries.runs import RunLine, run_lines
from pentameter.scale.rules.headline import outwards

__all__ = ["EstimateLine", "estimates"]


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """A run that is done. `low` and `high` are rounded outwards, as on its own page; None where `refused` says why.

    `theme` and `area` are "" for all; `counted` people were on the lists; `share_from_linking` is the part of the width
    that comes from uncertain linking, None where nothing was in doubt or the table was uploaded.
    """

    run: UUID
    title: str
    period: Period
    theme: str
    area: str
    low: int | None
    high: int | None
    verdict: str
    refused: str
    counted: int
    share_from_linking: float | None
    made_at: datetime


def estimates(*, by: Actor) -> tuple[EstimateLine, ...]:
    """Every run that is done, the latest first; none for whoever may not see estimates. One SQL query."""
    if not decide(by, Operation.VIEW_ESTIMATES).allowed:
        return ()
    return tuple(_line(one) for one in run_lines() if one.made_at is not None)


def _line(one: RunLine) -> EstimateLine:
    if one.made_at is None or one.people is None:
        raise ValueError(f"The run {one.id} is not done.")
    return EstimateLine(
        run=one.id,
        title=one.question.title,
        period=one.question.period,
        theme=one.question.theme,
        area=one.question.area,
        low=None if one.low is None else int(outwards(one.low, down=True)),
        high=None if one.high is None else int(outwards(one.high)),
        verdict=one.verdict,
        refused=one.refused,
        counted=one.people,
        share_from_linking=one.share,
        made_at=one.made_at,
    )
