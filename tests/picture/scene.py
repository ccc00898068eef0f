"""What the tests of the picture look at: a running wave, agencies that look or are silent, and reports."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import cast
from intelligence import many
from pentameter.accounts import api as accounts
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.kernel.periods import week_of
from pentameter.operations import api as operations
from pentameter.operations.api import Involvement, Looked, Part, WavePlan, WeekReturn
from pentameter.victims.api import Age, Identity, Practical, Rescue, Whereabouts, register_rescue

WEEKS = 6
"""So many weeks of the wave are over; the seventh runs."""

READERS = (cast.durham_constable, cast.cleveland_sergeant, cast.garda, cast.national_analyst, cast.prosecutor)
READERS += (cast.duty_desk, cast.auditor, cast.statistician)
REFUSED = (cast.caseworker, cast.removals_officer, cast.decision_maker, cast.editor, cast.moderator, cast.administrator)
PARTICIPANTS = ("durham", "cleveland", "kent", "garda", "btp", "strathclyde", "fife", "north-yorkshire", "norfolk")
PARTICIPANTS += ("cumbria", "national-centre", "northern-ireland")


@dataclass(frozen=True, slots=True)
class Scene:
    """A wave and its first Monday."""

    wave: UUID
    first: date

    def week(self, number: int) -> date:
        """The Monday of a week of the wave, from 0."""
        return self.first + timedelta(weeks=number)


def a_wave(
    *, weeks_ago: int = WEEKS, participants: tuple[str, ...] = PARTICIPANTS, ends_after: int | None = None
) -> Scene:
    """A wave of the demo operation that began so many weeks ago (or begins, if negative)."""
    if operations.operation("demo") is None:
        many.seeded_agencies()
        for person in cast.EVERYONE:
            cast.agency(person())
        operations.create_operation(slug="demo", name="Demonstration", purpose="To test.", by=SYSTEM)
    first = week_of(clock.today()) - timedelta(weeks=weeks_ago)
    ends_on = first + timedelta(weeks=ends_after) - timedelta(days=1) if ends_after else None
    made = operations.create_wave(operation="demo", plan=WavePlan("A wave", first, ends_on), by=SYSTEM)
    for slug in participants:
        part = Part(slug, Involvement.FULL, "", first)
        operations.set_participation(wave_id=made, part=part, by=SYSTEM)
    return Scene(made, first)


def said(scene: Scene, slug: str, week: int, word: str, premises: int = 0, people: int = 0, arrests: int = 0) -> None:
    """An agency's return for a week."""
    found = word == "found"
    answer = WeekReturn(
        week=scene.week(week),
        looked=Looked(word),
        premises_visited=premises if found else None,
        people_found=people if found else None,
        arrests=arrests if found else None,
        text="Something new was learned." if found else "",
    )
    known = accounts.agency(slug)
    assert known is not None
    operations.file_return(wave_id=scene.wave, agency=slug, word=answer, by=SYSTEM, today=clock.today())


def returns(scene: Scene) -> None:
    """Durham and the Garda found, Cleveland found once and nil since; North Yorkshire nil; Cumbria did not look."""
    said(scene, "durham", 0, "found", premises=3, people=2, arrests=1)
    said(scene, "durham", 1, "found", premises=2, people=0, arrests=4)
    said(scene, "cleveland", 0, "found", premises=1, people=1)
    said(scene, "cleveland", 2, "nil")
    said(scene, "north-yorkshire", 0, "nil")
    said(scene, "north-yorkshire", 1, "nil")
    said(scene, "cumbria", 0, "not_looked")
    said(scene, "garda", 3, "found", premises=5, people=3, arrests=2)
    said(scene, "fife", 1, "nil")


def reports(scene: Scene, count: int = 300, *, seed: int = 2007) -> None:
    """Reports with every handling code, from those that take part."""
    senders = ("durham", "cleveland", "kent", "garda", "btp", "strathclyde", "fife", "national-centre")
    many.fill(scene.wave, count, first=scene.first, weeks=WEEKS + 1, seed=seed, senders=senders, named=senders)


def whole(count: int = 300, *, seed: int = 2007) -> Scene:
    """A wave with everything."""
    scene = a_wave()
    returns(scene)
    reports(scene, count, seed=seed)
    return scene


def people(
    scene: Scene, told: tuple[tuple[str, int], ...] = (("RO", 3), ("AL", 2), ("", 1)), by: Actor | None = None
) -> None:
    """People who were rescued in a wave, by nationality. All are invented, and the first of each is under 18."""
    officer = by or cast.durham_constable()
    cast.in_database(officer)
    for nationality, count in told:
        for number in range(count):
            rescue = Rescue(
                identity=Identity(name=f"Person {number}", nationality=nationality),
                age=Age.CHILD if number == 0 else Age.ADULT,
                practical=Practical(),
                whereabouts=Whereabouts(),
                wave=scene.wave,
            )
            register_rescue(rescue=rescue, by=officer)
