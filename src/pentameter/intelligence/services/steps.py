"""One step of an import: some rows of a file become reports, duplicates or rows in quarantine. None is lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from pentameter.accounts import api as accounts
from pentameter.intelligence import bulk
from pentameter.intelligence.intake import interpret
from pentameter.intelligence.intake.drafts import Problem, RawRow, ReportDraft
from pentameter.intelligence.intake.foreign import FORMATS, Reach, Terms, under
from pentameter.intelligence.keys import keys_alone
from pentameter.intelligence.models import (
    DataKey,
    IntakeFile,
    Mention,
    OriginalText,
    QuarantinedRow,
    Recipient,
    Report,
    SaidLink,
    SourceIdentity,
    Unlisted,
    Wording,
)
from pentameter.intelligence.queries.ways import nationalities
from pentameter.intelligence.services import rows as make
from pentameter.intelligence.services.counting import count_in
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.operations import api as operations
from pentameter.operations.api import WaveCard


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the rows of a step."""

    accepted: int
    quarantined: int
    duplicate: int


Step = Callable[[IntakeFile, Sequence[RawRow], Actor], Counts]


@dataclass(slots=True)
class Batch:
    """The rows to be written in a step, by table."""

    reports: list[bulk.Row] = field(default_factory=list)
    mentions: list[bulk.Row] = field(default_factory=list)
    links: list[bulk.Row] = field(default_factory=list)
    originals: list[bulk.Row] = field(default_factory=list)
    sources: list[bulk.Row] = field(default_factory=list)
    recipients: list[bulk.Row] = field(default_factory=list)
    quarantine: list[bulk.Row] = field(default_factory=list)
    nations: dict[UUID, tuple[str, ...]] = field(default_factory=dict)
    duplicate: int = 0

    def write(self) -> Counts:
        """Write all of it, in the caller's transaction."""
        bulk.insert(Report, numbered(self.reports))
        bulk.insert(Mention, self.mentions)
        bulk.insert(SaidLink, self.links)
        bulk.insert(OriginalText, self.originals)
        bulk.insert(SourceIdentity, self.sources)
        bulk.insert(Recipient, self.recipients)
        count_in(self.reports, self.recipients, self.nations)
        self._let_them_be_found()
        bulk.insert(QuarantinedRow, self.quarantine)
        return Counts(accepted=len(self.reports), quarantined=len(self.quarantine), duplicate=self.duplicate)

    def _let_them_be_found(self) -> None:
        if self.reports:
            bulk.insert(Wording, make.wordings(self.reports, self.recipients, accounts.agencies()))
            bulk.insert(Unlisted, [{"report_id": row["id"]} for row in self.reports])


def numbered(reports: Sequence[bulk.Row]) -> list[bulk.Row]:
    """These reports of one agency, whose key the caller holds, with their numbers in the order of arrival."""
    if not reports:
        return []
    key = DataKey.objects.filter(agency_id=reports[0]["agency_id"])
    last = key.values_list("arrived", flat=True).get()
    key.update(arrived=last + len(reports))
    return [{**report, "arrival": number} for number, report in enumerate(reports, last + 1)]


def take_reports(file: IntakeFile, rows: Sequence[RawRow], by: Actor) -> Counts:
    """Reports: accepted, known already, or put in quarantine with the reasons."""
    keys, batch = keys_alone(file.agency_id), Batch()
    ground = ground_of(file.agency_id, file.received_at)
    if file.format in FORMATS:
        rows = [under(row, Terms(Reach(file.reach), file.conditions)) for row in rows]
    read = [(row, read_row(row, ground)) for row in rows]
    known = known_contents(file.agency_id, [one.own_reference for _, one in read if isinstance(one, ReportDraft)])
    waves = operations.waves_beside(file.wave_id)
    for row, outcome in read:
        placed = make.Placed(file.id, file.received_at, row.number, keys, by, waves, file.id)
        problems = accept(batch, placed, outcome, known) if isinstance(outcome, ReportDraft) else outcome
        if problems:
            batch.quarantine.append(make.quarantined(file, row, problems, keys))
    _drop_repeated(batch, file)
    return batch.write()


def take_returns(file: IntakeFile, rows: Sequence[RawRow], by: Actor) -> Counts:
    """Weekly returns: filed, known already, or put in quarantine with the reasons."""
    keys, batch, filed = keys_alone(file.agency_id), Batch(), 0
    ground = ground_of(file.agency_id, file.received_at)
    waves = operations.waves_beside(file.wave_id)
    for row in rows:
        outcome = file_return(row, ground, waves, by)
        if isinstance(outcome, tuple):
            batch.quarantine.append(make.quarantined(file, row, outcome, keys))
        elif outcome:
            filed += 1
        else:
            batch.duplicate += 1
    _drop_repeated(batch, file)
    counts = batch.write()
    return Counts(accepted=filed, quarantined=counts.quarantined, duplicate=counts.duplicate)


@dataclass(frozen=True, slots=True)
class Ground:
    """What rows are judged by: their sender, the day on which they were received there, the agencies that exist."""

    agency: str
    today: date
    agencies: frozenset[str]


def ground_of(agency: str, received_at: datetime) -> Ground:
    """The ground on which rows received at a moment are judged, however late they are read."""
    known = accounts.agencies()
    zone = ZoneInfo(known[agency].time_zone)
    return Ground(agency, received_at.astimezone(zone).date(), frozenset(known))


def read_row(row: RawRow, ground: Ground) -> ReportDraft | tuple[Problem, ...]:
    """A row's draft, or all its problems: the reader's, the interpreter's, and recipients that nobody knows."""
    if row.faults:
        return row.faults
    outcome = interpret.report(row, agency=ground.agency, today=ground.today)
    if isinstance(outcome, ReportDraft):
        strange = [slug for slug in outcome.grade.recipients if slug not in ground.agencies]
        return tuple(make.unknown_recipient(row.number, slug) for slug in strange) or outcome
    return outcome


def known_contents(agency: str, references: Sequence[str]) -> dict[str, str]:
    """The digests of this agency's reports under these references of its own."""
    found = Report.objects.filter(agency_id=agency, own_reference__in=references)
    return dict(found.values_list("own_reference", "content"))


def accept(batch: Batch, placed: make.Placed, draft: ReportDraft, known: dict[str, str]) -> tuple[Problem, ...] | None:
    """Add the report to the batch, or count it as known. A known reference with other contents is a problem."""
    content = placed.keys.content(make.facts(draft))
    if draft.own_reference in known:
        if known[draft.own_reference] != content:
            return (make.reused_reference(placed.row_number, draft),)
        batch.duplicate += 1
        return None
    known[draft.own_reference] = content
    report = make.report(placed, draft, content)
    batch.reports.append(report)
    batch.mentions.extend(make.mentions(placed, draft, report["id"]))
    batch.nations[report["id"]] = nationalities(one.values for one in draft.mentions)
    batch.links.extend(make.links(draft, report["id"]))
    batch.originals.extend(make.sealed_text(placed, draft.original_text, report["id"], "original"))
    batch.sources.extend(make.sealed_text(placed, draft.source_identity, report["id"], "source"))
    batch.recipients.extend({"report_id": report["id"], "agency_id": slug} for slug in draft.grade.recipients)
    return None


def file_return(row: RawRow, ground: Ground, waves: Sequence[WaveCard], by: Actor) -> bool | tuple[Problem, ...]:
    """Whether the row's return is new; its problems if it cannot be read, or if the operation's rules refuse it."""
    draft = row.faults or interpret.weekly_return(row, agency=ground.agency, today=ground.today)
    if isinstance(draft, tuple):
        return draft
    wave_id = make.wave_of(waves, draft.week + timedelta(days=6))
    word = make.week_return(draft)
    try:
        filed = operations.file_return(wave_id=wave_id, agency=ground.agency, word=word, by=by, today=ground.today)
    except Refused as refusal:
        return (make.refused_return(row.number, refusal.reason),)
    return not filed.repeated


def _drop_repeated(batch: Batch, file: IntakeFile) -> None:
    """A row that lies in quarantine already, or lay there and was mended, and comes again is a duplicate."""
    indexes = [row["raw_index"] for row in batch.quarantine]
    found = QuarantinedRow.objects.filter(raw_index__in=indexes, file__agency_id=file.agency_id).exclude(file=file)
    known = set(found.values_list("raw_index", flat=True))
    fresh = [row for row in batch.quarantine if row["raw_index"] not in known]
    batch.duplicate += len(batch.quarantine) - len(fresh)
    batch.quarantine = fresh
