"""The people who were found, by age and nationality, as far as a reader may know."""

from collections.abc import Mapping
from dataclasses import dataclass

from pentameter.picture.queries.frame import Frame
from pentameter.picture.rules.withholding import Grouped, as_they_are, finest, grouped
from pentameter.victims import api as victims
from pentameter.victims.api import Age

UNDER_18 = "under 18, or may be"


@dataclass(frozen=True, slots=True)
class People:
    """`ages` None: no grouping of them can be shown. `rescued`: everybody who was registered in the wave.

    `counted`: of them, how many stand in these counts; fewer only where an installation is older than the counts.
    """

    rescued: int
    counted: int
    ages: Mapping[str, int] | None
    nationalities: Grouped[str]
    sees_small: bool


def people(found: Frame) -> People:
    """The people of a wave. Two SQL queries."""
    exact = victims.people_counted(found.wave.id)
    rescued = sum(victims.rescued_in([found.wave.id]).values())
    ages = {age: exact.ages.get(age, 0) for age in Age}
    fine = {age.words: count for age, count in ages.items()}
    coarse = {Age.ADULT.words: ages[Age.ADULT], UNDER_18: ages[Age.CHILD] + ages[Age.MAYBE_CHILD]}
    if found.rights.sees_small:
        return People(rescued, exact.total, fine, as_they_are(exact.nationalities), sees_small=True)
    return People(rescued, exact.total, finest((fine, coarse)), grouped(exact.nationalities), sees_small=False)
