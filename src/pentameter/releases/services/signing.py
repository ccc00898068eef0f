"""The second person: signs the whole text with its time of publication, or sends the version back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event, record
from pentameter.kernel.actor import Actor
from pentameter.releases.composing import composed
from pentameter.releases.queries.rows import found_text, known_to_all, line_of, own_tables, words_of
from pentameter.releases.rules.signing import is_described, may_appear, may_sign, still_holds
from pentameter.releases.rules.states import State, Step, may_step
from pentameter.releases.services.loading import HeldEdition, NotYet, held_edition, hold_union, insist
from pentameter.releases.services.wording import insist_on_nobody_named, words_said
from pentameter.releases.shelf.freezing import digest, freeze
from pentameter.victims.api import uncounted_mark


@transaction.atomic
def sign(*, edition_id: UUID, publish_at: datetime, revision: int, by: Actor, at: datetime) -> None:
    """Sign the version as it stands, to be published at a time. The attacker is asked again if more is known by now.

    Raises:
        NotYet: the actor worked on it, something is missing, or it would give somebody away.
    """
    here = held_edition(edition_id, Operation.SIGN_RELEASE, by)
    here.insist_on(revision)
    insist(may_step(here.state, Step.SIGN))
    insist(may_sign(by.id, here.writers))
    insist(may_appear(publish_at, now=at))
    insist(is_described(words_of(here.row.words), correction=here.row.number > 1))
    insist_on_nobody_named(words_said(here.row), by=by)
    if line_of(here.row).counts_cases:
        insist(still_holds(here.row.counted, uncounted_mark()))
    union = hold_union()
    found = _attacked_again(here, union.mark)
    union.mark += 1
    union.save(update_fields=["mark"])
    text = freeze(composed(here.row, publish_at, here.row.early_readers.filter(until=None).order_by("named_at")))
    here.step(
        Step.SIGN,
        content=text,
        content_digest=digest(text),
        signed_by=by.id,
        signed_at=at,
        publish_at=publish_at,
        union=union.mark,
        **found,
    )
    detail = {"number": here.row.number, "content": here.row.content_digest, "publish_at": publish_at.isoformat()}
    record(Event.RELEASE_SIGNED, by=by, subject=("release", edition_id), detail=detail)


@transaction.atomic
def send_back(*, edition_id: UUID, because: str, revision: int, by: Actor) -> None:
    """Send the version back to who wrote it, with the reason; a signature on it is gone."""
    here = held_edition(edition_id, Operation.SIGN_RELEASE, by)
    here.insist_on(revision)
    if not because.strip():
        raise NotYet("Say what has to change.")
    gone = {"content": "", "content_digest": "", "signed_by": "", "signed_at": None, "publish_at": None}
    was_signed = here.state is State.SIGNED
    here.step(Step.SEND_BACK, **gone, ended_because=because)
    record(Event.RELEASE_SENT_BACK, by=by, subject=("release", edition_id), detail={"was_signed": was_signed})


def _attacked_again(here: HeldEdition, mark: int) -> dict[str, str]:
    """What the attacker finds by now; nothing where nothing more is known than when the tables were made safe."""
    if here.row.union == mark:
        return {}
    from pentameter.releases.safety import attack  # numpy and scipy are loaded only here

    known = known_to_all(but=here.row.id)
    attacked = attack(own_tables(here.row), known)
    if not attacked.safe:
        raise NotYet(
            "Another release was signed since these tables were made safe, and together they would give away: "
            + "; ".join(attacked.given_away[:6])
            + ". Send this version back, to be made safe again."
        )
    return {"found": found_text(attacked, "")}
