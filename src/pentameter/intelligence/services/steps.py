"""One step of an import: some rows of a file become reports, duplicates or rows in quarantine. None is lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from pentameter.accounts import api as accounts
from pentameter.intelligence import bulk
from pentameter.intelligence.intake import interpret
from pentameter.intelligence.intake.drafts import Problem, RawRow, ReportDraft, ReturnDraft
from pentameter.intelligence.keys import AgencyKeys, keys_of
from pentameter.intelligence.models import (
    IntakeFile,
    Mention,
    OriginalText,
    QuarantinedRow,
    Recipient,
    Report,
    SourceIdentity,
)
from pentameter.intelligence.rules import RowState
from pentameter.intelligence.services import rows as make
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.operations import api as operations


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
    originals: list[bulk.Row] = field(default_factory=list)
    sources: list[bulk.Row] = field(default_factory=list)
    recipients: list[bulk.Row] = field(default_factory=list)
    quarantine: list[bulk.Row] = field(default_factory=list)
    duplicate: int = 0

    def write(self) -> Counts:
        """Write all of it, in the caller's transaction."""
        bulk.insert(Report, self.reports)
        bulk.insert(Mention, self.mentions)
        bulk.insert(OriginalText, self.originals)
        bulk.insert(SourceIdentity, self.sources)
        bulk.insert(Recipient, self.recipients)
        bulk.insert(QuarantinedRow, self.quarantine)
        return Counts(accepted=len(self.reports), quarantined=len(self.quarantine), duplicate=self.duplicate)


def take_reports(file: IntakeFile, rows: Sequence[RawRow], by: Actor) -> Counts:
    """Reports: accepted, known already, or put in quarantine with the reasons."""
    keys, batch = keys_of(file.agency_id), Batch()
    today = day_of(file)
    read = [(row, read_row(row, agency=file.agency_id, today=today)) for row in rows]
    known = known_contents(file.agency_id, [one.own_reference for _, one in read if isinstance(one, ReportDraft)])
    waves = operations.waves_beside(file.wave_id)
    for row, outcome in read:
        if isinstance(outcome, ReportDraft):
            outcome = accept(
                batch, make.Placed(file.id, file.received_at, row.number, keys, by, waves, file.id), outcome, known
            )
        if outcome:
            batch.quarantine.append(make.quarantined(file, row, outcome, keys))
    _drop_repeated(batch, keys, file)
    return batch.write()


def take_returns(file: IntakeFile, rows: Sequence[RawRow], by: Actor) -> Counts:
    """Weekly returns: filed, known already, or put in quarantine with the reasons."""
    keys, batch, filed = keys_of(file.agency_id), Batch(), 0
    for row in rows:
        outcome = row.faults or interpret.weekly_return(row, agency=file.agency_id, today=day_of(file))
        if not isinstance(outcome, tuple):
            outcome = file_return(file, row, outcome, by)
        if isinstance(outcome, tuple):
            batch.quarantine.append(make.quarantined(file, row, outcome, keys))
        elif outcome:
            filed += 1
        else:
            batch.duplicate += 1
    _drop_repeated(batch, keys, file)
    counts = batch.write()
    return Counts(accepted=filed, quarantined=counts.quarantined, duplicate=counts.duplicate)


def read_row(row: RawRow, *, agency: str, today: date) -> ReportDraft | tuple[Problem, ...]:
    """A row's draft, or all its problems: the reader's, the interpreter's, and recipients that nobody knows."""
    if row.faults:
        return row.faults
    outcome = interpret.report(row, agency=agency, today=today)
    if isinstance(outcome, ReportDraft) and outcome.grade.recipients:
        return _unknown_recipients(row, outcome) or outcome
    return outcome


def known_contents(agency: str, references: Sequence[str]) -> dict[str, str]:
    """The digests of this agency's reports under these references of its own."""
    found = Report.objects.filter(agency_id=agency, own_reference__in=references)
    return dict(found.values_list("own_reference", "content"))


def day_of(file: IntakeFile) -> date:
    """The day on which the file was received, where its sender is: rows are judged by it however late they are read."""
    return file.received_at.astimezone(ZoneInfo(accounts.time_zone(file.agency_id))).date()


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
    batch.originals.extend(make.sealed_text(placed, draft.original_text, report["id"], "original"))
    batch.sources.extend(make.sealed_text(placed, draft.source_identity, report["id"], "source"))
    batch.recipients.extend({"report_id": report["id"], "agency_id": slug} for slug in draft.grade.recipients)
    return None


def file_return(file: IntakeFile, row: RawRow, draft: ReturnDraft, by: Actor) -> bool | tuple[Problem, ...]:
    """Whether the return is new; its problems if the operation's rules refuse it."""
    try:
        filed = operations.file_return(wave_id=file.wave_id, agency=file.agency_id, word=_word(draft), by=by)
    except Refused as refusal:
        return (Problem("week_starting", "refused", f"Row {row.number}, week starting: {refusal.reason}"),)
    return not filed.repeated


def _unknown_recipients(row: RawRow, draft: ReportDraft) -> tuple[Problem, ...]:
    unknown = [slug for slug in draft.grade.recipients if slug not in accounts.slugs()]
    return tuple(make.unknown_recipient(row.number, slug) for slug in unknown)


def _drop_repeated(batch: Batch, keys: AgencyKeys, file: IntakeFile) -> None:
    """A row that waits in quarantine already, sent again in another file, is a duplicate."""
    indexes = [row["raw_index"] for row in batch.quarantine]
    waiting = QuarantinedRow.objects.filter(raw_index__in=indexes, state=RowState.WAITING.value)
    known = set(waiting.filter(file__agency_id=keys.agency).exclude(file=file).values_list("raw_index", flat=True))
    fresh = [row for row in batch.quarantine if row["raw_index"] not in known]
    batch.duplicate += len(batch.quarantine) - len(fresh)
    batch.quarantine = fresh
