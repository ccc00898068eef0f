"""What needs a person today, by their role, most urgent first; and where they may go."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from django.urls import reverse

from pentameter.access.api import Operation, decide
from pentameter.intelligence import api as intelligence
from pentameter.kernel.actor import Actor
from pentameter.look import words
from pentameter.operations import api as operations
from pentameter.victims import api as victims


class Urgency(IntEnum):
    """How soon: what is late comes first."""

    LATE = 1
    TODAY = 2
    SOON = 3


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that needs this person: what to do, why, and where."""

    urgency: Urgency
    act: str
    why: str
    url: str
    tag: str


@dataclass(frozen=True, slots=True)
class Way:
    """Somewhere the person may go, and what for."""

    label: str
    meaning: str
    url: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page: tasks in order, what an empty list of them means, waves that run, ways."""

    tasks: tuple[Task, ...]
    nothing: str
    running: tuple[operations.CoverageGrid, ...]
    ways: tuple[Way, ...]


_WAYS = (
    (Operation.VIEW_PICTURE, "The picture", "What is known, by area, week and theme.", "picture:picture"),
    (Operation.READ_REPORT, "Intelligence", "Reports that you may read.", "intelligence:reports"),
    (Operation.VIEW_INTAKE, "Intake", "Send a file, and see what became of those sent.", "intelligence:intake"),
    (Operation.VIEW_ALERTS, "Alerts", "What could end soon, and who deals with it.", "victims:alerts"),
    (Operation.VIEW_OPERATIONS, "Operations", "Waves, who takes part, who has looked.", "operations:operations"),
    (Operation.LOOK_UP_HOLD, "Hold", "Ask by its reference whether a hold stands.", "victims:hold"),
    (Operation.VIEW_PEOPLE, "People", "Accounts, roles and agencies.", "accounts:people"),
    (Operation.VERIFY_AUDIT, "Audit", "Prove the record whole.", "audit:record"),
    (Operation.VIEW_MATRIX, "Who may do what", "The rules of access, as the system applies them.", "access:matrix"),
)


def home_page(actor: Actor, today: date) -> HomePage:
    """What the actor sees first."""
    may_view = decide(actor, Operation.VIEW_OPERATIONS).allowed
    running = operations.running(today) if may_view else ()
    tasks = sorted(_tasks(actor, today, running), key=lambda one: one.urgency)
    ways = (Way(label, meaning, reverse(url)) for op, label, meaning, url in _WAYS if _may(actor, op))
    return HomePage(tuple(tasks), _nothing(actor), running, tuple(ways))


def _tasks(actor: Actor, today: date, running: tuple[operations.CoverageGrid, ...]) -> Iterator[Task]:
    if _may(actor, Operation.FILE_RETURN):
        yield from _returns(actor, today)
    if _may(actor, Operation.MEND_QUARANTINE):
        yield from _intake(actor)
    if _may(actor, Operation.VIEW_ALERTS):
        yield from _alerts(actor)
    if _may(actor, Operation.MANAGE_OPERATIONS):
        yield from _silences(running)


def _returns(actor: Actor, today: date) -> Iterator[Task]:
    for duty in operations.duties(actor.agency, today):
        url = reverse("operations:file_return", args=[duty.wave.id])
        for week in duty.overdue:
            act, why = f"File your return for the {words.week(week)}", "The week is over and nothing was filed."
            yield Task(Urgency.LATE, act, f"{duty.wave.name}. {why}", f"{url}?week={week}", "late")
        if duty.due_now:
            why = "To have looked and found nothing is worth knowing: file it too."
            act = "File your return for this week"
            yield Task(Urgency.SOON, act, f"{duty.wave.name}. {why}", f"{url}?week={duty.this_week}", "this week")


def _intake(actor: Actor) -> Iterator[Task]:
    intake = reverse("intelligence:intake")
    if waiting := intelligence.waiting_rows(actor.agency):
        act = f"Mend {words.plural(waiting, 'row')} in quarantine"
        why = "Until they are mended, nobody reads what they say."
        yield Task(Urgency.TODAY, act, why, intake, "today")
    if reading := intelligence.files_in_progress(actor.agency):
        act = f"{words.plural(reading, 'file is', 'files are')} being taken in"
        yield Task(Urgency.SOON, act, "You can leave; the work goes on.", intake, "running")


def _alerts(actor: Actor) -> Iterator[Task]:
    found, page = victims.alerts_waiting(actor), reverse("victims:alerts")
    if found.pressing:
        why = "Something that protects a person could end within two days, or needs somebody today."
        yield Task(Urgency.LATE, f"Deal with {words.plural(found.pressing, 'alert')}", why, page, "now")
    if later := found.waiting - found.pressing:
        why = "Something that protects a person could end within 14 days."
        yield Task(Urgency.SOON, f"See {words.plural(later, 'alert')}", why, page, "soon")


def _silences(running: tuple[operations.CoverageGrid, ...]) -> Iterator[Task]:
    for grid in running:
        if silent := len(grid.silent):
            act = f"Remind {words.plural(silent, 'agency', 'agencies')} of returns that are missing"
            url = reverse("operations:wave", args=[grid.wave.id])
            yield Task(Urgency.TODAY, act, f"{grid.wave.name}. Nobody knows whether they looked.", url, "today")


def _nothing(actor: Actor) -> str:
    if _may(actor, Operation.MEND_QUARANTINE):
        return "Your agency has answered for every week, and none of its rows waits in quarantine."
    if _may(actor, Operation.FILE_RETURN):
        return "Your agency has answered for every week."
    return "No work of your role is waiting. What you may open stands beside this."


def _may(actor: Actor, operation: Operation) -> bool:
    return decide(actor, operation, purpose="to see the way").allowed
