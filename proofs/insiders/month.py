"""A month of rows in their order, two weeks before it to learn from, and the patterns sown into it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from pentameter.oversight.rules.rows import Row
from proofs.insiders.people import Person
from proofs.insiders.seeds import Seed
from proofs.insiders.work import Made, Shift
from proofs.insiders.world import FIRST, World

BEFORE, DAYS = 14, 30
"""Days that the watch learns from, and days that are counted."""
A_PERSON = 315
"""Rows a person leaves in the month, as `work` makes them."""


def rows(world: World, seeds: list[Seed]) -> Iterator[Row]:
    """Every row, day by day: no more than two days are held at once."""
    sown: dict[int, list[Made]] = defaultdict(list)
    for one in seeds:
        for made in one.made:
            sown[(made[0] - FIRST).days].append(made)
    later: list[Made] = []
    number = 0
    covers = _leave(world)
    for day in range(-BEFORE, DAYS):
        midnight = FIRST + timedelta(days=day + 1)
        today = [*later, *sown.get(day, ()), *_work(world, day, covers)]
        later = [one for one in today if one[0] >= midnight]
        for made in sorted((one for one in today if one[0] < midnight), key=lambda one: one[0]):
            number += 1
            yield _row(world, number, made)


def _row(world: World, number: int, made: Made) -> Row:
    at, event, who, subject, told = made
    if told is not None:
        world.told[number] = told
    return Row(number, at, event, who.id, who.role, who.agency, subject)


def _work(world: World, day: int, covers: dict[tuple[str, int], Person]) -> Iterator[Made]:
    for who in world.people:
        if (begins := _begins(who, day)) is not None:
            yield from Shift(world, who, begins, 8.0, covers.get((who.id, day))).made()


def _begins(who: Person, day: int) -> datetime | None:
    """When somebody's shift of a day begins: two early, two late, two at night, four off; or five days of seven."""
    midnight = FIRST + timedelta(days=day)
    if who.shift == "rota":
        turn = (day + who.rota) % 10
        return midnight + timedelta(hours=(6.0, 14.0, 22.0)[turn // 2] + who.start - 6.0) if turn < 6 else None
    off = (day + who.rota) % 7 < 2 if who.shift == "nights" else midnight.weekday() >= 5
    return None if off else midnight + timedelta(hours=who.start)


def _leave(world: World) -> dict[tuple[str, int], Person]:
    """A third of those with cases are away for a week; a colleague stands in, assigned or only asked to."""
    by_agency: dict[str, list[Person]] = defaultdict(list)
    for one in world.people:
        if one.cases:
            by_agency[one.agency].append(one)
    covers: dict[tuple[str, int], Person] = {}
    for away in world.people:
        others = [one for one in by_agency.get(away.agency, ()) if one is not away]
        if not away.cases or not others or world.rng.random() > 0.33:
            continue
        stands_in, first = world.rng.choice(others), world.rng.randrange(DAYS - 7)
        covers |= {(stands_in.id, first + day): away for day in range(7)}
        if world.rng.random() < 0.5:
            began = FIRST + timedelta(days=first)
            for case in away.cases:
                world.need(stands_in.id, case, began, began + timedelta(days=7))
    return covers
