"""What stands on the shelf, for everyone."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from pentameter.releases.shelf.content import Content
from pentameter.releases.shelf.files import File
from pentameter.releases.shelf.freezing import Altered, digest, thaw
from pentameter.releases.shelf.models import Shelved, ShelvedFile

PUBLISHED, REPLACED, WITHDRAWN = "published", "replaced", "withdrawn"


@dataclass(frozen=True, slots=True)
class Card:
    """A version in a list."""

    id: UUID
    slug: str
    number: int
    title: str
    state: str
    as_of: date
    published_at: datetime
    changed: str
    withdrawn_at: datetime | None
    withdrawn_because: str
    digest: str


@dataclass(frozen=True, slots=True)
class FileCard:
    """A file that can be fetched."""

    name: str
    words: str
    media: str
    size: int
    digest: str


@dataclass(frozen=True)
class OnShow:
    """A version with what it says, its files, and all versions of it, latest first. `content` None: withdrawn."""

    card: Card
    content: Content | None
    files: tuple[FileCard, ...]
    versions: tuple[Card, ...]

    @property
    def latest(self) -> Card:
        """The version to be read now."""
        return self.versions[0]


def latest() -> tuple[Card, ...]:
    """The latest version of every release, the latest first. One SQL query."""
    found: dict[str, Card] = {}
    for row in _cards().order_by("-published_at", "-number"):
        card = card_of(row)
        if card.slug not in found or found[card.slug].number < card.number:
            found[card.slug] = card
    return tuple(found.values())


def on_show(slug: str, number: int | None = None) -> OnShow | None:
    """A version of a release, the latest unless it is said; None where there is none. Three SQL queries.

    Raises:
        Altered: the text is not the one that was signed; nothing of it is shown.
    """
    versions = tuple(card_of(row) for row in _cards().filter(slug=slug).order_by("-number"))
    card = next((one for one in versions if number in (None, one.number)), None)
    if card is None:
        return None
    row = Shelved.objects.get(pk=card.id)
    content = thaw(row.content, row.digest) if row.content else None
    files = row.files.defer("body").order_by("place")
    cards = tuple(FileCard(one.name, one.words, one.media, one.size, one.digest) for one in files)
    return OnShow(card, content, cards, versions)


def file_of(slug: str, number: int, name: str) -> File | None:
    """A file of a version, as it was made. One SQL query.

    Raises:
        Altered: its bytes are not those of its digest.
    """
    row = ShelvedFile.objects.filter(edition__slug=slug, edition__number=number, name=name).first()
    if row is None:
        return None
    body = bytes(row.body)
    if digest(body) != row.digest:
        raise Altered(f"The file {name} is not the one that was released.")
    return File(row.name, row.words, row.media, body)


def card_of(row: Shelved) -> Card:
    """A row as a card."""
    return Card(
        id=row.id,
        slug=row.slug,
        number=row.number,
        title=row.title,
        state=row.state,
        as_of=row.as_of,
        published_at=row.published_at,
        changed=row.changed,
        withdrawn_at=row.withdrawn_at,
        withdrawn_because=row.withdrawn_because,
        digest=row.digest,
    )


def _cards() -> QuerySet[Shelved]:
    return Shelved.objects.defer("content")
