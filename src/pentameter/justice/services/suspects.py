"""Adding a suspect, tying them to what reports say, and marking that they may be a victim."""

from uuid import UUID

from django.db import transaction

from pentameter.access.api import Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.entities.api import show_thing
from pentameter.intelligence.api import MentionKind
from pentameter.justice.keys import bound, keep_key, new_safe
from pentameter.justice.models import Investigation, Mark, Protection, Suspect
from pentameter.justice.queries.opening import OpenSuspect, opened
from pentameter.justice.rules.people import Person, may_be_suspect
from pentameter.justice.rules.screen import CheckState
from pentameter.justice.rules.stages import Stage
from pentameter.justice.rules.wording import in_words
from pentameter.justice.services.loading import NotYet, held_suspect, insist, keep
from pentameter.kernel import clock
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.ids import reference as reference_of
from pentameter.kernel.verdict import Refused


@transaction.atomic
def add_suspect(*, investigation_id: UUID, person: Person, mention: UUID | None = None, by: Actor) -> UUID:
    """Add a suspect to an investigation, sealed under a key of their own. Answers their id.

    `mention` ties them to what reports say, as far as the actor may read it.
    """
    Investigation.objects.select_for_update().filter(pk=investigation_id).first()
    found = opened(investigation_id, by, Operation.CHANGE_INVESTIGATION)
    insist(may_be_suspect(person))
    tied = _tied(mention, by) if mention else None
    made, safe = new_id(), new_safe()
    row = Suspect.objects.create(
        id=made,
        reference=reference_of("S", made),
        investigation=found.row,
        mention=tied,
        identity=safe.seal(person.as_json(), bound_to=bound("identity", made)),
        added_at=clock.now(),
        added_by=by.id,
        stage=Stage.SUSPECTED.value,
        check_state=CheckState.TO_MAKE.value,
        check_told=CheckState.TO_MAKE.value,
    )
    keep_key(made, safe)
    keep(OpenSuspect(row, found, safe))
    record(Act.SUSPECT_ADDED, by=by, subject=("suspect", made), detail={"investigation": str(investigation_id)})
    return made


@transaction.atomic
def change_suspect(*, suspect_id: UUID, person: Person, mention: UUID | None, version: int, by: Actor) -> None:
    """Say better who a suspect is. Whether they may be somebody protected is then not known, and is asked again.

    What was tied to reports stays tied where no `mention` is given.
    """
    held = held_suspect(suspect_id, Operation.CHANGE_INVESTIGATION, by)
    held.insist_on(version)
    insist(may_be_suspect(person))
    if held.opened.safe is None:
        raise NotYet("Who this suspect is was erased. Nothing can be added.")
    sealed = held.opened.safe.seal(person.as_json(), bound_to=bound("identity", suspect_id))
    tied = _tied(mention, by) if mention and mention != held.row.mention else held.row.mention
    Suspect.objects.filter(pk=suspect_id).update(identity=sealed, mention=tied)
    Protection.objects.filter(suspect_id=suspect_id, may_be_since=None).delete()
    held.row.mention = tied
    keep(held.opened)
    record(Act.SUSPECT_CHANGED, by=by, subject=("suspect", suspect_id))


@transaction.atomic
def mark_suspect(*, suspect_id: UUID, words: str, by: Actor) -> None:
    """Mark that a suspect may be a victim. It stays; the non-punishment check is asked for again."""
    held = held_suspect(suspect_id, Operation.MARK_SUSPECT, by)
    insist(in_words(words, "What you saw or heard"))
    made = new_id()
    sealed = held.sealed("mark", made, {"words": words.strip()}) or b""
    Mark.objects.create(id=made, suspect=held.row, words=sealed, marked_at=clock.now(), marked_by=by.id)
    keep(held.opened)
    record(Act.SUSPECT_MARKED, by=by, subject=("suspect", suspect_id))


def _tied(mention: UUID, by: Actor) -> UUID:
    try:
        thing = show_thing(mention_id=mention, by=by)
    except Refused:
        raise NotYet("What reports say: there is nothing there that you may see. Check the address.") from None
    if thing.kind != MentionKind.PERSON.value:
        raise NotYet("What reports say: this is not a person. Give the address of a person's page.")
    return thing.id
