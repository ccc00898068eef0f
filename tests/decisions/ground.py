"""The ground of the tests of screening: invented people who are protected, lists that name some of them, a worker."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest

from cast import durham_constable, duty_desk, in_database, removals_officer
from pentameter.decisions.models import ListLine, RemovalList
from pentameter.decisions.queries import soundness
from pentameter.decisions.services.lists import receive_lines, receive_list
from pentameter.decisions.services.screening import check_list
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor
from pentameter.victims.rules.cases import Age, Identity, Practical, Whereabouts
from pentameter.victims.services.rescue import Registered, Rescue, register_rescue
from pentameter.work.models import Worker
from victims.ground import agencies

WHERE = "canary-whereabouts-of-screening"
HEADINGS = "id,given_name,surname,dob,sex,nationality,doc_no"
ZORANA = Identity(given="Zorana", surname="Testova", born="1990-03-25", sex="female", nationality="BG")
OTHERS = (
    "A2,Bettina,Musterfrau,1971-07-04,f,German,",
    "A3,Ignatius,Okwuosa,1984-12-30,m,Nigerian,",
    "A4,Wilhelmina,Vandersteen,1966-05-17,f,Dutch,",
)
HER_LINE = "A1,TESTOVA,Zorana,25/03/1991,f,Bulgarian,"
"""Given name and surname have changed places, and the year is wrong by one."""


def stage() -> None:
    """The agencies, an officer, the desk."""
    agencies()
    for person in (removals_officer(), duty_desk(), durham_constable()):
        in_database(person)


def protected(identity: Identity = ZORANA) -> Registered:
    """A person who was rescued, and so is protected."""
    rescue = Rescue(identity, Age.ADULT, Practical(language="bg"), Whereabouts(where=WHERE))
    return register_rescue(rescue=rescue, by=durham_constable())


def csv_of(*lines: str) -> bytes:
    """A list as a CSV file."""
    return "\n".join((HEADINGS, *lines, "")).encode()


def sent(*lines: str, by: Actor | None = None, name: str = "flight.csv") -> UUID:
    """A list that was received and not yet checked."""
    return receive_list(name=name, content=csv_of(*(lines or (HER_LINE, *OTHERS))), way="page", by=by or officer())


def checked(*lines: str) -> RemovalList:
    """A list that was received and checked."""
    list_id = sent(*lines)
    check_list(list_id=list_id, by=SYSTEM)
    return RemovalList.objects.get(pk=list_id)


def typed(name: str, by: Actor | None = None) -> UUID:
    """One name that was typed."""
    return receive_lines(rows=[{"name": name}], way="name", by=by or officer())


def officer() -> Actor:
    """Who asks."""
    return removals_officer()


def line_of(listed: RemovalList, number: int = 1) -> ListLine:
    """A line of a list."""
    return ListLine.objects.get(list=listed, number=number)


def a_worker() -> None:
    """Somebody works in the background."""
    now = clock.now()
    Worker.objects.update_or_create(
        id="a-worker", defaults={"host": "elsewhere", "pid": 1, "began_at": now, "seen_at": now}
    )


@contextmanager
def sound(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system that is sure of itself."""
    a_worker()
    monkeypatch.setattr(soundness, "_looked_ahead_on", clock.today)
    yield
