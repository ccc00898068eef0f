"""The stage of these tests: an operation with a wave, agencies that take part, and days relative to a day."""

from datetime import date
from uuid import UUID

from cast import agency, cleveland_sergeant, durham_constable, garda, national_analyst, outsider
from pentameter.kernel.actor import Actor
from pentameter.operations.api import Involvement, Looked, Part, WavePlan, WeekReturn
from pentameter.operations.services.operations import create_operation, create_wave
from pentameter.operations.services.participation import set_participation
from pentameter.operations.services.returns import ReturnFiled, file_return

STARTS = date(2007, 10, 3)
ENDS = date(2008, 3, 31)
FIRST, SECOND, THIRD = date(2007, 10, 1), date(2007, 10, 8), date(2007, 10, 15)
TODAY = date(2007, 10, 19)
"""The Friday of the third week."""

OPERATION = "pentameter-demo"


def agencies() -> None:
    """Durham, Cleveland, the Garda, Kent and the national centre."""
    for person in (durham_constable(), cleveland_sergeant(), garda(), national_analyst(), outsider()):
        agency(person)


def wave(starts_on: date = STARTS, ends_on: date | None = ENDS) -> UUID:
    """A wave of the demo operation; the operation and the agencies are made with the first one."""
    from pentameter.operations.models import Operation

    agencies()
    if not Operation.objects.filter(pk=OPERATION).exists():
        create_operation(slug=OPERATION, name="Pentameter (demo)", purpose="A demonstration.", by=national_analyst())
    return create_wave(operation=OPERATION, plan=WavePlan("Demo wave", starts_on, ends_on), by=national_analyst())


def joins(
    wave_id: UUID, slug: str, since: date = STARTS, level: Involvement = Involvement.FULL, plan: str = ""
) -> UUID:
    """Let an agency take part."""
    return set_participation(wave_id=wave_id, part=Part(slug, level, plan, since), by=national_analyst())


def nil(week: date = FIRST, text: str = "") -> WeekReturn:
    """We looked and found nothing."""
    return WeekReturn(week, Looked.NIL, text=text)


def found(week: date = FIRST, people: int = 2) -> WeekReturn:
    """We looked and found people."""
    return WeekReturn(week, Looked.FOUND, premises_visited=3, people_found=people, arrests=1)


def files(wave_id: UUID, by: Actor, word: WeekReturn, today: date = TODAY) -> ReturnFiled:
    """File for one's own agency."""
    return file_return(wave_id=wave_id, agency=by.agency, word=word, by=by, today=today)
