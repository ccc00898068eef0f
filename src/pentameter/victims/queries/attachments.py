"""The files of a case: the list without their bytes, and one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pentameter.accounts import api as accounts
from pentameter.kernel import sealing
from pentameter.kernel.verdict import never_was
from pentameter.victims.models import Attachment
from pentameter.victims.queries.opening import OpenCase, bound
from pentameter.victims.rules.attachments import FileType


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file in the list."""

    id: UUID
    name: str
    type: FileType
    size: int
    about: str
    added_at: datetime
    added_by: str
    removed_at: datetime | None
    removed_because: str

    @property
    def kilobytes(self) -> int:
        """Its size, rounded up."""
        return -(-self.size // 1024)


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was sent."""

    name: str
    type: FileType
    content: bytes


def files(case: OpenCase) -> tuple[FileLine, ...]:
    """Every file, the latest first. One SQL query."""
    rows = Attachment.objects.filter(case=case.row).defer("content").order_by("-added_at", "-id")
    return tuple(_line(case, row) for row in rows)


def attachment_row(case: OpenCase, attachment_id: UUID) -> Attachment:
    """The row of a file of this very case that was not taken away.

    Raises:
        Refused: as if it never was, if there is none.
    """
    row = Attachment.objects.filter(case=case.row, pk=attachment_id, removed_at=None).first()
    if row is None:
        raise never_was()
    return row


def file_of(case: OpenCase, row: Attachment) -> File:
    """A file, opened.

    Raises:
        NoKey: if the case was erased.
    """
    content = sealing.unseal(content_key(case), row.content or b"", bound_to=bound("attachment content", row.id))
    return File(_line(case, row).name, FileType(row.type), content)


def content_key(case: OpenCase) -> bytes:
    """The key of the bytes of files, which comes from the case's own key and is gone with it."""
    return sealing.derive(case.key.key, "attachments")


def names_of_files(lines: Iterable[FileLine]) -> dict[str, str]:
    """Who attached what. Two SQL queries."""
    return accounts.names({one.added_by for one in lines})


def words_of(case: OpenCase, row: Attachment) -> dict[str, str]:
    """What is sealed beside the bytes; nothing where the case was erased."""
    facts = case.key.unseal(row.sealed, bound_to=bound("attachment", row.id)) if case.safe else {}
    return {str(name): str(value) for name, value in facts.items()} if isinstance(facts, dict) else {}


def _line(case: OpenCase, row: Attachment) -> FileLine:
    said = words_of(case, row)
    return FileLine(
        id=row.id,
        name=said.get("name", ""),
        type=FileType(row.type),
        size=row.size,
        about=said.get("about", ""),
        added_at=row.added_at,
        added_by=row.added_by,
        removed_at=row.removed_at,
        removed_because=said.get("removed_because", ""),
    )
