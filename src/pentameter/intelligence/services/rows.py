"""From drafts to rows of tables: identifiers, digests, seals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from pentameter.accounts.api import AgencyCard
from pentameter.intelligence.intake.drafts import Problem, RawRow, ReportDraft, ReturnDraft
from pentameter.intelligence.intake.normalise.words import plain_words
from pentameter.intelligence.keys import AgencyKeys, identifier_index
from pentameter.intelligence.models import IntakeFile
from pentameter.intelligence.phrasing import as_word, shelved
from pentameter.intelligence.rules import Handling, RowState, shelves_of
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import beside, derived_id
from pentameter.kernel.periods import week_of
from pentameter.operations.api import Looked, WaveCard, WeekReturn

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a report comes from: its file (or the form that was sent), its row, its sender's keys, who sent it.

    `waves` are the waves that it may fall into, in order.
    """

    origin: UUID
    at: datetime
    row_number: int
    keys: AgencyKeys
    by: Actor
    waves: Sequence[WaveCard]
    file_id: UUID | None = None

    def new_id(self, *parts: str) -> UUID:
        """The identifier of something in this row; rows of a file follow each other."""
        at = self.at + timedelta(milliseconds=self.row_number)
        return derived_id(self.keys.identifiers, at, str(self.origin), str(self.row_number), *parts)


def wave_of(waves: Sequence[WaveCard], day: date) -> UUID:
    """The wave that a report of `day` belongs to: the last that had begun; before all of them, the first."""
    begun = [wave for wave in waves if wave.starts_on <= day]
    return begun[-1].id if begun else waves[0].id


def facts(draft: ReportDraft) -> dict[str, object]:
    """All that a draft says, in a form that stays the same from version to version: its digest is stored.

    What later templates brought stands in it only where it is said, so that what was sent before is known again.
    """
    grade = draft.grade
    later: dict[str, object] = {}
    if draft.links:
        later["links"] = [[one.source, one.relation, one.target] for one in draft.links]
    if draft.route:
        later["route"] = draft.route
    return later | {
        "reference": draft.own_reference,
        "days": [draft.reported_on if draft.dated else None, draft.event_from, draft.event_to],
        "where": [draft.area, draft.place, draft.postcode],
        "grade": [grade.scheme, grade.source, grade.information, grade.handling, grade.conditions, grade.malicious],
        "recipients": grade.recipients,
        "about": [draft.theme, draft.acts, draft.means, draft.purposes, draft.indicators],
        "demand": [draft.advertised, draft.price, draft.currency],
        "texts": [draft.text, draft.original_text, draft.source_identity],
        "mentions": [[one.kind, dict(one.values)] for one in draft.mentions],
    }


def report(placed: Placed, draft: ReportDraft, content: str) -> dict[str, Any]:
    """The row of a report."""
    grade = draft.grade
    return {
        "id": placed.new_id("report"),
        "agency_id": placed.keys.agency,
        "wave_id": wave_of(placed.waves, draft.reported_on),
        "file_id": placed.file_id,
        "row_number": placed.row_number,
        "own_reference": draft.own_reference,
        "content": content,
        "reported_on": draft.reported_on,
        "week": week_of(draft.reported_on),
        "event_from": draft.event_from,
        "event_to": draft.event_to,
        "area": draft.area,
        "place": draft.place,
        "postcode": draft.postcode,
        "theme": draft.theme.value,
        "acts": [one.value for one in draft.acts],
        "means": [one.value for one in draft.means],
        "purposes": [one.value for one in draft.purposes],
        "indicators": [one.value for one in draft.indicators],
        "scheme": grade.scheme.value,
        "source_grade": grade.source,
        "information_grade": grade.information,
        "handling": grade.handling,
        "conditions": grade.conditions,
        "malicious": grade.malicious,
        "text": draft.text,
        "advertised": draft.advertised,
        "price": draft.price,
        "currency": draft.currency,
        "route": draft.route,
        "accepted_at": clock.now(),
        "accepted_by": placed.by.id,
    }


def mentions(placed: Placed, draft: ReportDraft, report_id: UUID) -> Iterator[Row]:
    """The rows of what a report mentions, each sealed for itself."""
    for position, one in enumerate(draft.mentions):
        identifier = beside(report_id, position + 1)
        yield {
            "id": identifier,
            "report_id": report_id,
            "position": position,
            "kind": one.kind.value,
            "sealed": placed.keys.seal(dict(one.values), bound_to=f"mention:{identifier}"),
            "identifier_index": identifier_index(one.kind.value, one.identifier),
        }


def wordings(reports: Sequence[Row], recipients: Sequence[Row], senders: Mapping[str, AgencyCard]) -> Iterator[Row]:
    """The rows by which reports' words are found, each on the shelves of those who may be told."""
    named: dict[UUID, set[str]] = {}
    for one in recipients:
        named.setdefault(one["report_id"], set()).add(one["agency_id"])
    for row in reports:
        sender = senders[row["agency_id"]]
        told = frozenset(named.get(row["id"], ()))
        handling = Handling(sender.slug, sender.jurisdiction, row["scheme"], row["handling"], told)
        shelves = sorted(map(as_word, shelves_of(handling, sender.sector)))
        words = plain_words(f"{row['own_reference']} {row['place']} {row['text']}")
        yield {"report_id": row["id"], "words": shelved(words, shelves), "shelves": " ".join(shelves)}


def links(draft: ReportDraft, report_id: UUID) -> Iterator[Row]:
    """The rows of what a report says of two things that it mentions."""
    for one in draft.links:
        yield {
            "report_id": report_id,
            "source_id": beside(report_id, one.source + 1),
            "relation": one.relation.value,
            "target_id": beside(report_id, one.target + 1),
        }


def sealed_text(placed: Placed, text: str, report_id: UUID, what: str) -> Iterator[Row]:
    """The row of an original text or of a source's identity, if there is one."""
    if text:
        yield {"report_id": report_id, "sealed": placed.keys.seal(text, bound_to=f"{what}:{report_id}")}


def quarantined(file: IntakeFile, row: RawRow, problems: Sequence[Problem], keys: AgencyKeys) -> dict[str, Any]:
    """The row of quarantine: what was sent and what is wrong with it, sealed; the first reason's code, to count by."""
    at = file.received_at + timedelta(milliseconds=row.number)
    identifier = derived_id(keys.identifiers, at, str(file.id), str(row.number), "quarantine")
    return {
        "id": identifier,
        "file_id": file.id,
        "row_number": row.number,
        "state": RowState.WAITING.value,
        "field": "".join(one for one in problems[0].field[:60] if one.isprintable()),
        "code": problems[0].code,
        "sealed": keys.seal(held(row.cells, problems), bound_to=f"quarantine:{identifier}"),
        "raw_index": keys.content(dict(row.cells))[:32],
        "report_id": None,
        "reason": "",
        "version": 1,
        "closed_at": None,
        "closed_by": "",
    }


def held(cells: Mapping[str, str], problems: Sequence[Problem]) -> dict[str, object]:
    """What is sealed of a row in quarantine."""
    said = [{"field": one.field, "code": one.code, "sentence": one.sentence} for one in problems]
    return {"cells": dict(cells), "problems": said}


def week_return(draft: ReturnDraft) -> WeekReturn:
    """The draft as the operation takes it."""
    return WeekReturn(
        week=draft.week,
        looked=Looked(draft.kind),
        premises_visited=draft.premises_visited,
        people_found=draft.people_found,
        arrests=draft.arrests,
        hours=draft.hours,
        text=draft.text,
    )


def refused_return(number: int, reason: str) -> Problem:
    """The problem of a return that the operation's rules refuse."""
    return Problem("week_starting", "refused", f"Row {number}, week starting: {reason}")


def reused_reference(number: int, draft: ReportDraft) -> Problem:
    """The problem of a reference that stands for something else already."""
    return Problem(
        "report_ref",
        "changed",
        f"Row {number}, report reference: {draft.own_reference} is here already and says something else. "
        "Give this report a reference of its own, or set the row aside if it was sent by mistake.",
    )


def unknown_recipient(number: int, slug: str) -> Problem:
    """The problem of a recipient that nobody knows."""
    return Problem(
        "handling_recipients",
        "recipient",
        f"Row {number}, handling recipients: no agency is called {slug}. "
        "Write the short names from the agencies' page, separated by semicolons.",
    )
