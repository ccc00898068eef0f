"""What the tests of retention stand on: an old report with everything in it, and a case that was closed long ago."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from uuid import UUID

from cast import caseworker, durham_constable, durham_sergeant, duty_desk, in_database
from entities.matched import place
from intelligence import ground
from pentameter.entities.rules.judgements import Finding
from pentameter.entities.services import judge_pair
from pentameter.entities.services.finding import index_waiting
from pentameter.intelligence.models import Mention, Report
from pentameter.intelligence.services import submit_report
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM
from pentameter.retention.rules.groups import Kind, years_before
from pentameter.victims.models import Case
from pentameter.victims.rules.events import Event, EventKind, Outcome
from pentameter.victims.services.changes import close_case
from pentameter.victims.services.events import record_event
from victims.ground import supported

CANARY = "Zanzibarra"
"""A word that stands nowhere else."""


def long_ago(years: int = 12) -> date:
    """So many years before today."""
    return years_before(clock.today(), years)


def old_report(number: int = 1, *, years: int = 12, wave_id: UUID | None = None, **cells: str) -> UUID:
    """A report of Durham's in which all that is sealed names the canary, placed, judged and indexed."""
    for person in (durham_constable(), durham_sergeant()):
        in_database(person)
    said = {
        "text": f"A woman called {CANARY} said that her wages were kept.",
        "original_text": f"{CANARY} Testova of 12 Example Street said it.",
        "source_identity": f"Her neighbour, Jo {CANARY}",
        "person1_name": f"{CANARY} Testova",
        "person1_document": f"X{CANARY}9",
        "place": f"{CANARY} House",
    }
    given = ground.full(number, **{**said, **cells})
    done = submit_report(cells=given, wave_id=wave_id or ground.wave(), by=durham_constable())
    assert done.report_id is not None, done.problems
    place()
    index_waiting(by=SYSTEM)
    Report.objects.filter(pk=done.report_id).update(reported_on=long_ago(years))
    return done.report_id


def judged(one: UUID, other: UUID) -> None:
    """The people of two reports are the same, for a reason that names the canary."""
    left, right = (Mention.objects.get(report_id=report, kind="person").id for report in (one, other))
    judge_pair(left=left, right=right, finding=Finding.SAME, reason=f"{CANARY} is rare.", by=durham_sergeant())


def old_case(*, years: int = 12, protected: bool = False) -> UUID:
    """A case that was closed so long ago. Unless `protected`, a negative decision ended what protected her."""
    done = supported(found_on=long_ago(years + 1))
    for person in (caseworker(), duty_desk()):
        in_database(person)
    if not protected:
        event = Event(EventKind.REASONABLE_GROUNDS, on=long_ago(years), outcome=Outcome.NEGATIVE, reasons=CANARY)
        record_event(case_id=done.case_id, event=event, origin="decisions", by=SYSTEM)
    close_case(case_id=done.case_id, reason="She has moved on.", by=caseworker())
    Case.objects.filter(pk=done.case_id).update(closed_on=long_ago(years))
    return done.case_id


SEALED = ("victims.CaseKey", "victims.Case", "victims.CaseEvent", "victims.Consent", "victims.Alert")
SEALED += ("intelligence.Mention", "intelligence.OriginalText", "intelligence.SourceIdentity", "entities.Placing")
"""Tables of which all that is sealed here goes with what is sown."""


def sown(number: int) -> Iterator[tuple[Kind, UUID]]:
    """So many old cases, and as many old reports of which each two neighbours are judged to be the same."""
    wave_id = ground.wave()
    reports = [old_report(one, wave_id=wave_id) for one in range(1, number + 1)]
    for one, other in pairwise(reports):
        judged(one, other)
    yield from ((Kind.REPORT, one) for one in reports)
    yield from ((Kind.CASE, old_case()) for _ in range(number))
