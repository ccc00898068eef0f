"""Bringing what was decided here to the public database: as often as it takes, and never an older over a newer."""

from uuid import UUID

from django.db import transaction
from django.db.models import F

from pentameter.audit.api import Event, record
from pentameter.kernel.actor import SYSTEM
from pentameter.releases.files import files_of
from pentameter.releases.models import Edition
from pentameter.releases.rules.states import State
from pentameter.releases.shelf.files import File
from pentameter.releases.shelf.freezing import thaw
from pentameter.releases.shelf.services import OnShelf, put

GONE = "A release that was withdrawn"
"""What the check withdrew is called: its title may be what would identify somebody."""


def bring_all() -> None:
    """Bring whatever the public side does not have yet. One SQL query where there is nothing.

    Raises:
        Exception: what hindered the last that could not be brought; the others are.
    """
    hindered: Exception | None = None
    for pk in unbrought():
        try:
            bring(edition_id=pk)
        except Exception as problem:
            hindered = problem
    if hindered is not None:
        raise hindered


def bring_all_again() -> None:
    """Bring every version once more: the public database may have lost some. What is there already stays as it is."""
    Edition.objects.filter(published_at__isnull=False).update(brought=0)
    bring_all()


def unbrought() -> tuple[UUID, ...]:
    """Versions of which the public side has an older revision, or nothing."""
    rows = Edition.objects.filter(published_at__isnull=False, brought__lt=F("revision")).order_by("published_at", "id")
    return tuple(rows.values_list("pk", flat=True))


def bring(*, edition_id: UUID) -> None:
    """Bring a version, and the one before it, which it may have replaced.

    The rows of both databases are written one after the other: if the second is not, it is brought again, and nothing
    changes by that.
    """
    row = Edition.objects.select_related("release").get(pk=edition_id)
    for one in Edition.objects.select_related("release").filter(release=row.release_id, published_at__isnull=False):
        if one.brought < one.revision:
            _bring(one)


def _bring(row: Edition) -> None:
    files = _files(row)
    put(_on_shelf(row, files))
    with transaction.atomic():
        Edition.objects.filter(pk=row.pk, brought__lt=row.revision).update(brought=row.revision)
        detail = {"revision": row.revision, "files": {one.name: one.digest for one in files or ()}}
        record(Event.RELEASE_BROUGHT, by=SYSTEM, subject=("release", row.pk), detail=detail)


def _files(row: Edition) -> tuple[File, ...] | None:
    """Made once, from what was signed; None where they are there already."""
    if row.state == State.WITHDRAWN.value:
        return ()
    if row.brought:
        return None
    return files_of(thaw(row.content, row.content_digest), row.content_digest)


def _on_shelf(row: Edition, files: tuple[File, ...] | None) -> OnShelf:
    if row.published_at is None:
        raise ValueError(f"Version {row.pk} was not published.")
    withdrawn = row.state == State.WITHDRAWN.value
    return OnShelf(
        id=row.pk,
        release=row.release_id,
        slug=row.release.slug,
        number=row.number,
        title=GONE if withdrawn and row.ended_by == SYSTEM.id else row.release.title,
        state=row.state,
        as_of=row.as_of,
        published_at=row.published_at,
        withdrawn_at=row.ended_at if withdrawn else None,
        withdrawn_because=row.ended_because if withdrawn else "",
        content="" if withdrawn else row.content,
        digest=row.content_digest,
        revision=row.revision,
        files=files,
    )
