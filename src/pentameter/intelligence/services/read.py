"""Reading: every look at a report is a row in the record, and a list is one row with what it showed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import cast
from uuid import UUID

from django.db import transaction

from pentameter.access.api import NOTHING, Compartment, Operation, Subject, decide
from pentameter.accounts import api as accounts
from pentameter.audit.api import Event, looked
from pentameter.intelligence.intake.labels import label
from pentameter.intelligence.intake.normalise import countries
from pentameter.intelligence.keys import AgencyKeys, keys_of
from pentameter.intelligence.models import OriginalText, Report, SourceIdentity
from pentameter.intelligence.queries.readable import readable
from pentameter.intelligence.queries.reports import EVERYTHING, Filter, ReportPage, page_of
from pentameter.intelligence.rules import Handling, may_be_told
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import never_was, require


@dataclass(frozen=True, slots=True)
class MentionView:
    """Something that the report mentions, opened."""

    id: UUID
    kind: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as its readers see it: sanitised text, grade with its scheme, handling code with its conditions.

    `links` are (what the one thing is called, relation, what the other is called); `route` are countries by name.
    """

    id: UUID
    agency: str
    agency_name: str
    own_reference: str
    reported_on: date
    event_from: date | None
    event_to: date | None
    area: str
    place: str
    postcode: str
    theme: str
    acts: tuple[str, ...]
    means: tuple[str, ...]
    purposes: tuple[str, ...]
    indicators: tuple[str, ...]
    scheme: str
    source_grade: str
    information_grade: str
    handling: str
    conditions: str
    recipients: tuple[str, ...]
    recipient_names: tuple[str, ...]
    malicious: bool
    text: str
    advertised: bool
    price: Decimal | None
    currency: str
    mentions: tuple[MentionView, ...]
    links: tuple[tuple[str, str, str], ...]
    route: tuple[str, ...]
    accepted_at: datetime
    file_name: str
    row_number: int
    may_read_original: bool
    may_read_source: bool


@transaction.atomic
def list_reports(*, by: Actor, narrowed: Filter = EVERYTHING, page: int = 1) -> ReportPage:
    """A page of the reports that the actor may read."""
    require(decide(by, Operation.READ_REPORT))
    count_withheld = decide(by, Operation.COUNT_WITHHELD).allowed
    found = page_of(by, narrowed, number=page, count_withheld=count_withheld)
    looked(Event.REPORTS_LISTED, by=by, kind="report", ids=[line.id for line in found.lines])
    may_export = _may(by, Operation.EXPORT_REPORTS, NOTHING)
    return replace(found, may_export=may_export, may_send=_may(by, Operation.SUBMIT_REPORTS, NOTHING))


@transaction.atomic
def read_report(*, report_id: UUID, by: Actor, purpose: str = "") -> ReportView:
    """One report, with what it mentions."""
    report = _released(report_id, Operation.READ_REPORT, by, purpose)
    view = _view(report, by)
    looked(Event.REPORT_READ, by=by, kind="report", ids=[report.id], purpose=purpose)
    return view


@transaction.atomic
def read_original(*, report_id: UUID, by: Actor, purpose: str) -> str:
    """The words before sanitising, for the agency that sent them."""
    report = _released(report_id, Operation.READ_ORIGINAL, by, purpose)
    row = OriginalText.objects.filter(report=report).first()
    looked(Event.ORIGINAL_READ, by=by, kind="report", ids=[report.id], purpose=purpose)
    return _opened(keys_of(report.agency_id), row.sealed, f"original:{report.id}") if row else ""


@transaction.atomic
def read_source(*, report_id: UUID, by: Actor, purpose: str) -> str:
    """Who the source is, for a supervisor of the agency that sent it."""
    report = _released(report_id, Operation.READ_SOURCE, by, purpose)
    row = SourceIdentity.objects.filter(report=report).first()
    looked(Event.SOURCE_READ, by=by, kind="report", ids=[report.id], purpose=purpose)
    return _opened(keys_of(report.agency_id), row.sealed, f"source:{report.id}") if row else ""


def _released(report_id: UUID, operation: Operation, by: Actor, purpose: str) -> Report:
    """The report, if the actor may; as if it never was, if not.

    What the handling code keeps back is not even fetched, so that the answer takes no longer than for what never was.
    """
    report = Report.objects.select_related("agency", "file").filter(readable(by), pk=report_id).first()
    require(decide(by, operation, _subject(report, report_id, operation, by), purpose=purpose))
    if report is None:
        raise never_was()
    return report


def _subject(report: Report | None, report_id: UUID, operation: Operation, by: Actor) -> Subject:
    compartment = Compartment.SOURCE if operation is Operation.READ_SOURCE else Compartment.INTELLIGENCE
    if report is None:
        return Subject("report", str(report_id), compartment)
    released = may_be_told(_handling(report), by).allowed
    return Subject("report", str(report.id), compartment, owner_agency=report.agency_id, released=released)


def _handling(report: Report) -> Handling:
    sender = accounts.agencies()[report.agency_id]
    named = frozenset(report.recipients.values_list("agency_id", flat=True))
    return Handling(sender.slug, sender.jurisdiction, report.scheme, report.handling, named)


def _opened(keys: AgencyKeys, sealed: bytes | memoryview, bound_to: str) -> str:
    return cast(str, keys.unseal(sealed, bound_to=bound_to))


def _view(report: Report, by: Actor) -> ReportView:
    mentions = tuple(_mentions(report, keys_of(report.agency_id)))
    recipients = list(report.recipients.select_related("agency").order_by("agency_id"))
    owned = Subject("report", str(report.id), Compartment.INTELLIGENCE, owner_agency=report.agency_id)
    source = Subject("report", str(report.id), Compartment.SOURCE, owner_agency=report.agency_id)
    return ReportView(
        id=report.id,
        agency=report.agency_id,
        agency_name=report.agency.name,
        own_reference=report.own_reference,
        reported_on=report.reported_on,
        event_from=report.event_from,
        event_to=report.event_to,
        area=report.area,
        place=report.place,
        postcode=report.postcode,
        theme=report.theme,
        acts=tuple(report.acts),
        means=tuple(report.means),
        purposes=tuple(report.purposes),
        indicators=tuple(report.indicators),
        scheme=report.scheme,
        source_grade=report.source_grade,
        information_grade=report.information_grade,
        handling=report.handling,
        conditions=report.conditions,
        recipients=tuple(one.agency_id for one in recipients),
        recipient_names=tuple(one.agency.name for one in recipients),
        malicious=report.malicious,
        text=report.text,
        advertised=report.advertised,
        price=report.price,
        currency=report.currency,
        mentions=mentions,
        links=tuple(_links(report, mentions)),
        route=tuple(map(countries.name, report.route)),
        accepted_at=report.accepted_at,
        file_name=report.file.name if report.file and report.agency_id == by.agency else "",
        row_number=report.row_number,
        may_read_original=_may(by, Operation.READ_ORIGINAL, owned)
        and OriginalText.objects.filter(report=report).exists(),
        may_read_source=_may(by, Operation.READ_SOURCE, source)
        and SourceIdentity.objects.filter(report=report).exists(),
    )


def _may(by: Actor, operation: Operation, subject: Subject) -> bool:
    return decide(by, operation, subject, purpose="to show the way").allowed


def _mentions(report: Report, keys: AgencyKeys) -> list[MentionView]:
    return [
        MentionView(row.id, row.kind, cast(dict[str, str], keys.unseal(row.sealed, bound_to=f"mention:{row.id}")))
        for row in report.mentions.order_by("position")
    ]


def _links(report: Report, mentions: Sequence[MentionView]) -> Iterator[tuple[str, str, str]]:
    called = {one.id: label(one.kind, one.values) for one in mentions}
    for link in report.links.order_by("id"):
        yield called[link.source_id], link.relation, called[link.target_id]
