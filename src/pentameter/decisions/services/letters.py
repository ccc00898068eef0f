"""The letter on a decision as a tagged PDF: made when it is asked for, kept sealed as it was served."""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event, record
from pentameter.decisions.models import Letter
from pentameter.decisions.rules import letters
from pentameter.decisions.rules.deadlines import window
from pentameter.decisions.rules.drafts import Draft
from pentameter.decisions.rules.states import Kind, Result, State
from pentameter.decisions.services.loading import HeldMatter, NotYet, opened_matter
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.look.pdf import NoPdf, document
from pentameter.victims.api import bound


@dataclass(frozen=True, slots=True)
class LetterFile:
    """A letter to be handed out."""

    name: str
    body: bytes


@transaction.atomic
def letter_of(*, matter_id: UUID, by: Actor) -> LetterFile:
    """The letter on a decision: as it was served; before that, for those who decide, as it would be."""
    here = opened_matter(matter_id, Operation.VIEW_MATTERS, by)
    kept = Letter.objects.filter(matter=here.row).first()
    if kept is None and not _may_see_before(here, by):
        raise Refused("There is no letter on this matter yet.", hidden=True)
    if here.case.safe is None:
        raise Refused("This case was erased. Nothing of it opens.", hidden=True)
    body = _opened(kept, here) if kept else _pdf(here, by)
    detail = {"matter": str(matter_id), "served": kept is not None}
    record(Event.LETTER_MADE, by=by, subject=("case", here.row.case_id), detail=detail)
    return LetterFile(f"{here.row.reference}.pdf", body)


def keep_letter(here: HeldMatter, by: Actor) -> None:
    """Make the letter and keep it sealed, in the caller's transaction."""
    said = {"pdf": b64encode(_pdf(here, by)).decode("ascii")}
    sealed = here.case.key.seal(said, bound_to=bound("letter", here.row.id))
    Letter.objects.create(matter=here.row, sealed=sealed, made_at=clock.now(), made_by=by.id)


def _may_see_before(here: HeldMatter, by: Actor) -> bool:
    return here.state is State.DECIDED and here.case.may(by, Operation.OPEN_MATTER, Compartment.DECISION)


def _opened(kept: Letter, here: HeldMatter) -> bytes:
    said = here.case.key.unseal(kept.sealed, bound_to=bound("letter", here.row.id))
    return b64decode(said["pdf"]) if isinstance(said, dict) else b""


def _pdf(here: HeldMatter, by: Actor) -> bytes:
    letter = letters.letter(_told(here, by))
    try:
        return document("decisions/letter.jinja", {"letter": letter}, title=f"{letter.title}, {letter.reference}")
    except NoPdf as missing:
        raise NotYet(str(missing)) from missing


def _told(here: HeldMatter, by: Actor) -> letters.Told:
    row, card = here.row, here.card
    if row.decided_on is None:
        raise Refused("This is not decided yet: there is no letter.")
    return letters.Told(
        reference=row.reference,
        name=here.case.identity.shown,
        kind=here.kind,
        result=Result(row.result),
        decided_on=row.decided_on,
        served_on=row.served_on,
        authority=by.agency_name,
        standard=row.standard,
        facts=card.draft.facts,
        reasons=card.draft.reasons,
        heard=_heard(card.draft),
        window=window(here.kind, Result(row.result), served_on=row.served_on),
        desk_number=settings.DUTY_DESK_NUMBER,
        until=row.until if Result(row.result) is Result.GRANTED and here.kind is Kind.LEAVE else None,
        review_on=row.review_on,
    )


def _heard(draft: Draft) -> str:
    if draft.weight:
        return f"The person who decided read your account, which you agreed to give.\n{draft.weight}"
    return f"There was no account from you to read.\n{draft.absence}" if draft.absence else ""
