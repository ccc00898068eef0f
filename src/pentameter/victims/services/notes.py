"""Notes. They are never changed: who erred writes a note that corrects the first one, and both are kept."""

from uuid import UUID

from django.db import transaction

from pentameter.kernel.actor import Actor
from pentameter.kernel.verdict import Refused
from pentameter.victims.models import SupportEntry
from pentameter.victims.queries.support import row_of
from pentameter.victims.rules.contents import NoteWords
from pentameter.victims.rules.support import EntryKind
from pentameter.victims.services.supporting import Days, add_entry, supported, supporting


@transaction.atomic
def write_note(*, case_id: UUID, text: str, by: Actor, corrects: UUID | None = None) -> UUID:
    """Write a note; where `corrects` names one, in correction of it.

    Raises:
        Refused: if there is nothing in it, or that note was corrected already.
    """
    case = supporting(case_id, by)
    if not text.strip():
        raise Refused("Write something first.")
    if corrects is not None:
        row_of(case, corrects, [EntryKind.NOTE])
        if SupportEntry.objects.filter(follows_id=corrects).exists():
            raise Refused("This note was corrected already. Correct the note that followed it.")
    row = add_entry(case, EntryKind.NOTE, NoteWords(text), by, Days(), follows=corrects)
    supported(case, row, by=by, act="corrected" if corrects else "written")
    return row.id
