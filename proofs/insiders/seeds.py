"""What insiders do, as it was found where it came out: curiosity about strangers, about family and neighbours, taking
away much at night, going back to those who were let go, and asking the screening who is protected.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from pentameter.kernel.actor import Role
from pentameter.oversight.rules.patterns import Pattern
from proofs.insiders.people import Person
from proofs.insiders.work import PAGES, Made
from proofs.insiders.world import FIRST, World

WITH_CASES = (Role.FORCE_OFFICER, Role.FORCE_SUPERVISOR, Role.CASEWORKER)


@dataclass(frozen=True, slots=True)
class Seed:
    """One pattern of one insider."""

    pattern: Pattern
    who: Person
    made: tuple[Made, ...]

    @property
    def began(self) -> datetime:
        """Its first row."""
        return self.made[0][0]


def seeds(world: World, number: int) -> list[Seed]:
    """So many patterns, of the five kinds in turn, each by somebody else."""
    left = list(world.people)
    world.rng.shuffle(left)
    found = []
    for place in range(number):
        pattern = list(Pattern)[place % len(Pattern)]
        who = next(one for one in left if _fits(one, pattern))
        left.remove(who)
        found.append(Seed(pattern, who, tuple(_sown(world, who, pattern))))
    return found


def _fits(who: Person, pattern: Pattern) -> bool:
    if pattern is Pattern.TRAWLING:
        return who.role is Role.REMOVALS_OFFICER
    if pattern in (Pattern.UNCONNECTED, Pattern.AFTER_CLOSURE):
        return who.role in (Role.FORCE_OFFICER, Role.CASEWORKER)
    if pattern is Pattern.LIKENESS:
        return who.role in WITH_CASES
    return who.role in (*WITH_CASES, Role.NATIONAL_ANALYST)


def _sown(world: World, who: Person, pattern: Pattern) -> Iterator[Made]:
    at = FIRST + timedelta(days=world.rng.randrange(1, 28), hours=world.rng.uniform(7, 21))
    return {
        Pattern.UNCONNECTED: _curious,
        Pattern.LIKENESS: _of_ones_own,
        Pattern.NIGHT_BURST: _at_night,
        Pattern.AFTER_CLOSURE: _going_back,
        Pattern.TRAWLING: _trawling,
    }[pattern](world, who, at)


def _curious(world: World, who: Person, at: datetime) -> Iterator[Made]:
    """Three to nine people of one's agency, of all colleagues, within an hour or two."""
    rng = world.rng
    strange = [n for n in world.by_agency[who.agency] if n not in who.cases and world.cases[n].closed_on is None]
    for case in rng.sample(strange, min(rng.randint(3, 9), len(strange))):
        for _ in range(rng.randint(1, 3)):
            yield (at, rng.choice(PAGES), who, f"c{case}", None)
            at += timedelta(seconds=rng.uniform(20, 400))
        at += timedelta(seconds=rng.uniform(20, 600))


def _of_ones_own(world: World, who: Person, at: datetime) -> Iterator[Made]:
    """A relation or a neighbour: searched for up to three times, and what is found is opened."""
    rng = world.rng
    is_family = rng.random() < 0.5
    named, lives = ((who.surname,), None) if is_family else ((), (who.district, who.street))
    for _ in range(rng.randint(1, 3)):
        yield (at, "searched", who, "", (named, lives))
        at += timedelta(seconds=rng.uniform(15, 200))
    strange = [n for n in world.by_agency[who.agency] if n not in who.cases and world.cases[n].closed_on is None]
    for found in range(rng.randint(1, 4)):
        if rng.random() < 0.4 and strange:
            case = rng.choice(strange)
            if is_family:
                world.cases[case].surname = who.surname
            else:
                world.cases[case].street = lives
            yield (at, rng.choice(PAGES), who, f"c{case}", None)
        else:
            identifier = f"own-{who.id}-{found}"
            world.reports[identifier] = (named, lives)
            yield (at, rng.choice(("thing_read", "report_read")), who, identifier, None)
        at += timedelta(seconds=rng.uniform(20, 400))


def _at_night(world: World, who: Person, at: datetime) -> Iterator[Made]:
    """Twenty to ninety records within a quarter of an hour to an hour, between half past ten and half past four."""
    rng = world.rng
    at = at.replace(hour=0, minute=0) + timedelta(hours=rng.uniform(22.5, 28.5))
    number, minutes = rng.randint(20, 90), rng.uniform(15, 60)
    for _ in range(number):
        district = rng.randrange(world.districts)
        identifier = world.report(f"r{district}.{rng.randrange(3_000)}", district)
        yield (at, rng.choice(("report_read", "thing_read")), who, identifier, None)
        at += timedelta(minutes=minutes / number * rng.uniform(0.5, 1.5))


def _going_back(world: World, who: Person, at: datetime) -> Iterator[Made]:
    """One to three people whose cases were closed, one's own long since or somebody else's: three to ten pages."""
    rng = world.rng
    long_since = (at - timedelta(days=29)).date()
    closed = [n for n, one in enumerate(world.cases) if one.closed_on is not None and one.closed_on < long_since]
    own = [n for n in who.cases if n in set(closed)]
    others = [n for n in world.by_agency[who.agency] if n in set(closed) and n not in who.cases]
    found = own if own and rng.random() < 0.4 else others or own or closed
    chosen = rng.sample(found, min(rng.randint(1, 3), len(found)))
    pages = list(dict.fromkeys(PAGES))
    for number in range(max(len(chosen), rng.randint(3, 10))):
        case = chosen[number % len(chosen)]
        yield (at, pages[number // len(chosen) % len(pages)], who, f"c{case}", None)
        at += timedelta(seconds=rng.uniform(20, 900))


def _trawling(world: World, who: Person, at: datetime) -> Iterator[Made]:
    """Many names one by one, one surname in many forms, or some names at night by who works by day."""
    rng = world.rng
    way = rng.choice(("many", "surname", "night") if who.shift in ("days", "late") else ("many", "surname"))
    number = {"many": rng.randint(14, 30), "surname": rng.randint(4, 9), "night": rng.randint(4, 12)}[way]
    if way == "night":
        at = at.replace(hour=0) + timedelta(hours=rng.uniform(22.5, 27))
    for place in range(number):
        name = f"sought-{who.id}" if way == "surname" else f"sought-{who.id}-{place}"
        yield (at, "list_received", who, "l", (1, (name,)))
        at += timedelta(seconds=rng.uniform(60, 600 if way != "many" else 260))
