"""Attaching files: looked at, sealed under the case's key, given back as a file to save, and each giving recorded."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from pentameter.access.api import Compartment, Operation
from pentameter.audit.api import Event as Act
from pentameter.audit.api import record
from pentameter.kernel import clock, sealing
from pentameter.kernel.actor import Actor
from pentameter.kernel.ids import new_id
from pentameter.kernel.verdict import Refused, never_was
from pentameter.victims.models import Attachment
from pentameter.victims.queries.attachments import File, attachment_row, content_key, file_of, words_of
from pentameter.victims.queries.opening import OpenCase, bound, opened
from pentameter.victims.rules.attachments import clean_name, inspect
from pentameter.victims.services.supporting import supporting


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: the name that its sender gives it, its bytes, and in a few words what it is."""

    name: str
    content: bytes
    about: str = ""


@transaction.atomic
def attach(*, case_id: UUID, upload: Upload, by: Actor) -> UUID:
    """Attach a file, if it is what may be attached.

    Raises:
        Refused: if not, with what to do.
    """
    case = supporting(case_id, by)
    found = inspect(upload.content)
    if found.type is None:
        raise Refused(found.verdict.reason)
    identifier = new_id()
    Attachment.objects.create(
        id=identifier,
        case=case.row,
        type=found.type.value,
        size=len(upload.content),
        sealed=_words(case, identifier, {"name": clean_name(upload.name, found.type), "about": upload.about}),
        content=sealing.seal(content_key(case), upload.content, bound_to=bound("attachment content", identifier)),
        added_at=clock.now(),
        added_by=by.id,
    )
    _recorded(case, identifier, by=by, act="attached")
    return identifier


@transaction.atomic
def read_attachment(*, case_id: UUID, attachment_id: UUID, by: Actor) -> File:
    """A file, to be saved. Each giving is a look."""
    case = opened(case_id, by, Operation.VIEW_SUPPORT, Compartment.SUPPORT)
    row = attachment_row(case, attachment_id)
    if case.safe is None:
        raise never_was()
    found = file_of(case, row)
    detail = {"id": str(attachment_id)}
    record(Act.ATTACHMENT_READ, by=by, subject=("case", case_id), detail=detail)
    return found


@transaction.atomic
def remove_attachment(*, case_id: UUID, attachment_id: UUID, reason: str, by: Actor) -> None:
    """Take away a file that does not belong here, with its bytes; that it was there stays, with why it went."""
    case = supporting(case_id, by)
    row = attachment_row(case, attachment_id)
    if not reason.strip():
        raise Refused("Say why.")
    said = _words(case, row.id, {**words_of(case, row), "removed_because": reason})
    Attachment.objects.filter(pk=row.pk).update(sealed=said, content=None, removed_at=clock.now(), removed_by=by.id)
    _recorded(case, row.id, by=by, act="removed")


def _words(case: OpenCase, identifier: UUID, said: dict[str, str]) -> bytes:
    return case.key.seal(said, bound_to=bound("attachment", identifier))


def _recorded(case: OpenCase, identifier: UUID, *, by: Actor, act: str) -> None:
    detail = {"kind": "attachment", "id": str(identifier), "act": act}
    record(Act.SUPPORT_CHANGED, by=by, subject=("case", case.row.id), detail=detail)
