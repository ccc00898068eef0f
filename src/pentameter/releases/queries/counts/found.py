"""People found, registered and protected."""

from collections import Counter

from pentameter.operations import api as operations
from pentameter.releases.queries.counts.asking import CASES, RETURNS, Ground
from pentameter.releases.rules.adding_up import Says, added_up, flat
from pentameter.releases.rules.choices import Choice
from pentameter.releases.rules.populations import WITH_A_CASE, registered
from pentameter.releases.shelf.content import Codes, Dimension, Table
from pentameter.victims import api as victims
from pentameter.victims.api import Age, State

_STATES = {
    State.RUNNING: "Protected: a period runs",
    State.AWAITING: "Protected: a decision is outstanding",
    State.UNKNOWN: "Protected: how it stands is not certain",
    State.ENDED: "Protection has ended",
}
WHOLE_WAVE = "Whole wave"
ALL_AGES = "All ages"


def ages() -> Dimension:
    """How old people may be."""
    return flat("age", "Age", ALL_AGES, (age.words.capitalize() for age in Age))


def found(ground: Ground) -> Table:
    """People found, by nation, force and week, from the latest return of each week."""
    grid = operations.coverage_of(ground.of_the_wave, ground.today)
    counts: Counter[Codes] = Counter()
    for line in grid.lines:
        for week, sums in line.weekly.items():
            counts[ground.name(line.participant.agency), week.isoformat()] += sums.people_found
    areas = ground.areas((line.participant.agency for line in grid.lines), "Nation and force")
    weeks = flat("week", "Week of", WHOLE_WAVE, (week.isoformat() for week in grid.weeks))
    says = Says(
        key=Choice.FOUND_BY_AREA_AND_WEEK.value,
        title=f"People found, by force and week: {ground.in_the_wave}",
        counted="people found",
        population=f"people found ({ground.in_the_wave})",
        source=RETURNS,
        as_of=ground.today,
        notes=("The latest return of a week counts. A week for which an agency sent no return adds nothing.",),
    )
    return added_up(says, (areas, weeks), counts)


def registered_by_area(ground: Ground) -> Table:
    """People for whom a case was opened in the wave, by nation, agency and age."""
    groups = victims.found_to_publish(ground.of_the_wave.id)
    counts: Counter[Codes] = Counter()
    for group, people in groups.items():
        counts[ground.name(group.agency), group.age.words.capitalize()] += people
    areas = ground.areas((group.agency for group in groups), "Nation and agency")
    says = _registered(ground, Choice.REGISTERED_BY_AREA_AND_AGE, "by agency and age")
    return added_up(says, (areas, ages()), counts)


def registered_by_week(ground: Ground) -> Table:
    """People for whom a case was opened in the wave, by the week in which they were found, and age."""
    groups = victims.found_to_publish(ground.of_the_wave.id)
    counts: Counter[Codes] = Counter()
    for group, people in groups.items():
        counts[group.week.isoformat(), group.age.words.capitalize()] += people
    weeks = flat("week", "Week of", WHOLE_WAVE, sorted({group.week.isoformat() for group in groups}))
    says = _registered(ground, Choice.REGISTERED_BY_WEEK_AND_AGE, "by week and age")
    return added_up(says, (weeks, ages()), counts)


def _registered(ground: Ground, choice: Choice, how: str) -> Says:
    return Says(
        key=choice.value,
        title=f"People for whom a case was opened, {how}: {ground.in_the_wave}",
        counted="people for whom a case was opened",
        population=registered(ground.in_the_wave),
        source=CASES,
        as_of=ground.today,
        notes=(
            "A person counts once, in the week in which they were found, with the agency that opened the case. "
            "“May be under 18” is a group of its own: it is neither adult nor unknown.",
        ),
    )


def protected(ground: Ground) -> Table:
    """How protection from removal stands over all cases."""
    counts: Counter[Codes] = Counter()
    for (state, age), people in victims.protected_to_publish(ground.today).items():
        counts[_STATES[state], age.words.capitalize()] += people
    states = flat("protection", "Protection from removal", "Everybody", _STATES.values())
    says = Says(
        key=Choice.PROTECTED_BY_STATE_AND_AGE.value,
        title="People protected from removal, by how protection stands and age",
        counted="people",
        population=WITH_A_CASE,
        source=CASES,
        as_of=ground.today,
        notes=("What was not worked out on the day of the count is not certain, and protects.",),
    )
    return added_up(says, (states, ages()), counts)
