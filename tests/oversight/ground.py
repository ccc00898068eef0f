"""The ground of these tests: Durham with some colleagues, people who were rescued, and who looks. All invented."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from cast import auditor, durham_constable, durham_sergeant, in_database
from pentameter.audit.api import Event, looked
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.oversight.models import Flag
from pentameter.oversight.services.watching import watch
from pentameter.victims.rules.cases import Age, Identity, Practical, Whereabouts
from pentameter.victims.services.rescue import Rescue, register_rescue
from victims.ground import agencies

COLLEAGUES = ("Wilfred Askew", "Edith Garbutt", "Oswin Raine")


def stage() -> None:
    """The agencies, the constable, the sergeant, the auditor."""
    agencies()
    for person in (durham_constable(), durham_sergeant(), auditor()):
        in_database(person)


def colleague(number: int) -> Actor:
    """Another constable of Durham."""
    return replace(durham_constable(), id=f"00000000-0000-4000-8000-00000000000{number}", name=COLLEAGUES[number])


def rescued_by(who: Actor, *, surname: str = "Testova", where: str = "") -> UUID:
    """A person whom a colleague registered."""
    in_database(who)
    rescue = Rescue(
        identity=Identity(given="Zorana", surname=surname),
        age=Age.ADULT,
        practical=Practical(language="bg"),
        whereabouts=Whereabouts(where=where),
    )
    return register_rescue(rescue=rescue, by=who).case_id


def strangers() -> list[UUID]:
    """Three people, each of another colleague."""
    return [rescued_by(colleague(number)) for number in range(3)]


@transaction.atomic
def looks_at(cases: Iterable[UUID], *, by: Actor | None = None, event: Event = Event.CASE_READ) -> None:
    """Somebody, the constable unless another is named, opens these records."""
    for case in cases:
        looked(event, by=by or durham_constable(), kind="case", ids=[case], purpose="an enquiry")


def watched(*, hours: float = 2) -> int:
    """The watch goes along the record when what was looked up has settled."""
    return watch(due=clock.now() + timedelta(hours=hours), by=SYSTEM)


def flagged() -> Flag:
    """A flag of the constable, who looked at three strangers."""
    stage()
    looks_at(strangers())
    watched()
    return Flag.objects.get()
