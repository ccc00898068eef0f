"""Stories as lists and pages show them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from pentameter.bulletins.editing.drawing import PictureCard
from pentameter.bulletins.editing.models import Publication, Save, Story, StoryPicture, Translation
from pentameter.bulletins.editing.rules.states import OWNERS, Owner, State
from pentameter.bulletins.site.vocabulary import Language, Subject

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list."""

    id: UUID
    title: str
    state: State
    subject: Subject
    changed_at: datetime
    changed_by: str
    publish_at: datetime | None
    published: int
    note: str

    @property
    def owner(self) -> Owner:
        """Who has to act."""
        return OWNERS[self.state]


@dataclass(frozen=True, slots=True)
class Stories:
    """A page of them, with how many there are of each state."""

    lines: tuple[StoryLine, ...]
    counts: dict[State, int]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class TranslationCard:
    """A story in another language."""

    language: Language
    title: str
    summary: str
    text: str
    checked_by: str


@dataclass(frozen=True, slots=True)
class PublicationCard:
    """What was decided to be public, and whether it stands there."""

    number: int
    kind: str
    note: str
    decided_at: datetime
    decided_by: str
    read_by: str
    brought_at: datetime | None


@dataclass(frozen=True, slots=True)
class SaveCard:
    """One save, without its words."""

    language: Language
    number: int
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True)
class StoryCard:
    """A story with all that belongs to it."""

    line: StoryLine
    slug: str
    summary: str
    text: str
    correction: str
    submitted_by: str
    read_by: str
    version: int
    translations: dict[Language, TranslationCard]
    pictures: tuple[PictureCard, ...]
    publications: tuple[PublicationCard, ...]
    saves: tuple[SaveCard, ...]
    writers: frozenset[str]

    @property
    def public(self) -> bool:
        """Whether readers see it, or saw it."""
        return self.line.published > 0

    @property
    def taken_off(self) -> bool:
        """Whether the check took it off the public pages, and its editors have not decided what follows."""
        last = self.publications[0].kind if self.publications else ""
        return last == "withdrawn" and self.line.state is not State.WITHDRAWN


def stories(state: State | None, page: int) -> Stories:
    """Stories, those that changed last first."""
    counts = dict.fromkeys(State, 0)
    for value in Story.objects.values_list("state", flat=True):
        counts[State(value)] += 1
    found = Story.objects.filter(state=state.value) if state else Story.objects.exclude(state=State.DROPPED.value)
    pages = max(1, -(-found.count() // A_PAGE))
    page = min(max(page, 1), pages)
    rows = found.order_by("-changed_at", "-pk")[(page - 1) * A_PAGE : page * A_PAGE]
    return Stories(tuple(map(_line, rows)), counts, page, pages)


def story(row: Story) -> StoryCard:
    """All of one story."""
    saves = tuple(Save.objects.filter(story=row).order_by("-saved_at", "-pk").defer("text"))
    pictures = StoryPicture.objects.filter(story=row).order_by("added_at", "pk").defer("body")
    return StoryCard(
        line=_line(row),
        slug=row.slug,
        summary=row.summary,
        text=row.text,
        correction=row.correction,
        submitted_by=row.submitted_by,
        read_by=row.read_by,
        version=row.version,
        translations={Language(one.language): _translation(one) for one in Translation.objects.filter(story=row)},
        pictures=tuple(_picture(one) for one in pictures if one.removed_at is None),
        publications=tuple(map(_publication, Publication.objects.filter(story=row).order_by("-number"))),
        saves=tuple(SaveCard(Language(one.language), one.number, one.saved_at, one.saved_by) for one in saves),
        writers=frozenset((row.started_by, *(one.saved_by for one in saves), *(one.added_by for one in pictures))),
    )


def row_of(story_id: UUID) -> Story | None:
    """The row of a story."""
    return Story.objects.filter(pk=story_id).first()


def pixels(story_id: UUID, picture_id: UUID) -> tuple[str, bytes] | None:
    """A picture of a story: its media type and its bytes."""
    found = StoryPicture.objects.filter(pk=picture_id, story_id=story_id).values_list("media_type", "body").first()
    return (found[0], bytes(found[1])) if found else None


def due(now: datetime) -> tuple[UUID, ...]:
    """Stories whose time has come, the earliest first."""
    found = Story.objects.filter(state=State.SCHEDULED.value, publish_at__lte=now)
    return tuple(found.order_by("publish_at", "pk").values_list("pk", flat=True))


def waiting_to_be_brought() -> tuple[UUID, ...]:
    """Stories of which something decided does not stand in the public database yet."""
    found = Publication.objects.filter(brought_at__isnull=True).order_by("decided_at", "pk")
    return tuple(dict.fromkeys(found.values_list("story_id", flat=True)))


def is_written(slug: str) -> bool:
    """Whether there is a story at this address."""
    return Story.objects.filter(slug=slug).exists()


def story_version(story_id: UUID) -> int:
    """The version that somebody who opens it now would see."""
    return int(Story.objects.values_list("version", flat=True).get(pk=story_id))


def taken_off() -> int:
    """How many stories the check took off the public pages, of which nobody has decided what follows."""
    latest = Publication.objects.filter(story=OuterRef("pk")).order_by("-number").values("kind")[:1]
    rows = Story.objects.exclude(state=State.WITHDRAWN.value).annotate(last=Subquery(latest))
    return rows.filter(last="withdrawn").count()


def waiting_for_a_reader(person: str) -> int:
    """How many stories wait for a second reader, of those that this person did not send."""
    return Story.objects.filter(state=State.READING.value).exclude(submitted_by=person).count()


def _line(row: Story) -> StoryLine:
    return StoryLine(
        id=row.pk,
        title=row.title,
        state=State(row.state),
        subject=Subject(row.subject),
        changed_at=row.changed_at,
        changed_by=row.changed_by,
        publish_at=row.publish_at,
        published=row.published,
        note=row.note,
    )


def _translation(one: Translation) -> TranslationCard:
    return TranslationCard(Language(one.language), one.title, one.summary, one.text, one.checked_by)


def _picture(one: StoryPicture) -> PictureCard:
    return PictureCard(one.pk, one.name, one.alternative, one.credit, one.media_type, one.width, one.height)


def _publication(one: Publication) -> PublicationCard:
    return PublicationCard(one.number, one.kind, one.note, one.decided_at, one.decided_by, one.read_by, one.brought_at)
