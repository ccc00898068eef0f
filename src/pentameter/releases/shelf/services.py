"""Putting a version on the shelf. The staff side calls it; the public door never writes here."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import router, transaction

from pentameter.releases.shelf.files import File
from pentameter.releases.shelf.freezing import thaw
from pentameter.releases.shelf.models import Shelved, ShelvedFile


@dataclass(frozen=True)
class OnShelf:
    """A version with its files, as it is to stand on the shelf. `files` None: those that are there stay."""

    id: UUID
    release: UUID
    slug: str
    number: int
    title: str
    state: str
    as_of: date
    published_at: datetime
    withdrawn_at: datetime | None
    withdrawn_because: str
    content: str
    digest: str
    revision: int
    files: tuple[File, ...] | None


def put(one: OnShelf) -> bool:
    """Put it there, unless a later revision of it stands there. Answers whether it was put."""
    changed = thaw(one.content, one.digest).description.changed if one.content else ""
    values = {
        "release": one.release,
        "slug": one.slug,
        "number": one.number,
        "title": one.title,
        "state": one.state,
        "as_of": one.as_of,
        "published_at": one.published_at,
        "changed": changed,
        "withdrawn_at": one.withdrawn_at,
        "withdrawn_because": one.withdrawn_because,
        "content": one.content,
        "digest": one.digest,
        "revision": one.revision,
    }
    with transaction.atomic(using=_database()):
        row, made = Shelved.objects.select_for_update().get_or_create(pk=one.id, defaults=values)
        if not made and row.revision >= one.revision:
            return False
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
        if one.files is not None:
            row.files.all().delete()
            ShelvedFile.objects.bulk_create(_row(row, place, file) for place, file in enumerate(one.files))
    return True


def _row(edition: Shelved, place: int, file: File) -> ShelvedFile:
    return ShelvedFile(
        edition=edition,
        name=file.name,
        words=file.words,
        media=file.media,
        size=len(file.body),
        digest=file.digest,
        body=file.body,
        place=place,
    )


def _database() -> str:
    """The database of the shelf: behind the staff door it is the second one."""
    return router.db_for_write(Shelved)
