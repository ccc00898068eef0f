"""What needs a person today, by their role, most urgent first; and where they may go."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from django.urls import reverse

from pentameter.access.api import Operation, decide
from pentameter.accounts import api as accounts
from pentameter.config.today import (
    account,
    audit,
    bulletins,
    justice,
    moderation,
    oversight,
    releases,
    retention,
    screening,
    tips,
)
from pentameter.config.today import entities as entities_today
from pentameter.config.today.ways import WAYS, Way
from pentameter.decisions import api as decisions
from pentameter.entities import api as entities
from pentameter.intelligence import api as intelligence
from pentameter.kernel import clock
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
class Rescued:
    """People rescued in a wave that runs, as of now: all of them, and by agency, most first."""

    people: int
    by_agency: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page: tasks in order, what an empty list of them means, waves that run with their count, ways."""

    tasks: tuple[Task, ...]
    nothing: str
    running: tuple[operations.CoverageGrid, ...]
    rescued: dict[UUID, Rescued]
    ways: tuple[Way, ...]


def home_page(actor: Actor, today: date) -> HomePage:
    """What the actor sees first."""
    may_view = decide(actor, Operation.VIEW_OPERATIONS).allowed
    running = operations.running(today) if may_view else ()
    tasks = sorted(_tasks(actor, today, running), key=lambda one: one.urgency)
    ways = (Way(label, meaning, reverse(url)) for op, label, meaning, url in WAYS if _may(actor, op))
    return HomePage(tuple(tasks), _nothing(actor), running, _rescued(running), tuple(ways))


def _rescued(running: tuple[operations.CoverageGrid, ...]) -> dict[UUID, Rescued]:
    """The live count of each wave that runs."""
    waves = [grid.wave.id for grid in running]
    if not waves:
        return {}
    counted, names = victims.rescued_counts(waves=waves), accounts.agencies()
    found = {}
    for wave in waves:
        theirs = ((names[one.agency].name, one.people) for one in counted if one.wave == wave)
        lines = sorted(theirs, key=lambda line: -line[1])
        found[wave] = Rescued(sum(people for _, people in lines), tuple(lines))
    return found


def _tasks(actor: Actor, today: date, running: tuple[operations.CoverageGrid, ...]) -> Iterator[Task]:
    """What waits for the actor: of two things that are as urgent, people stand before returns."""
    yield from (Task(Urgency.LATE, *one) for one in account.of_account(actor))
    if _may(actor, Operation.VIEW_CASES):
        yield from _cases(actor)
    if _may(actor, Operation.CONFIRM_RESTORE) and not (whole := victims.nothing_missing()).allowed:
        act = "Confirm that nothing is missing"
        yield Task(Urgency.LATE, act, whole.reason, reverse("victims:restores"), "now")
    if _may(actor, Operation.VIEW_ALERTS):
        yield from _alerts(actor)
    if _may(actor, Operation.ANSWER_SCREENING):
        yield from (Task(Urgency.LATE, *one) for one in screening.of_desk())
    if _may(actor, Operation.VIEW_SUPPORT):
        yield from _support(actor, today)
    if _may(actor, Operation.ANSWER_REFERRAL):
        yield from _referrals(actor)
    if _may(actor, Operation.OPEN_MATTER):
        yield from _decisions(actor)
    if _may(actor, Operation.VIEW_INVESTIGATION):
        yield from (Task(Urgency.TODAY, *one) for one in justice.of_justice(actor))
    if _may(actor, Operation.PREPARE_RELEASE):
        yield from (Task(Urgency.TODAY, *one) for one in releases.of_releases())
    if _may(actor, Operation.VIEW_INTERESTS):
        yield from (Task(Urgency.TODAY, *one) for one in entities_today.of_told(actor))
    if _may(actor, Operation.READ_TIP):
        yield from (Task(Urgency.TODAY, *one) for one in tips.of_tip_offs())
    if _may(actor, Operation.JUDGE_PAIR):
        yield from _review(actor)
    if _may(actor, Operation.FILE_RETURN):
        yield from _returns(actor, today)
    if _may(actor, Operation.MEND_QUARANTINE):
        yield from _intake(actor)
    if _may(actor, Operation.MANAGE_OPERATIONS):
        yield from _silences(running)
    if _may(actor, Operation.SCREEN_LIST):
        yield from (Task(Urgency.TODAY, *one) for one in screening.of_officer(actor))
    if _may(actor, Operation.MODERATE_COMMENTS):
        yield from (Task(Urgency.LATE if one[3] == "now" else Urgency.TODAY, *one) for one in moderation.of(actor))
    if _may(actor, Operation.VIEW_TRAWLING):
        yield from (Task(Urgency.TODAY, *one) for one in screening.of_watchers())
    if _may(actor, Operation.VIEW_AUDIT):
        yield from (Task(Urgency.TODAY, *one) for one in audit.of_auditor())
    if _may(actor, Operation.REVIEW_GLASS):
        yield from (Task(Urgency.LATE if one[3] == "overdue" else Urgency.TODAY, *one) for one in oversight.of(actor))
    if _may(actor, Operation.VIEW_RETENTION):
        yield from (Task(Urgency.SOON, *one) for one in retention.of(actor, today))
    if _may(actor, Operation.APPROVE_STORY):
        yield from (Task(Urgency.TODAY, *one) for one in bulletins.of_readers(actor))


def _cases(actor: Actor) -> Iterator[Task]:
    duties, cases = victims.case_duties(actor), reverse("victims:cases")
    if duties.unsupported:
        act = f"Find support for {words.plural(duties.unsupported, 'person', 'people')}"
        yield Task(Urgency.LATE, act, "No organisation supports them yet.", f"{cases}?support=none", "now")
    if duties.supports and duties.nobody_works:
        act = f"Say who works with {words.plural(duties.nobody_works, 'person', 'people')}"
        why = "Your organisation supports them, and nobody is assigned."
        yield Task(Urgency.TODAY, act, why, f"{cases}?support=found&who=nobody", "today")


def _support(actor: Actor, today: date) -> Iterator[Task]:
    for due in victims.due_tasks(actor, today=today):
        late = due.first_due < today
        act = f"{words.plural(due.tasks, 'task is', 'tasks are')} due in {due.reference}"
        why = f"The first of them since {words.day(due.first_due)}." if late else "Today is the last day."
        url = reverse("victims:support_plan", args=[due.case_id])
        yield Task(Urgency.LATE if late else Urgency.TODAY, act, why, url, "overdue" if late else "today")
    for one in victims.coming_appointments(actor, now=clock.now()):
        url = reverse("victims:support", args=[one.case_id])
        yield Task(
            Urgency.SOON, f"An appointment in {one.reference}", f"{words.moment(one.at, one.zone)}.", url, "soon"
        )


def _referrals(actor: Actor) -> Iterator[Task]:
    if waiting := victims.waiting_referrals(actor.agency):
        act = "A referral waits for your answer" if waiting == 1 else f"{waiting} referrals wait for your answer"
        yield Task(
            Urgency.LATE, act, "Until you answer nobody knows who supports her.", reverse("victims:referrals"), "now"
        )


def _decisions(actor: Actor) -> Iterator[Task]:
    waits, matters = decisions.waiting(actor), reverse("decisions:matters")
    if waits.unserved:
        act = f"Serve {words.plural(waits.unserved, 'decision')}"
        why = "She does not know of it yet, and her days have not begun."
        yield Task(Urgency.LATE, act, why, f"{matters}?state=decided", "now")
    if waits.unopened:
        act = f"Take up {words.plural(waits.unopened, 'decision')}"
        yield Task(Urgency.TODAY, act, "Nobody considers it yet.", f"{matters}?state=open", "today")
    if waits.mine:
        act = f"Go on with {words.plural(waits.mine, 'decision')} of yours"
        yield Task(Urgency.SOON, act, "You took it up.", f"{matters}?mine=on", "under way")


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


def _review(actor: Actor) -> Iterator[Task]:
    waiting = entities.review_waiting(actor)
    yield from (Task(Urgency.TODAY, *one) for one in entities_today.of_asked(waiting))
    yield from (Task(Urgency.SOON, *one) for one in entities_today.of_reviewer(waiting))


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
    if _may(actor, Operation.OPEN_MATTER):
        return "Nothing waits for a decision, and every decision was served."
    if _may(actor, Operation.MEND_QUARANTINE):
        return "Your agency has answered for every week, and none of its rows waits in quarantine."
    if _may(actor, Operation.FILE_RETURN):
        return "Your agency has answered for every week."
    return "No work of your role is waiting. What you may open stands beside this."


def _may(actor: Actor, operation: Operation) -> bool:
    return decide(actor, operation, purpose="to see the way").allowed
