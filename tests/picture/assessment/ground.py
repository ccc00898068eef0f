"""A wave with everything, and people whose cases were referred and decided, for tests that need a database."""

from datetime import timedelta
from uuid import UUID

from cast import national_analyst
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.operations import api as operations
from pentameter.picture.assessment.evidence import Evidence
from pentameter.picture.assessment.queries.evidence import gathered
from pentameter.picture.assessment.services.making import make_assessment
from pentameter.victims.api import Age, Event, EventKind, Outcome, record_event
from picture import scene
from picture.scene import Scene
from victims.ground import rescued


def a_whole_wave(reports: int = 60) -> Scene:
    """Returns, reports, and what was published before."""
    of = scene.whole(reports)
    operations.load_published_results(by=SYSTEM)
    return of


def referred(count: int = 1, *, age: Age = Age.ADULT, grounds: Outcome | None = None) -> list[UUID]:
    """People who were found thirty days ago and referred the day after; decided on if `grounds` says how."""
    found_on = clock.today() - timedelta(days=30)
    cases = [rescued(found_on=found_on, age=age).case_id for _ in range(count)]
    for case in cases:
        happened(case, EventKind.REFERRED, 1)
        if grounds:
            happened(case, EventKind.REASONABLE_GROUNDS, 5, grounds)
    return cases


def happened(case: UUID, kind: EventKind, after: int, outcome: Outcome | None = None) -> None:
    """Something happened so many days after she was found."""
    on = clock.today() - timedelta(days=30 - after)
    record_event(case_id=case, event=Event(kind, on, outcome), origin="test", by=SYSTEM)


def evidence(of: Scene, by: Actor | None = None) -> Evidence:
    """What is gathered now."""
    return gathered(of.wave, by or national_analyst(), at=clock.now(), today=clock.today())


def made(of: Scene, by: Actor | None = None) -> UUID:
    """A version, made now."""
    return make_assessment(wave_id=of.wave, by=by or national_analyst(), at=clock.now(), today=clock.today())
