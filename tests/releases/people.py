"""People whose cases are counted, and who may say that they do not wish to be. All are invented."""

from uuid import UUID

import cast
from pentameter.victims.api import Age, Identity, Practical, Rescue, Whereabouts, register_rescue
from pentameter.victims.rules.consent import Purpose, Said
from picture.scene import Scene
from victims.records import says


def registered(of: Scene, count: int) -> list[UUID]:
    """So many people of the wave, whom Durham found; every third may be under 18."""
    officer = cast.durham_constable()
    cast.in_database(officer)
    made = []
    for number in range(count):
        rescue = Rescue(
            identity=Identity(name=f"Person {number}"),
            age=Age.MAYBE_CHILD if number % 3 == 0 else Age.ADULT,
            practical=Practical(),
            whereabouts=Whereabouts(),
            wave=of.wave,
        )
        made.append(register_rescue(rescue=rescue, by=officer).case_id)
    return made


def refuses_to_be_counted(case: UUID) -> None:
    """One of them says that they do not wish to be counted."""
    says(case, Said.REFUSED, purpose=Purpose.STATISTICS)
