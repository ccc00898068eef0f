"""What the pages of an investigation and of a suspect show."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pentameter.access.api import Operation
from pentameter.justice.keys import bound, safes_of
from pentameter.justice.models import Suspect
from pentameter.justice.queries.events import EventLine, event_of, line_of, named, rows_of, seen_by
from pentameter.justice.queries.opening import OpenInvestigation, OpenSuspect, person_of
from pentameter.justice.queries.signs import marks_by, signs_of
from pentameter.justice.rules import screen
from pentameter.justice.rules.investigations import Part
from pentameter.justice.rules.kinds import OF_PROSECUTOR, Kind
from pentameter.justice.rules.next import Next, Warned, next_step, warning
from pentameter.justice.rules.people import Person
from pentameter.justice.rules.recording import may_record_kind, possible
from pentameter.justice.rules.screen import CheckState, Sign
from pentameter.justice.rules.stages import Stage
from pentameter.justice.rules.standing import Standing, as_known, in_order, standing
from pentameter.kernel.actor import Actor, Jurisdiction


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over every page of an investigation."""

    id: UUID
    reference: str
    name: str
    agency: str
    place: Jurisdiction
    wave: str
    opened_on: date
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class Taking:
    """An agency that takes part."""

    slug: str
    name: str
    part: Part
    since: datetime


@dataclass(frozen=True, slots=True)
class SuspectCard:
    """A suspect on the page of the investigation."""

    id: UUID
    reference: str
    name: str
    stage: Stage
    since: date | None
    check: CheckState
    next: Next


@dataclass(frozen=True, slots=True)
class InvestigationPage:
    """One investigation: who takes part, the suspects, what happened, newest first."""

    head: Head
    agencies: tuple[Taking, ...]
    suspects: tuple[SuspectCard, ...]
    lines: tuple[tuple[SuspectCard, EventLine], ...]
    sent: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class ChargeLine:
    """A charge, and how far it has come; `instead`: the other offence of which the court convicted."""

    id: str
    offence: str
    on: date
    stage: Stage
    instead: str


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A mark that the suspect may be a victim."""

    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class SuspectPage:
    """One suspect, as far as the actor is told. `may`: what of all that could be recorded they may record; `knew`: the
    signs that they were shown, in short.
    """

    head: Head
    card: SuspectCard
    person: Person
    charges: tuple[ChargeLine, ...]
    lines: tuple[EventLine, ...]
    struck: tuple[EventLine, ...]
    signs: tuple[Sign, ...]
    marks: tuple[MarkLine, ...]
    may: frozenset[Kind]
    may_strike: frozenset[Kind]
    may_check: bool
    may_mark: bool
    may_change: bool
    may_charge: str
    warning: Warned | None
    knew: str
    mention: UUID | None
    version: int
    as_of: datetime | None


def head_of(opened: OpenInvestigation) -> Head:
    """The head of an investigation's pages."""
    row = opened.row
    wave = row.wave.name if row.wave else ""
    return Head(row.id, row.reference, row.name, row.agency.name, opened.place, wave, row.opened_on, row.closed_on)


def investigation_page(opened: OpenInvestigation, by: Actor) -> InvestigationPage:
    """One investigation. At most nine SQL queries, however many suspects it has."""
    rows = list(Suspect.objects.filter(investigation=opened.row).order_by("added_at", "id"))
    events, safes, signs = rows_of([one.id for one in rows]), safes_of([one.id for one in rows]), signs_of(rows)
    cards, lines, tells = [], [], opened.tells(by)
    for row in rows:
        mine = tuple(events[row.id])
        stands = standing([event_of(one) for one in mine])
        check = screen.state(stands, seen_by(stands, mine), screen.told(signs[row.id], whole=tells))
        card = _card(row, person_of(row, safes.get(row.id)), stands=stands, check=check, sent=opened.sent)
        cards.append(card)
        lines += [(card, line_of(one, safes.get(row.id), opened.place)) for one in mine if one.struck_at is None]
    takes = (Taking(one.agency_id, one.agency.name, Part(one.part), one.since) for one in opened.parts)
    newest = sorted(lines, key=lambda one: (one[1].event.on, one[1].known_at), reverse=True)
    may = opened.may(by, Operation.CHANGE_INVESTIGATION)
    return InvestigationPage(head_of(opened), tuple(takes), tuple(cards), tuple(newest), opened.sent, may)


def suspect_page(opened: OpenSuspect, by: Actor, today: date, as_of: datetime | None = None) -> SuspectPage:
    """One suspect; `as_of`: as it was known at a moment, and then nothing can be recorded. Six SQL queries."""
    row, place = opened.row, opened.investigation.place
    rows = tuple(rows_of([row.id])[row.id])
    whole, tells = signs_of([row], as_of)[row.id], opened.investigation.tells(by)
    signs = screen.told(whole, whole=tells)
    events = [event_of(one) for one in rows]
    known = as_known(events, as_of) if as_of else [one for one in events if one.struck_at is None]
    lines = {str(one.id): line_of(one, opened.safe, place) for one in rows}
    now = standing(known)
    seen = seen_by(now, rows)
    why, check = screen.why_not_charged(now, seen, signs, whole=tells), screen.state(now, seen, signs)
    new = " ".join(one.sentence for one in screen.speaking(signs) if one.key not in seen)
    return SuspectPage(
        head=head_of(opened.investigation),
        card=_card(row, opened.person, stands=now, check=check, sent=opened.investigation.sent),
        person=opened.person,
        charges=tuple(
            ChargeLine(one.id, named(one.offence), one.on, one.stage, named(one.instead))
            for one in now.charges.values()
        ),
        lines=tuple(lines[one.id] for one in reversed(in_order(known))),
        struck=tuple(one for one in lines.values() if one.struck_at is not None and as_of is None),
        signs=signs,
        marks=_marks(opened, as_of),
        may=frozenset() if as_of else _may(opened, by, possible(known, today)),
        may_strike=frozenset() if as_of else _may(opened, by, frozenset(Kind)),
        may_check=as_of is None and opened.investigation.may(by, Operation.CHECK_SUSPECT),
        may_mark=as_of is None and opened.investigation.may(by, Operation.MARK_SUSPECT),
        may_change=as_of is None and opened.investigation.may(by, Operation.CHANGE_INVESTIGATION),
        may_charge=why,
        warning=warning(now.stage, check, why=why, new=new),
        knew=screen.print_of(signs),
        mention=row.mention,
        version=row.version,
        as_of=as_of,
    )


def _may(opened: OpenSuspect, by: Actor, kinds: frozenset[Kind]) -> frozenset[Kind]:
    charge = opened.investigation.may(by, Operation.CHARGE_SUSPECT)
    other = opened.investigation.may(by, Operation.RECORD_JUSTICE)
    return frozenset(
        one for one in kinds if may_record_kind(one, by.role).allowed and (charge if one in OF_PROSECUTOR else other)
    )


def _card(
    row: Suspect,
    person: Person,
    *,
    stands: Standing,
    check: CheckState,
    sent: bool,
) -> SuspectCard:
    following = next_step(stands.stage, check, sent=sent)
    return SuspectCard(row.id, row.reference, person.name, stands.stage, stands.stage_since, check, following)


def _marks(opened: OpenSuspect, until: datetime | None) -> tuple[MarkLine, ...]:
    if opened.safe is None:
        return ()
    found = []
    for one in marks_by(until).filter(suspect=opened.row).reverse():
        said = opened.safe.unseal(one.words, bound_to=bound("mark", one.id))
        found.append(
            MarkLine(str(said.get("words", "")) if isinstance(said, dict) else "", one.marked_at, one.marked_by)
        )
    return tuple(found)
