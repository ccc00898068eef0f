"""The weekly sample: drawn by the worker, checked by supervisors and the auditor."""

import secrets
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event, looked, record, rows_of
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor, Role
from pentameter.kernel.verdict import never_was, require
from pentameter.oversight.models import Sample, SampledLook
from pentameter.oversight.queries.samples import SampleCard, is_drawn, samples
from pentameter.oversight.rules.reviews import Outcome, may_review
from pentameter.oversight.rules.rows import CHOSEN
from pentameter.oversight.rules.samples import drawn

_NOT_CHECKED = frozenset({Role.SYSTEM.value, Role.AGENCY_SYSTEM.value, Role.AUDITOR.value})


@transaction.atomic
def draw_samples(*, week: date, by: Actor) -> int:
    """Draw the looks to be checked of a week that is over, agency by agency. How many agencies were drawn now.

    A week is one of days in London. All agencies are drawn together; to draw again changes nothing.
    """
    if is_drawn(week):
        return 0
    people: dict[int, str] = {}
    of_agency: dict[str, list[int]] = defaultdict(list)
    begins = datetime.combine(week, time.min, clock.LONDON)
    ends = datetime.combine(week + timedelta(days=7), time.min, clock.LONDON)
    for one in rows_of(CHOSEN.keys(), since=begins, until=ends):
        if one.agency and one.role not in _NOT_CHECKED:
            of_agency[one.agency].append(one.seq)
            people[one.seq] = one.actor
    known = accounts.slugs()
    return sum(_draw(agency, week, rows, people, by) for agency, rows in of_agency.items() if agency in known)


def _draw(agency: str, week: date, rows: list[int], people: dict[int, str], by: Actor) -> bool:
    seed = secrets.token_hex(16)
    sample = Sample.objects.create(agency_id=agency, week=week, seed=seed, looks=len(rows), drawn_at=clock.now())
    chosen = drawn(rows, seed)
    SampledLook.objects.bulk_create(SampledLook(sample=sample, seq=seq, person=people[seq]) for seq in chosen)
    detail = {"agency": agency, "week": week.isoformat(), "seed": seed, "of": len(rows), "rows": list(chosen)}
    record(Event.SAMPLE_DRAWN, by=by, subject=("sample", sample.id), detail=detail)
    return True


@transaction.atomic
def show_samples(*, by: Actor) -> tuple[SampleCard, ...]:
    """The samples of the last weeks."""
    require(decide(by, Operation.CHECK_SAMPLE))
    found = samples(by)
    looked(Event.SAMPLE_SHOWN, by=by, kind="sample", ids=[one.id for one in found])
    return found


@transaction.atomic
def check_look(*, look_id: UUID, outcome: Outcome, reason: str, by: Actor) -> None:
    """Say what was found of a look that was drawn."""
    row = SampledLook.objects.select_for_update().filter(pk=look_id).first()
    owner = Sample.objects.values_list("agency_id", flat=True).get(pk=row.sample_id) if row else ""
    require(decide(by, Operation.CHECK_SAMPLE, Subject("sample", str(look_id), Compartment.ADMINISTRATION, owner)))
    if row is None:
        raise never_was()
    require(may_review(person=row.person, by=by.id, outcome=row.outcome))
    row.outcome, row.reason, row.checked_by, row.checked_at = outcome.value, reason, by.id, clock.now()
    row.save(update_fields=["outcome", "reason", "checked_by", "checked_at"])
    detail = {"row": row.seq, "outcome": outcome.value}
    record(Event.SAMPLE_CHECKED, by=by, subject=("sample", row.sample_id), detail=detail)
