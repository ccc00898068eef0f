"""Which wave the picture shows when nobody chose one."""

from collections.abc import Sequence
from datetime import date

from pentameter.operations.api import WaveCard


def wave_to_show(waves: Sequence[WaveCard], today: date) -> WaveCard | None:
    """The one that runs and began last; or else the last that ended; or else the first to come. History never."""
    ours = [one for one in waves if not one.is_history]
    begun = [one for one in ours if one.starts_on <= today]
    if not begun:
        return min(ours, key=lambda one: (one.starts_on, one.number), default=None)
    return max(begun, key=lambda one: (today in one.period, one.starts_on, one.number))


def first_of(waves: Sequence[WaveCard], wave: WaveCard) -> WaveCard | None:
    """The first wave of the same operation; None where `wave` is it."""
    first = min((one for one in waves if one.operation == wave.operation), key=lambda one: one.number, default=wave)
    return None if first.id == wave.id else first


def week_number(wave: WaveCard, today: date) -> int:
    """The how-manieth week of the wave it is, from 1; of an ended wave, how many it had; 0 before it."""
    return sum(1 for _ in wave.period.weeks(until=today))
