"""What the tests of searching stand on: reports that mention people and things, placed and indexed."""

from collections.abc import Iterable
from itertools import pairwise
from uuid import UUID

import cast
from intelligence import ground
from pentameter.entities.models import Judgement, Placing
from pentameter.entities.queries.searching import Results
from pentameter.entities.rules.asking import Asked
from pentameter.entities.services.finding import index_waiting
from pentameter.entities.services.searching import search
from pentameter.intelligence.models import Mention, Report
from pentameter.intelligence.services import submit_report
from pentameter.kernel import clock
from pentameter.kernel.actor import SYSTEM, Actor

PURPOSE = "to find who kept her passport"
HIDDEN = {"handling_code": "C", "handling_conditions": "Ask us first."}


def accepted(wave_id: UUID, number: int, *, by: Actor | None = None, **cells: str) -> UUID:
    """A report, accepted."""
    sender = by or cast.durham_constable()
    given = {**ground.good(number), **cells, "agency": sender.agency}
    done = submit_report(cells=given, wave_id=wave_id, by=sender)
    assert done.report_id is not None, done.problems
    return done.report_id


def told(wave_id: UUID, number: int, *, by: Actor | None = None, **cells: str) -> UUID:
    """A report, accepted, its mentions placed each alone, and indexed."""
    report_id = accepted(wave_id, number, by=by, **cells)
    for one in Mention.objects.filter(report_id=report_id).select_related("report"):
        place(one, one.id)
    indexed()
    return report_id


def place(mention: Mention, thing: UUID) -> None:
    """Place a mention in a thing."""
    placed = {"report": mention.report, "agency_id": mention.report.agency_id, "kind": mention.kind}
    Placing.objects.update_or_create(
        pk=mention.id, defaults={**placed, "thing": thing, "island": thing, "sealed": b"sealed"}
    )


def joined(*mentions: Mention) -> None:
    """Judge each to be the same as the next, and place them together."""
    ordered = sorted(mentions, key=lambda one: one.id)
    for one, other in pairwise(mentions):
        left, right = sorted((one, other), key=lambda end: end.id)
        Judgement.objects.create(
            left=left, right=right, finding="same", way="person", made_at=clock.now(), made_by="test"
        )
    for one in ordered:
        place(one, ordered[0].id)


def indexed() -> None:
    """Index all that waits."""
    while index_waiting(by=SYSTEM):
        pass


def found(words: str, by: Actor | None = None, **asked: int) -> Results:
    """What a search finds."""
    return search(asked=Asked(words, **asked), purpose=PURPOSE, by=by or cast.cleveland_sergeant())


def answers(words: str, by: Actor | None = None) -> list[tuple[str, str]]:
    """The values that answer, each with how."""
    things = found(words, by).things.shown
    return [(one.value, one.match.what) for thing in things for one in thing.matches]


def numbers(results: Results) -> set[str]:
    """The references of the reports that say it."""
    return {one.line.own_reference for one in results.reports.shown}


def mentions(reports: Iterable[UUID], kind: str = "person") -> list[Mention]:
    """What these reports mention of one kind."""
    found_ones = Mention.objects.filter(report_id__in=list(reports), kind=kind).select_related("report")
    return sorted(found_ones, key=lambda one: one.report.own_reference)


def references() -> dict[str, UUID]:
    """Every report by its reference."""
    return dict(Report.objects.values_list("own_reference", "id"))
