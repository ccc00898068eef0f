"""The watch goes along the record four times a day, and what it suspects becomes a flag."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from django.db import transaction

from pentameter.audit.api import Event, Noted, record, rows_of
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, Role
from pentameter.oversight.models import Alike, Flag, WatchRun
from pentameter.oversight.queries.facts import found_alike, known, row_of
from pentameter.oversight.queries.runs import last_run
from pentameter.oversight.rules.looks import Likeness
from pentameter.oversight.rules.patterns import Suspicion
from pentameter.oversight.rules.rows import ACTS, ASKED, CHOSEN
from pentameter.oversight.rules.runs import REPLAYED
from pentameter.oversight.rules.watching import SETTLES, Watch

WATCHED = frozenset({*CHOSEN, *ACTS, ASKED})
MACHINES = frozenset({Role.SYSTEM.value, Role.AGENCY_SYSTEM.value})
_AT_ONCE = 5_000


def watch(*, due: datetime, by: Actor) -> int:
    """Go along the record as of a moment. How many flags were raised. To do it twice changes nothing."""
    if WatchRun.objects.filter(due_at__gte=due).exists():
        return 0
    since, last = due - REPLAYED, last_run()
    judged = last - SETTLES if last else since
    facts = known(since=since)
    for some in _some(_people(rows_of(CHOSEN.keys(), since=judged, until=due))):
        facts.rows_alike |= _keep_alike(found_alike(some, facts.names))
    eye, rows = Watch(facts), _Counting(rows_of(WATCHED, since=since, until=due))
    found = [one for one in _suspected(eye, rows, due) if one.at >= judged]
    return _raise(found, due=due, rows=rows.number, by=by)


def _suspected(eye: Watch, rows: "_Counting", due: datetime) -> Iterator[Suspicion]:
    yield from eye.over(row_of(one) for one in _people(rows))
    yield from eye.settled(due)


@transaction.atomic
def _keep_alike(found: dict[int, frozenset[Likeness]]) -> dict[int, frozenset[Likeness]]:
    Alike.objects.bulk_create(
        (Alike(seq=seq, kind=one.value) for seq, kinds in found.items() for one in kinds), ignore_conflicts=True
    )
    return found


@transaction.atomic
def _raise(found: list[Suspicion], *, due: datetime, rows: int, by: Actor) -> int:
    """Flags and the run stand together, or the run is done again."""
    raised = sum(_flag(one, by) for one in found)
    WatchRun.objects.create(due_at=due, finished_at=clock.now(), rows=rows, flags=raised)
    record(Event.RECORD_WATCHED, by=by, subject=("watch", due.isoformat()), detail={"rows": rows, "flags": raised})
    return raised


def _flag(one: Suspicion, by: Actor) -> bool:
    """One flag for a person, a pattern and a day. What is seen later that day joins it, and opens it again."""
    kept = Flag.objects.select_for_update().filter(person=one.person, pattern=one.pattern.value, on=one.on).first()
    told = set(map(int, kept.rows.split())) if kept else set()
    if set(one.rows) <= told:
        return False
    rows = " ".join(map(str, sorted(told | set(one.rows))))
    if kept is None:
        kept = Flag(
            person=one.person, agency_id=one.agency, pattern=one.pattern.value, on=one.on, raised_at=clock.now()
        )
    kept.rows, kept.latest_at = rows, one.at
    kept.outcome, kept.reason, kept.reviewed_by, kept.reviewed_at = "", "", "", None
    kept.save()
    detail = {"pattern": one.pattern.value, "person": one.person, "rows": list(one.rows)}
    record(Event.FLAG_RAISED, by=by, subject=("flag", kept.id), detail=detail)
    return True


def _people(rows: "Iterator[Noted] | _Counting") -> Iterator[Noted]:
    """Rows of people: systems have no curiosity."""
    return (one for one in rows if one.role not in MACHINES)


def _some(rows: Iterator[Noted]) -> Iterator[list[Noted]]:
    while some := list(islice(rows, _AT_ONCE)):
        yield some


class _Counting:
    """Rows, and how many of them there were."""

    def __init__(self, rows: Iterator[Noted]) -> None:
        self._rows, self.number = rows, 0

    def __iter__(self) -> Iterator[Noted]:
        for one in self._rows:
            self.number += 1
            yield one
