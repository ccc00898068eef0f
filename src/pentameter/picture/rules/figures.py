"""The figures at the head of the picture that come from returns: who looks, who found nothing, who is silent."""

from collections.abc import Sequence
from dataclasses import dataclass

from pentameter.operations.api import CoverageLine, WeekStatus


@dataclass(frozen=True, slots=True)
class Looking:
    """Agencies that take part now, by what they said over the whole wave; each is counted once.

    `looked` = those that looked in at least one week, `found_nothing` among them never found anything; `did_not_look`
    sent returns and never looked; `silent` sent no return though a week is over; the rest is not yet due.
    `nil_returns` counts returns, not agencies.
    """

    taking_part: int = 0
    looked: int = 0
    found_nothing: int = 0
    did_not_look: int = 0
    silent: tuple[str, ...] = ()
    nil_returns: int = 0
    nil_agencies: int = 0


def looking(lines: Sequence[CoverageLine]) -> Looking:
    """Count the agencies. Who left the wave is not counted any more, but its nil returns are."""
    now = [line for line in lines if line.participant.ended_on is None]
    looked = [line for line in now if line.last_looked is not None]
    nil = [sum(cell.status is WeekStatus.NIL for cell in line.cells) for line in lines]
    return Looking(
        taking_part=len(now),
        looked=len(looked),
        found_nothing=sum(not _ever(line, WeekStatus.FOUND) for line in looked),
        did_not_look=sum(line.last_looked is None and bool(line.returns) for line in now),
        silent=tuple(line.participant.name for line in now if not line.returns and line.missing),
        nil_returns=sum(nil),
        nil_agencies=sum(map(bool, nil)),
    )


def _ever(line: CoverageLine, status: WeekStatus) -> bool:
    return any(cell.status is status for cell in line.cells)
