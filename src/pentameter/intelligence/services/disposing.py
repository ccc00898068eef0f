"""A report that is disposed of: everything that it said goes. What is counted of it stays, so that counts stay true.

Whether it may go is decided downstream (`retention`), by two people. A report that went has no digest of contents any
more; the number that its sender gave it stays, so that the same row, sent again, is stopped and not taken in anew.
"""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation, Subject, decide
from pentameter.audit.api import Event, record
from pentameter.intelligence.keys import AgencyKeys, keys_of
from pentameter.intelligence.models import (
    Mention,
    OriginalText,
    QuarantinedRow,
    Report,
    SaidLink,
    SourceIdentity,
    Wording,
)
from pentameter.intelligence.queries.mentions import Opening
from pentameter.intelligence.rules import DISPOSED_WORDS, counted_of
from pentameter.intelligence.services.rows import held
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused, never_was, require

_EMPTY: Mapping[str, object] = {
    "content": "",
    "text": DISPOSED_WORDS,
    "place": "",
    "postcode": "",
    "conditions": "",
    "event_from": None,
    "event_to": None,
    "acts": [],
    "means": [],
    "purposes": [],
    "indicators": [],
    "price": None,
    "currency": "",
}


@transaction.atomic
def dispose_report(*, report_id: UUID, by: Actor) -> None:
    """Empty a report and whatever was sealed of it. What lists it downstream has to have forgotten it before.

    Raises:
        Refused: if the actor may not, or it went already.
    """
    report = Report.objects.select_for_update().filter(pk=report_id).first()
    owner = report.agency_id if report else ""
    subject = Subject("report", str(report_id), Compartment.INTELLIGENCE, owner_agency=owner)
    require(decide(by, Operation.CONFIRM_DISPOSAL, subject))
    if report is None:
        raise never_was()
    if not report.content:
        raise Refused("This report was disposed of already.", conflict=True)
    mentions = _empty_mentions(report)
    _empty_rows(report, keys_of(report.agency_id))
    Wording.objects.filter(report=report).update(words="")
    Report.objects.filter(pk=report_id).update(**_EMPTY)
    record(Event.REPORT_DISPOSED, by=by, subject=("report", report_id), detail={"mentions": mentions})


def _empty_mentions(report: Report) -> int:
    """Leave of each thing that it mentions only what is counted."""
    opening, rows = Opening(), list(Mention.objects.filter(report=report))
    for row in rows:
        left = counted_of(opening.facts(report.agency_id, row.id, row.sealed))
        row.sealed = opening[report.agency_id].seal(left, bound_to=f"mention:{row.id}")
        row.identifier_index = ""
    Mention.objects.bulk_update(rows, ["sealed", "identifier_index"], batch_size=500)
    return len(rows)


def _empty_rows(report: Report, keys: AgencyKeys) -> None:
    SaidLink.objects.filter(report=report).delete()
    OriginalText.objects.filter(report=report).delete()
    SourceIdentity.objects.filter(report=report).delete()
    for row in QuarantinedRow.objects.filter(report=report):
        sealed = keys.seal(held({}, ()), bound_to=f"quarantine:{row.id}")
        QuarantinedRow.objects.filter(pk=row.pk).update(sealed=sealed, raw_index="", reason="")
